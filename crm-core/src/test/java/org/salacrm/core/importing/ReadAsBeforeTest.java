package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.ForbiddenException;

/** A file is read as the one before it was, and a template as its fields are. */
public class ReadAsBeforeTest extends ImportCase {
    private static final String[] OWN_WORDS = {"ก,ข,ค", "บริษัท หนึ่ง,02-111-2222,x", "บริษัท สอง,02-111-3333,y"};

    private ImportState taken(String... lines) {
        byte[] content = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        return world.imports.upload("account", "next.csv", new ByteArrayInputStream(content));
    }

    private static List<String> fields(ImportState state) {
        return state.columns().stream().map(ImportState.Column::field).toList();
    }

    private void mapped(Map<Integer, String> columns, String mode, String key) {
        upload("account", OWN_WORDS);
        world.imports.change(ImportWorld.ID, new Change(null, null, null, null, columns, mode, key, null, null, null));
    }

    @Test
    public void aFileWithTheHeadingsOfTheOneBeforeIsMappedAsThatWas() {
        mapped(Map.of(0, "name", 1, "phone"), "both", "name");
        assertThat(fields(taken(OWN_WORDS))).as("what was never tried").containsExactly("", "", "");

        world.check();
        ImportState next = taken(OWN_WORDS);
        assertThat(fields(next)).containsExactly("name", "phone", "");
        assertThat(next.mode()).isEqualTo("both");
        assertThat(next.key()).isEqualTo("name");
        assertThat(fields(taken("ก,ข,ง", "บริษัท สาม,02-111-4444,z"))).containsExactly("", "", "");
    }

    @Test
    public void whatOthersMappedIsTheirs() {
        mapped(Map.of(0, "name"), "create", "");
        world.check();
        world.world.callers.be(new Caller(8, "user8", "th", Set.of(), Set.of(), Caller.Kind.USER, "test"));
        assertThat(fields(taken(OWN_WORDS))).containsExactly("", "", "");
    }

    @Test
    public void aTemplateIsMappedByItselfToAllFieldsThatMayBeFilled() throws IOException {
        for (String entity : List.of("account", "contact", "lead")) {
            for (String language : List.of("th", "en")) {
                world.world.callers.be(new Caller(7, "user7", language, Set.of(), Set.of(), Caller.Kind.USER, "test"));
                Map<String, String> wrong = new HashMap<>();
                List<ColumnMapper.Target> targets = mapper().targets(entity);
                List<ImportState.Column> columns = preview(entity).columns();
                assertThat(columns).as(entity + " " + language).hasSameSizeAs(targets);
                for (int i = 0; i < columns.size(); i++) {
                    if (!columns.get(i).field().equals(targets.get(i).path())) {
                        wrong.put(targets.get(i).path(), columns.get(i).field());
                    }
                }
                assertThat(wrong).as(entity + " " + language).isEmpty();
            }
        }
    }

    private ColumnMapper mapper() {
        return new ColumnMapper(world.world.types, world.world.messages);
    }

    /** A template to which somebody has added a row. */
    private Preview preview(String entity) throws IOException {
        Path file = folder.newFile().toPath();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        templates().write(entity, written);
        Files.write(file, written.toByteArray());
        TableFile.Format format = FormatFinder.find(file);
        try (TableFile table = TableFile.open(file, format.of(format.sheets().get(0)))) {
            List<String> heads = table.rows().next().cells().stream()
                    .map(SourceRow.Cell::text)
                    .toList();
            Path filled = folder.newFile().toPath();
            Files.writeString(
                    filled,
                    String.join("\t", heads) + "\r\n"
                            + "x\t".repeat(heads.size()).strip());
            return Preview.best(mapper().headers(entity), entity, filled, FormatFinder.find(filled));
        }
    }

    private FieldTemplates templates() {
        return new FieldTemplates(
                world.world.types, world.world.messages, world.world.picks, world.world.callers, world.world.given);
    }

    @Test
    public void whoMayNotImportGetsNoTemplate() {
        world.world.rights.add("!account.import");
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        assertThatThrownBy(() -> templates().write("account", nowhere)).isInstanceOf(ForbiddenException.class);
    }
}

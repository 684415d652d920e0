package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.importing.ImportState;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.importing.OfficeFiles.Drawn;
import org.salacrm.core.importing.OfficeFiles.Field;
import org.salacrm.core.model.CoreModule;
import org.salacrm.core.testing.MessageFiles;
import org.salacrm.core.testing.ModuleFiles;
import org.salacrm.test.FakePickLists;

/** Whatever an office calls its columns, however it writes and saves them: the same values land in the same fields. */
public class OtherFilesTest {
    private static final int FILES = 300;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final MessageFiles messages = new MessageFiles("CRM-INF", "CRM-INF/import");
    private final ColumnMapper mapper = new ColumnMapper(new MetadataRegistry(List.of(new CoreModule())), messages);
    private final FakePickLists pickLists = new FakePickLists();

    public OtherFilesTest() {
        new ModuleFiles(new CoreModule()).definitions(PickList.class).forEach(pickLists::save);
    }

    @Test
    public void accountsOfAnyOfficeLandInTheSameFields() throws IOException {
        check("account", OfficeWords.ACCOUNT);
    }

    @Test
    public void leadsOfAnyOfficeLandInTheSameFields() throws IOException {
        check("lead", OfficeWords.LEAD);
    }

    @Test
    public void contactsOfAnyOfficeLandInTheSameFields() throws IOException {
        check("contact", OfficeWords.CONTACT);
    }

    private void check(String entity, List<Field> own) throws IOException {
        List<Field> fields = new ArrayList<>(own);
        fields.addAll(OfficeWords.PLACE);
        HeaderWords headers = mapper.headers(entity);
        for (int seed = 0; seed < FILES; seed++) {
            Drawn drawn = new OfficeFiles(seed, fields).draw(folder.newFile().toPath());
            TableFile.Format format = FormatFinder.find(drawn.file());
            Preview preview = Preview.best(headers, entity, drawn.file(), format);
            String said = drawn.said() + " file " + seed + " " + preview.format();
            for (ImportState.Column column : preview.columns()) {
                Field field = drawn.columns().get(column.index());
                assertThat(column.field())
                        .as("%s, column %s", said, column.header())
                        .isEqualTo(field == null ? "" : field.path());
            }
            for (RowMapper.Mapped row : read(entity, drawn.file(), preview)) {
                assertThat(row.refused()).as("%s: %s", said, row.problems()).isFalse();
                fields.forEach(field -> assertThat(landed(row, field.path()))
                        .as("%s, field %s", said, field.path())
                        .isEqualTo(field.value()));
            }
        }
    }

    private List<RowMapper.Mapped> read(String entity, Path file, Preview preview) {
        ImportState state = preview.state(1, "file");
        List<RowMapper.Column> columns = state.columns().stream()
                .filter(c -> !c.field().isEmpty())
                .map(c -> new RowMapper.Column(
                        c.index(),
                        c.header(),
                        mapper.target(entity, c.field()).orElseThrow(),
                        DateCell.Written.USUALLY))
                .toList();
        FieldCells cells = new FieldCells(
                pickLists, messages, LocalDate.of(2026, 11, 22), ZoneId.of("Asia/Bangkok"), Optional.empty());
        RowMapper.Plan plan = new RowMapper.Plan(columns, state.columns().size(), Map.of());
        RowMapper rows = new RowMapper(
                plan,
                cells,
                new References(null, new NothingThere(), messages, null),
                new Spares(mapper.targets(entity), messages));
        List<SourceRow> body = new ArrayList<>();
        try (TableFile table = TableFile.open(file, preview.format())) {
            for (Iterator<SourceRow> all = Survey.body(table, state, 0); all.hasNext(); ) {
                SourceRow row = all.next();
                if (Survey.isRow(row, state)) {
                    body.add(row);
                }
            }
        }
        assertThat(body).hasSize(3);
        return rows.map(body);
    }

    private static Object landed(RowMapper.Mapped row, String path) {
        Object value = row.values().get(path.contains(".") ? path.substring(0, path.indexOf('.')) : path);
        if (value instanceof List<?> parts) {
            value = ((Map<?, ?>) parts.get(0)).get(path.substring(path.indexOf('.') + 1));
        }
        return value instanceof BigDecimal number ? number.setScale(0) : value;
    }
}

package org.salacrm.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.export.Exports;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Sort;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.store.Sql;
import org.salacrm.test.Proves;

public class ListExportsTest extends ActionCase {
    private static final String ATTACK = "=cmd|'/c calc'!A1";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private ListExports exports;
    private String mark;

    @Before
    public void open() {
        mark = "Company " + world.ids.incrementAndGet();
        exports = new ListExports(
                world.queries,
                world.given,
                world.callers,
                world.exportLog(),
                new ListExports.Words(world.picks, world.messages, new CompanyZone(world.settings)),
                new ListExports.Columns(
                        new Headings(world.types, world.messages), new PersonCards(world.types, world.registry)));
    }

    @Test
    public void columnsStandInTheListsOrderAndWordsInItsLanguage() throws IOException {
        lead("Somchai");
        lead("Anan");

        assertThat(lines(text("txt", false, "status", "name")))
                .containsExactly("\uFEFFStatus\tFull name", "New\tAnan", "New\tSomchai");
    }

    @Test
    public void whatEveryRecordHasIsHeadedInWordsToo() throws IOException {
        assertThat(lines(text("txt", false, "id", "owner", "team", "createdAt", "modifiedBy", "nextActivity")))
                .containsExactly("\uFEFFId\tOwner\tTeam\tCreated at\tChanged by\tNext activity");
        world.callers.be(new Caller(7, "user7", "th", Set.of(), Set.of(), Caller.Kind.USER, "test"));
        assertThat(lines(text("txt", false, "id", "createdBy"))).containsExactly("\uFEFFรหัสระบบ\tสร้างโดย");
    }

    @Test
    public void aFormulaTypedByAnybodyIsOnlyATextInCommas() throws IOException {
        for (String attack : List.of(ATTACK, "+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "\u200b=1", "\uFF1D1")) {
            lead(attack);
        }

        assertThat(lines(text("csv", false, "company", "name")).stream().skip(1))
                .allMatch(line -> line.matches("(?s)" + mark + ",\"?'.*"));
    }

    @Test
    public void nothingOfTheDataIsMarkup() throws IOException {
        lead("<script>alert(1)</script>");

        assertThat(text("html", false, "name"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    @Proves("CDB-18")
    public void aWorkbookHoldsTextsAsTextsAndDaysAsDays() throws IOException {
        lead(ATTACK);

        Map<String, String> common = workbook(false, "name", "createdAt");
        assertThat(common.get("xl/worksheets/sheet1.xml"))
                .contains("t=\"inlineStr\"")
                .contains("=cmd|")
                .doesNotContain("<f>")
                .contains("state=\"frozen\"")
                .contains("<v>46348.")
                .doesNotContain("2026");
        assertThat(common.get("xl/styles.xml")).contains("dd/mm/yyyy hh:mm");
        assertThat(workbook(true, "name", "createdAt").get("xl/worksheets/sheet1.xml"))
                .contains("22/11/2569 11:00");
    }

    @Test
    public void whoMayNotExportGetsNothingAndEachExportIsKept() throws IOException {
        lead("Kept");
        text("csv", false, "name");
        assertThat(new Sql(world.store.tx())
                        .list(
                                "select entity, format, row_count, user_id, question from core_export order by id desc",
                                row -> List.of(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getString(5).contains(mark)))
                        .get(0))
                .isEqualTo(List.of("lead", "csv", 1L, 7L, true));

        world.rights.add("!lead.export");
        assertThatThrownBy(() -> exports.prepare(wish("csv", false, "name"))).isInstanceOf(ForbiddenException.class);
    }

    @Test
    public void aJobWritesWhatWouldBeSentAtOnceAndKeepsItUntilItIsFetched() throws IOException {
        lead("Anan");
        ExportFiles files = new ExportFiles(folder.getRoot().toPath(), world.ids::incrementAndGet, world.clock);
        Exports.Wish wish = wish("csv", true, "name", "createdAt");

        Map<String, Object> result = new ExportJob(exports, world.queries, files)
                .run(plain(ExportJob.parameters(wish)), new Going(Long.MAX_VALUE));

        assertThat(result).containsEntry("rows", 1L).containsEntry("name", "Leads.csv");
        String name = (String) result.get("file");
        try (InputStream in = files.open(name).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(file("csv", true, "name", "createdAt"));
        }
        assertThat(files.open("1")).isEmpty();
        assertThatThrownBy(() -> files.open("../secret")).isInstanceOf(IllegalArgumentException.class);
        Files.setLastModifiedTime(
                folder.getRoot().toPath().resolve(name),
                FileTime.from(world.clock.instant().minus(Duration.ofDays(4))));
        files.make();
        assertThat(files.open(name)).isEmpty();
    }

    @Test
    public void aJobThatNobodyWantsLeavesNothing() throws IOException {
        for (int i = 0; i < 500; i++) {
            lead("No " + i);
        }
        ExportFiles files = new ExportFiles(folder.getRoot().toPath(), world.ids::incrementAndGet, world.clock);

        assertThat(new ExportJob(exports, world.queries, files)
                        .run(ExportJob.parameters(wish("csv", false, "name")), new Going(0)))
                .isEmpty();
        assertThat(folder.getRoot().list()).isEmpty();
    }

    /** As a job keeps them: through JSON. */
    private static Map<String, Object> plain(Map<String, Object> parameters) throws IOException {
        ObjectMapper json = new ObjectMapper();
        return json.readValue(json.writeValueAsBytes(parameters), new TypeReference<Map<String, Object>>() {});
    }

    /** A job that is stopped when so many rows are done. */
    private static final class Going implements JobKind.Progress {
        private final long most;
        private long done;

        Going(long most) {
            this.most = most;
        }

        @Override
        public void report(long steps, long total) {
            done = steps;
        }

        @Override
        public boolean cancelled() {
            return done > most;
        }

        @Override
        public Map<String, Object> checkpoint() {
            return Map.of();
        }

        @Override
        public void checkpoint(Map<String, Object> state) {
            throw new IllegalStateException("it begins anew");
        }
    }

    @Test
    public void whatIsWrongIsSaidBeforeTheFirstByte() {
        assertThatThrownBy(() -> exports.prepare(wish("pdf", false, "name")))
                .isInstanceOf(MalformedQueryException.class);
        assertThatThrownBy(() -> exports.prepare(wish("csv", false, "nothing")))
                .isInstanceOf(MalformedQueryException.class);
    }

    private void lead(String name) {
        world.records.create("lead", Map.of("name", name, "company", mark));
    }

    private Exports.Wish wish(String format, boolean buddhistEra, String... fields) {
        Query query = Query.of("lead", fields).where(Filter.eq("company", mark)).sorted(Sort.up("name"));
        return new Exports.Wish(query, format, "Leads", buddhistEra);
    }

    private byte[] file(String format, boolean buddhistEra, String... fields) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.prepare(wish(format, buddhistEra, fields)).to(out);
        return out.toByteArray();
    }

    private String text(String format, boolean buddhistEra, String... fields) throws IOException {
        return new String(file(format, buddhistEra, fields), StandardCharsets.UTF_8);
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\r?\n"));
    }

    private Map<String, String> workbook(boolean buddhistEra, String... fields) throws IOException {
        Map<String, String> parts = new HashMap<>();
        Path file = Files.write(folder.newFile().toPath(), file("xlsx", buddhistEra, fields));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] part = zip.getInputStream(entry).readAllBytes();
                parts.put(entry.getName(), new String(part, StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}

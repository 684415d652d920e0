package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.itest.Database;
import org.salacrm.test.Proves;

/** An exported workbook, opened by another program, shows what was exported. */
public class LibreOfficeIT extends WorkTest {
    /** All sheets, commas, quotes, UTF-8, cells as they are shown. */
    private static final String AS_SHOWN =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

    private static final List<String> KINDS =
            List.of("text", "textarea", "line", "int", "decimal", "money", "percent", "bool", "date", "datetime");

    private static final int ROWS = 21;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @After
    public void readAsBefore() {
        team.administrator.ok("PUT", "/api/settings", Map.of("locale", "th", "era", "BE"));
        for (JsonNode field : ours()) {
            String name = field.get("name").asText();
            team.administrator.ok("DELETE", "/api/types/competitor/fields/" + name + "?force=true", null);
        }
    }

    /** Thai in the era of Buddha from one database, English in the common era from the other. */
    @Test
    @Proves({"CDB-15", "CDB-18"})
    public void aWorkbookShowsElsewhereWhatWasExported() throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
        if (!there) {
            System.out.println("NOT RUN: LibreOffice (soffice) is not here, so nothing opened an exported workbook");
        }
        assumeTrue("LibreOffice is not here", there);
        boolean thai = database == Database.DERBY;
        team.administrator.ok("PUT", "/api/settings", Map.of("locale", thai ? "th" : "en", "era", thai ? "BE" : "CE"));
        List<String> ids = made();
        List<List<String>> exported = table(new String(taken(ids, "csv"), StandardCharsets.UTF_8));
        List<List<String>> shown = table(shown(taken(ids, "xlsx")));
        assertThat(shown).hasSize(ROWS + 1).hasSameSizeAs(exported);
        for (int row = 0; row < exported.size(); row++) {
            assertThat(plain(shown.get(row))).isEqualTo(plain(exported.get(row)));
        }
        assertThat(shown.stream().flatMap(List::stream))
                .contains(thai ? "29/02/2567" : "29/02/2024", "1,234,567.89", "12.50", "-1234.5678", "00700")
                .contains(thai ? "03/02/2574 10:00" : "03/02/2031 10:00", "=HYPERLINK(\"http://x\",\"คลิก\")")
                .contains("น้ำใส ๑๒๓", "99999999999999.99", "_x000D_")
                .contains("บรรทัดแรก\nบรรทัด \"สอง\"; ท้าย\n\n=สี่", thai ? "ใช่" : "Yes");
    }

    private List<JsonNode> ours() {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode field : team.administrator.get("/api/types/competitor").get("fields")) {
            if (field.get("custom").asBoolean()) {
                found.add(field);
            }
        }
        return found;
    }

    private List<String> made() {
        for (String kind : KINDS) {
            Map<String, Object> field = new HashMap<>(Map.of(
                    "name",
                    "shown_" + kind,
                    "kind",
                    kind,
                    "label",
                    Map.of("th", "แสดง " + kind, "en", "Shown " + kind)));
            if (List.of("decimal", "money", "percent").contains(kind)) {
                field.put("decimals", kind.equals("decimal") ? 4 : 2);
            }
            team.administrator.ok("POST", "/api/types/competitor/fields", field);
        }
        JsonNode type = team.administrator.get("/api/types/competitor");
        TripValues values = new TripValues(Map.of(), "L" + database);
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Map<String, Object> record = new HashMap<>(Map.of("name", "คู่แข่ง " + database + row));
            for (JsonNode field : ours()) {
                record.put(
                        field.get("name").asText(),
                        values.of(type, field, row, 0).orElseThrow());
            }
            ids.add(team.administrator.create("competitor", record).get("id").asText());
        }
        return ids;
    }

    private byte[] taken(List<String> ids, String format) {
        List<String> fields = new ArrayList<>(List.of("name", "createdAt"));
        ours().forEach(field -> fields.add(field.get("name").asText()));
        Map<String, Object> wish = pairs("fields", fields, "filter", where("id", "in", ids), "format", format);
        return team.administrator.file("/api/records/competitor/export", wish).body();
    }

    private String shown(byte[] workbook) throws IOException, InterruptedException {
        Path file = Files.write(folder.newFile("list.xlsx").toPath(), workbook);
        Path said = folder.newFile().toPath();
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.newFolder().toURI(),
                        "--headless",
                        "--convert-to",
                        AS_SHOWN,
                        "--outdir",
                        folder.getRoot().getPath(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(office.waitFor(3, TimeUnit.MINUTES)).as("LibreOffice ends").isTrue();
        try (Stream<Path> files = Files.list(folder.getRoot().toPath())) {
            Path text = files.filter(one -> one.toString().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("LibreOffice wrote nothing: " + said));
            return Files.readString(text);
        }
    }

    /** Numbers without how they are grouped and filled up, texts without what keeps them texts. */
    private static List<String> plain(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replaceFirst("^'+(?=[=+\\-@\\d＝])", ""))
                .map(cell -> cell.matches("-?[\\d,]+(\\.\\d+)?")
                        ? cell.replace(",", "")
                                .replaceFirst("(\\.\\d*?)0+$", "$1")
                                .replaceFirst("\\.$", "")
                        : cell)
                .toList();
    }

    private static List<List<String>> table(String text) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        char before = 0;
        for (char c : text.replace("\uFEFF", "").replace("\r\n", "\n").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
                cell.append(quoted && before == '"' ? "\"" : "");
            } else if (!quoted && (c == ',' || c == '\n')) {
                rows.get(rows.size() - 1).add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(new ArrayList<>());
                }
            } else {
                cell.append(c);
            }
            before = c;
        }
        rows.removeIf(List::isEmpty);
        return rows;
    }
}

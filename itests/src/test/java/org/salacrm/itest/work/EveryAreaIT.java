package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.test.Proves;

/** The data of every area, taken out with all its columns and rows. */
public class EveryAreaIT extends WorkTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    @Proves({"CDB-15", "CDB-16", "CDB-17"})
    public void theDataOfEveryAreaIsTakenOutToExcelTextAndHtml() throws IOException {
        String customer = made("account", "name", "บริษัท ส่งออกได้ จำกัด", "creditDays", 30, "annualRevenue", 1250000);
        made("lead", "name", "คุณส่งออก");
        made("contact", "name", "คุณติดต่อ", "account", customer);
        made("opportunity", "name", "งานใหญ่", "account", customer, "expectedCloseOn", TO_CLOSE);
        List<String> filled = new ArrayList<>();
        for (JsonNode entity : team.administrator.get("/api/bootstrap").get("entities")) {
            String name = entity.get("name").asText();
            List<String> fields = columns(name);
            long records = team.administrator.count(name);
            String sheet = sheetOf(taken(name, fields, "xlsx"));
            assertThat(times("<row ", sheet)).as("rows of %s", name).isEqualTo(records + 1);
            assertThat(sheet).as("the heads of %s stay in sight", name).contains("state=\"frozen\"");
            String text = new String(taken(name, fields, "txt"), StandardCharsets.UTF_8);
            assertThat(text.lines().findFirst().orElseThrow().split("\t"))
                    .as("heads of %s", name)
                    .hasSameSizeAs(fields);
            String page = new String(taken(name, fields, "html"), StandardCharsets.UTF_8);
            assertThat(times("<tr>", page)).as("lines of %s", name).isEqualTo(records + 1);
            if (records > 0) {
                filled.add(name);
            }
        }
        assertThat(filled).contains("account", "contact", "lead", "opportunity", "user");
    }

    private List<String> columns(String entity) {
        List<String> fields = new ArrayList<>();
        for (JsonNode field : team.administrator.get("/api/types/" + entity).get("fields")) {
            if (!field.get("kind").asText().equals("parts")) {
                fields.add(field.get("name").asText());
            }
        }
        return fields;
    }

    private byte[] taken(String entity, List<String> fields, String format) {
        Map<String, Object> wish = pairs("fields", fields, "format", format);
        return team.administrator
                .file("/api/records/" + entity + "/export", wish)
                .body();
    }

    private String sheetOf(byte[] workbook) throws IOException {
        Path file = folder.newFile().toPath();
        Files.write(file, workbook);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream sheet = zip.getInputStream(zip.getEntry(SHEET))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long times(String tag, String text) {
        return Pattern.compile(tag).matcher(text).results().count();
    }
}

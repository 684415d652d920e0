package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.api.importing.ImportChecks.Choice;
import org.salacrm.api.importing.ImportChecks.Fix;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.rest.Browser.Answer;

public class AdministrationTest {
    private static TestServer server;
    private static Browser admin;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer().start();
        admin = server.browser().signedIn("admin");
    }

    @AfterClass
    public static void stop() throws Exception {
        server.stop();
    }

    @Test
    public void modulesAreListedInstalledAndUploaded() {
        JsonNode sales = admin.get("/api/modules").json().get(0);
        assertThat(sales.path("state").asText()).isEqualTo("available");
        assertThat(admin.send("POST", "/api/modules/sfa/install", "")
                        .json()
                        .path("job")
                        .asText())
                .isEqualTo("91");
        assertThat(admin.send("POST", "/api/modules/nothing/install", "").status())
                .isEqualTo(404);
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\\\tmp\\\\sfa.kar\"\r\n\r\n"
                + "k\r\n--x--";
        Answer uploaded = admin.send(
                "POST", "/api/modules", TestServer.utf8(form), "Content-Type", "multipart/form-data; boundary=x");
        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(server.modules.calls).contains("install sfa", "upload sfa.kar");
        String empty = "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nk\r\n--x--";
        Answer missing = admin.send(
                "POST", "/api/modules", TestServer.utf8(empty), "Content-Type", "multipart/form-data; boundary=x");
        assertThat(missing.json().path("code").asText()).isEqualTo("upload.missing");
    }

    @Test
    public void theCompanysSettingsAreReadAsTheyAreWritten() {
        assertThat(admin.get("/api/settings/company").json().path("timeZone").asText())
                .isEqualTo("Asia/Bangkok");
        String next = "{\"upload.maxBytes\":5000000000,\"timeZone\":\"Asia/Tokyo\"}";
        assertThat(admin.send("PUT", "/api/settings/company", next).status()).isEqualTo(200);
        JsonNode now = admin.get("/api/settings/company").json();
        assertThat(now.path("upload.maxBytes").asLong()).isEqualTo(5_000_000_000L);
        assertThat(now.path("health.addresses").isArray()).isTrue();
        assertThat(admin.get("/api/bootstrap").json().at("/company/timeZone").asText())
                .isEqualTo("Asia/Tokyo");
        for (String wrong : new String[] {
            "{\"timeZone\":\"Asia/Atlantis\"}",
            "{\"upload.maxBytes\":\"all\"}",
            "{\"upload.maxBytes\":0}",
            "{\"health.addresses\":[\"example.com\"]}",
            "{\"brand\":\"red\"}",
            "{\"demo.day\":\"2026-01-01\"}"
        }) {
            Answer refused = admin.send("PUT", "/api/settings/company", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.json().path("code").asText()).isEqualTo("value.wrong");
        }
    }

    @Test
    public void aColourOfTheCompanyMustBeReadable() {
        String faint = "{\"brand\":\"#ff9900\"}";
        Answer refused = admin.send("PUT", "/api/settings/company", faint);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("title").asText()).contains("2.1").contains("4.5");
        assertThat(admin.send("PUT", "/api/settings/company", "{\"brand\":\"#767676\"}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get("/api/bootstrap").json().at("/company/brand").asText())
                .isEqualTo("#767676");
    }

    @Test
    public void settingsOfTheCompanyAreForWhoeverConfiguresIt() {
        Browser malee = server.browser().signedIn("malee");
        assertThat(malee.get("/api/settings/company").status()).isEqualTo(403);
        assertThat(malee.send("PUT", "/api/settings/company", "{\"timeZone\":\"UTC\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    public void roleRightsAreReadAsTheyAreWritten() {
        JsonNode grid = admin.get("/api/roles/2/rights").json();
        assertThat(grid.path("entities").path("account").path("read").asText()).isEqualTo("team");
        String next = "{\"entities\":{\"account\":{\"read\":\"all\"}},\"fields\":{\"account.name\":\"none\"},"
                + "\"permissions\":[\"a.b\"]}";
        assertThat(admin.send("PUT", "/api/roles/2/rights", next).status()).isEqualTo(200);
        assertThat(server.roleRights.grid.entities()).containsEntry("account", Map.of("read", Level.ALL));
        assertThat(server.roleRights.grid.fields()).containsEntry("account.name", Access.NONE);
        assertThat(server.roleRights.grid.permissions()).containsExactly("a.b");
        JsonNode offered = admin.get("/api/roles/permissions").json();
        assertThat(offered.findValuesAsText("id")).containsExactly("opportunity.reopen");
        String wrong = "{\"entities\":{\"account\":{\"read\":\"everything\"}}}";
        assertThat(admin.send("PUT", "/api/roles/2/rights", wrong).status()).isEqualTo(400);
    }

    @Test
    public void pickListsKeepWhatIsNotNamed() {
        String rows = "[{\"code\":\"active\",\"label\":{\"th\":\"ใช้\",\"en\":\"On\"},\"order\":1},"
                + "{\"code\":\"old\",\"label\":{\"th\":\"เก่า\",\"en\":\"Old\"},\"active\":false}]";
        JsonNode kept = admin.send("PUT", "/api/pick-lists/accountStatus", rows).json();
        assertThat(kept.get(0).path("tone").asText()).isEqualTo("success");
        assertThat(kept.get(1).path("active").asBoolean()).isFalse();
        assertThat(kept.get(1).path("order").asInt()).isEqualTo(2);
        assertThat(admin.get("/api/pick-lists").json().get(0).path("id").asText())
                .isEqualTo("accountStatus");
        assertThat(admin.get("/api/pick-lists/nothing").status()).isEqualTo(404);
        assertThat(admin.send("PUT", "/api/pick-lists/accountStatus", "[{\"code\":5}]")
                        .status())
                .isEqualTo(400);
    }

    @Test
    public void aFieldOfTheCompanyIsTakenAwayOnlyByWhoSawItsUses() {
        String field = "{\"name\":\"region\",\"kind\":\"pick\",\"label\":{\"th\":\"ภาค\",\"en\":\"Region\"},"
                + "\"options\":[{\"code\":\"n\",\"label\":{\"th\":\"เหนือ\",\"en\":\"North\"}}]}";
        assertThat(admin.send("POST", "/api/types/account/fields", field).status())
                .isEqualTo(201);
        Answer used = admin.send("DELETE", "/api/types/account/fields/region", (String) null);
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.json().path("uses").get(0).path("en").asText()).isEqualTo("View All");
        assertThat(admin.send("DELETE", "/api/types/account/fields/region?force=true", (String) null)
                        .status())
                .isEqualTo(204);
        admin.send("POST", "/api/types/account/fields/region/restore", "");
        assertThat(server.customFields.calls)
                .containsExactly("add account.region pick 1", "remove account.region", "restore account.region");
    }

    @Test
    public void anImportGoesStepByStep() {
        String form = "--x\r\nContent-Disposition: form-data; name=\"entity\"\r\n\r\naccount\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ลูกค้า.csv\"\r\n\r\na\r\n--x--";
        Answer uploaded = admin.send(
                "POST", "/api/imports", TestServer.utf8(form), "Content-Type", "multipart/form-data; boundary=x");
        assertThat(uploaded.json().path("file").asText()).isEqualTo("ลูกค้า.csv");
        assertThat(uploaded.json().path("entity").asText()).isEqualTo("account");
        assertThat(uploaded.json().has("rows")).isFalse();
        admin.send("PATCH", "/api/imports/3", "{\"columns\":[{\"index\":0,\"field\":\"name\"},{\"index\":1}]}");
        assertThat(server.imports.change.columns()).containsEntry(0, "name").containsEntry(1, "");
        admin.send("PATCH", "/api/imports/3", "{\"columns\":[{\"index\":2,\"era\":\"BE\"}]}");
        assertThat(server.imports.change.columns()).isEmpty();
        assertThat(server.imports.change.eras()).isEqualTo(Map.of(2, "BE"));
        assertThat(server.imports.change.mode()).isNull();
        assertThat(admin.send("PATCH", "/api/imports/3", "{\"headerRow\":\"x\"}")
                        .status())
                .isEqualTo(400);
        Answer unknown = admin.send("PATCH", "/api/imports/3", "{\"mode\":\"both\",\"team\":\"7\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/errors/0/field").asText()).isEqualTo("team");
        assertThat(server.imports.change.mode()).as("nothing is changed").isNull();
        assertThat(admin.get("/api/imports/3/sheets").json().at("/items/0").toString())
                .isEqualTo("{\"sheet\":\"Contacts\",\"entity\":\"contact\",\"column\":0,"
                        + "\"header\":\"รหัสลูกค้า\",\"field\":\"account\"}");
        Answer next = admin.send("POST", "/api/imports/3/sheets", "{\"sheet\":\"Contacts\"}");
        assertThat(next.status()).isEqualTo(201);
        assertThat(next.json().path("entity").asText()).isEqualTo("contact");
        assertThat(admin.send("POST", "/api/imports/3/check", "").status()).isEqualTo(202);
        JsonNode problem =
                admin.get("/api/imports/3/problems").json().path("items").get(0);
        assertThat(problem.path("message").asText()).isEqualTo("Must be filled in");
        assertThat(dayRead()).isEqualTo("Read as 10/01/1982");
        admin.send("PUT", "/api/settings", "{\"era\":\"BE\"}");
        assertThat(dayRead()).isEqualTo("Read as 10/01/2525");
        Answer failed = admin.get("/api/imports/3/failed.csv");
        assertThat(failed.header("Content-Type")).startsWith("text/csv");
        assertThat(failed.text()).contains("เหตุผล");
        assertThat(admin.get("/api/imports/4").status()).isEqualTo(404);
    }

    @Test
    public void aCellOfAnImportIsCorrectedAndThatIsTakenBack() {
        JsonNode page = admin.get("/api/imports/3/rows?show=error").json();
        assertThat(page.path("next").asInt()).isEqualTo(2);
        assertThat(page.at("/items/0/problems/0/message").asText()).isEqualTo("Must be filled in");
        assertThat(page.at("/items/0/cells/1").asText()).isEqualTo("x");

        String fix = "{\"row\":2,\"column\":0,\"value\":\"a\",\"ref\":\"7\"}";
        JsonNode fixed = admin.send("POST", "/api/imports/3/cells", fix).json();
        assertThat(server.importChecks.fixes).containsExactly(new Fix(2, 0, "", "a", 7));
        assertThat(fixed.at("/rows/0/fixes/0/ref").asText()).isEqualTo("7");
        assertThat(fixed.at("/rows/0/problems")).isEmpty();

        admin.send("DELETE", "/api/imports/3/cells", "{\"row\":2,\"column\":0}");
        assertThat(server.importChecks.fixes).isEmpty();
        admin.send("POST", "/api/imports/3/cells", "{\"column\":1,\"was\":\"x\",\"value\":\"y\"}");
        assertThat(server.importChecks.fixes).containsExactly(new Fix(0, 1, "x", "y", 0));
        assertThat(admin.send("POST", "/api/imports/3/cells", "{\"row\":\"x\"}").status())
                .isEqualTo(400);
    }

    @Test
    public void itIsDecidedWhatIsDoneWithARowThatMayBeThereAlready() {
        JsonNode page = admin.get("/api/imports/3/rows?show=likely").json();
        assertThat(page.path("forAll").asText()).isEqualTo("skip");
        assertThat(page.at("/items/0/likely/0/id").asText()).isEqualTo("5");
        assertThat(page.at("/items/0/likely/0/reasons/0").asText()).isEqualTo("taxId");
        assertThat(page.at("/items/0/likely/1/row").asInt()).isEqualTo(4);

        String choice = "{\"row\":2,\"choice\":\"merge\",\"record\":\"5\"}";
        JsonNode decided = admin.send("POST", "/api/imports/3/choices", choice).json();
        assertThat(server.importChecks.choices).containsExactly(new Choice(2, "merge", 5));
        assertThat(decided.at("/rows/0/choice").asText()).isEqualTo("merge");
        assertThat(decided.at("/summary/skipped").isNumber()).isTrue();
    }

    private static String dayRead() {
        JsonNode items = admin.get("/api/imports/3/problems").json().path("items");
        return items.get(1).path("message").asText();
    }

    @Test
    public void jobsTellHowFarTheyAre() {
        JsonNode job = admin.get("/api/jobs/70").json();
        assertThat(job.path("done").asInt()).isEqualTo(3);
        assertThat(job.path("total").asInt()).isEqualTo(10);
        assertThat(job.path("user").asText()).isEqualTo("8");
        assertThat(admin.get("/api/jobs").json().path("items")).isEmpty();
        assertThat(admin.get("/api/jobs?of=all").json().path("items")).hasSize(1);
        assertThat(admin.send("DELETE", "/api/jobs/70", (String) null).status()).isEqualTo(204);
        assertThat(admin.get("/api/jobs/71").status()).isEqualTo(404);
    }

    @Test
    public void aReportIsReadStrictly() {
        Answer unknown = admin.send("POST", "/api/query", "{\"dimension\":[]}");
        assertThat(unknown.json().path("detail").asText()).contains("dimension");
        String whole = "{\"dimensions\":[{\"name\":\"stage\",\"path\":\"stage\"}],\"facts\":{\"cards\":{\"entity\":"
                + "\"account\",\"measures\":{\"count\":{\"function\":\"count\"}}}}}";
        Answer answered = admin.send("POST", "/api/query", whole);
        assertThat(answered.json().path("detail").asText()).contains("answers no reports");
    }
}

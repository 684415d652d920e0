package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.api.message.Text;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.rest.Browser.Answer;

public class RecordPartsTest {
    private static TestServer server;
    private static Browser malee;
    private static String account;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
        server.setup.words.put("account.done", new Text("ทำ {name} แล้ว", "{name} is done"));
        server.setup.words.put("why.roleAll.yes", new Text("บทบาท {subject}", "The role {subject}"));
        server.start();
        malee = server.browser().signedIn("malee");
        account = "/api/records/account/"
                + malee.send("POST", "/api/records/account", "{\"name\":\"A\"}")
                        .json()
                        .path("id")
                        .asText();
    }

    @AfterClass
    public static void stop() throws Exception {
        server.stop();
    }

    @Test
    public void anActionAnswersItsSentenceAndTheRecordAsItIsNow() {
        Answer answer = malee.send(
                "POST",
                account + "/actions/greet",
                "{\"input\":{\"parent\":{\"id\":\"77\",\"entity\":\"account\"}}}",
                "If-Match",
                "\"1\"");
        assertThat(answer.json().path("message").asText()).isEqualTo("greet is done");
        assertThat(answer.json().path("record").path("name").asText()).isEqualTo("A");
        assertThat(answer.json().path("open").path("entity").asText()).isEqualTo("account");
        assertThat(server.actions.runs).hasSize(1);
        assertThat(server.actions.runs.get(0).version()).isEqualTo(1);
        assertThat(server.actions.runs.get(0).values()).containsEntry("parent", "77");
        Answer unknown = malee.send("POST", account + "/actions/unknown", "{}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("code").asText()).isEqualTo("action.unknown");
    }

    @Test
    public void bulkWorkBecomesAJob() {
        Answer byIds = malee.send(
                "POST",
                "/api/records/account/bulk",
                "{\"verb\":\"update\",\"ids\":[\"5\"],\"values\":{\"name\":\"B\"}}");
        assertThat(byIds.status()).isEqualTo(202);
        assertThat(byIds.json().path("job").asText()).isEqualTo("70");
        malee.send("POST", "/api/records/account/bulk", "{\"verb\":\"delete\",\"text\":\"old\"}");
        assertThat(server.jobs.started.toString()).contains("ids=[5]").contains("op=matches, value=old");
        assertThat(malee.send("POST", "/api/records/account/bulk", "{\"verb\":\"delete\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    public void historyAndTimelineComeWithWords() {
        JsonNode entry = malee.get(account + "/history").json();
        assertThat(entry.path("next").asText()).isEqualTo("n5");
        assertThat(entry.path("items").get(0).path("changes").get(0).path("new").isNull())
                .isTrue();
        assertThat(entry.path("items").get(0).path("by").path("id").asText()).isEqualTo("8");
        JsonNode happening =
                malee.get(account + "/timeline").json().path("items").get(0);
        assertThat(happening.path("state").path("label").path("en").asText()).isEqualTo("Active");
        assertThat(happening.path("at").asText()).isEqualTo("2026-11-22T04:15:00Z");
    }

    @Test
    public void notesAreWrittenAndRead() {
        assertThat(malee.send("POST", account + "/notes", "{\"text\":\"โทรแล้ว\"}")
                        .status())
                .isEqualTo(201);
        assertThat(malee.get(account + "/notes")
                        .json()
                        .path("items")
                        .get(0)
                        .path("text")
                        .asText())
                .isEqualTo("โทรแล้ว");
        assertThat(malee.send("POST", account + "/notes", "{}").status()).isEqualTo(400);
    }

    @Test
    public void aNoteThatWasWrittenMeanwhileIsNotOverwritten() {
        JsonNode made = malee.send("POST", account + "/notes", "{\"text\":\"@ก\",\"mentions\":[\"2\",\"3\"]}")
                .json();
        assertThat(made.path("unreached").findValuesAsText("id")).containsExactly("3");
        String note = "/api/notes/" + made.path("id").asText();
        String[] seen = {"If-Match", "\"" + made.path("at").asText() + "\""};
        assertThat(malee.send("PATCH", note, "{\"text\":\"first\"}", "If-Match", "x")
                        .status())
                .isEqualTo(400);
        Answer first = malee.send("PATCH", note, "{\"text\":\"first\"}", seen);
        assertThat(first.status()).isEqualTo(200);
        Answer second = malee.send("PATCH", note, "{\"text\":\"second\"}", seen);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.json().at("/current/text").asText()).isEqualTo("first");
    }

    @Test
    public void sharesAreReadAsTheyWereWritten() {
        String shares = "[{\"principal\":{\"kind\":\"team\",\"id\":\"30\"},\"read\":true,\"append\":true,"
                + "\"until\":\"2026-12-31T00:00:00Z\"}]";
        JsonNode kept = malee.send("PUT", account + "/shares", shares).json().get(0);
        assertThat(kept.path("principal").path("id").asText()).isEqualTo("30");
        assertThat(kept.path("read").asBoolean()).isTrue();
        assertThat(kept.path("write").asBoolean()).isFalse();
        assertThat(kept.path("until").asText()).isEqualTo("2026-12-31T00:00:00Z");
        String wrong = "[{\"principal\":{\"kind\":\"team\",\"id\":\"30\"},\"until\":\"soon\"}]";
        assertThat(malee.send("PUT", account + "/shares", wrong).status()).isEqualTo(400);
        assertThat(malee.send("PUT", account + "/shares", "[5]").status()).isEqualTo(400);
    }

    @Test
    public void whySpeaksInSentencesAndOfOthersOnlyToAdministrators() {
        JsonNode why = malee.get(account + "/why?verb=update").json();
        assertThat(why.path("allowed").asBoolean()).isTrue();
        assertThat(why.path("reasons").get(0).path("text").asText()).isEqualTo("The role Sales");
        assertThat(malee.get(account + "/why?verb=update&user=7").status()).isEqualTo(403);
        server.callers.know(FakeSessions.caller("somchai"));
        Browser admin = server.browser().signedIn("admin");
        assertThat(admin.get(account + "/why?verb=update&user=7").status()).isEqualTo(200);
        assertThat(admin.get(account + "/why?user=99").status()).isEqualTo(404);
        assertThat(malee.get(account + "/why?verb=updaet").status()).isEqualTo(400);
        assertThat(malee.get(account + "/why?verb=name").status())
                .as("a field is no verb")
                .isEqualTo(400);
    }

    @Test
    public void whyTellsWhichRoleHidesAField() {
        server.rights.fields.put("account.revenue", Access.NONE);
        JsonNode why = malee.get(account + "/why?field=revenue").json();
        server.rights.fields.clear();
        assertThat(why.path("allowed").asBoolean(true)).isFalse();
        assertThat(why.at("/reasons/0/rule").asText()).isEqualTo("fieldNone");
        assertThat(malee.get(account + "/why?field=revenue")
                        .json()
                        .path("allowed")
                        .asBoolean())
                .isTrue();
        assertThat(malee.get(account + "/why?field=revenue&verb=update").status())
                .isEqualTo(400);
        assertThat(malee.get(account + "/why?field=nothing").status()).isEqualTo(400);
        assertThat(malee.get(account + "/why?field=revenue&user=7").status()).isEqualTo(403);
    }

    @Test
    public void accessTellsWhatOneMayDoWithThisRecord() {
        server.rights.levels.put("account.delete", Level.NONE);
        JsonNode access = malee.get(account + "/access").json();
        assertThat(access.path("update").asBoolean()).isTrue();
        assertThat(access.path("delete").asBoolean()).isFalse();
        server.rights.levels.clear();
    }

    @Test
    public void aRecordIsFollowedAndItsAccessSaysSo() {
        assertThat(follows()).isFalse();
        assertThat(malee.send("PUT", account + "/follow", "").status()).isEqualTo(204);
        assertThat(follows()).isTrue();
        assertThat(malee.send("DELETE", account + "/follow", "").status()).isEqualTo(204);
        assertThat(follows()).isFalse();
    }

    private boolean follows() {
        return malee.get(account + "/access").json().path("follows").asBoolean(true);
    }

    @Test
    public void ofWhatIsNotThereNobodyIsToldHisRights() {
        assertThat(malee.get("/api/records/account/1/access").status()).isEqualTo(404);
        assertThat(malee.get("/api/records/account/1/why").status()).isEqualTo(404);
    }

    @Test
    public void countsTellTheSizesOfRelatedLists() {
        String id = account.substring(account.lastIndexOf('/') + 1);
        server.records.create("account", Map.of("name", "child", "parent", Long.valueOf(id)));
        JsonNode counts = malee.get(account + "/counts").json();
        assertThat(counts.path("account.parent").path("value").asInt()).isEqualTo(1);
    }

    @Test
    public void countsTellHowManyNotesAndFilesThereAre() {
        JsonNode before = malee.get(account + "/counts").json();
        malee.send("POST", account + "/notes", "{\"text\":\"one more\"}");
        JsonNode counts = malee.get(account + "/counts").json();
        assertThat(counts.at("/notes/value").asInt())
                .isEqualTo(before.at("/notes/value").asInt() + 1);
        assertThat(counts.at("/notes/exact").asBoolean()).isTrue();
        assertThat(counts.at("/files/value").asInt()).isEqualTo(server.files.stored.size());
    }

    @Test
    public void filesGoInAndOutUnderTheirThaiNames() {
        String name = "ใบเสนอราคา 1.html";
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: text/html\r\n\r\n<script>1</script>\r\n--x--\r\n";
        Answer put = malee.send(
                "POST", account + "/files", TestServer.utf8(form), "Content-Type", "multipart/form-data; boundary=x");
        assertThat(put.status()).as(put.text()).isEqualTo(201);
        assertThat(put.json().path("name").asText()).isEqualTo(name);
        Answer got = malee.get("/api/files/" + put.json().path("id").asText());
        assertThat(got.text()).isEqualTo("<script>1</script>");
        assertThat(got.header("Content-Disposition")).startsWith("attachment; filename*=UTF-8''%E0%B9%83");
        assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(got.header("Content-Security-Policy")).contains("sandbox");
        assertThat(malee.get("/api/files/99").status()).isEqualTo(404);
    }

    @Test
    public void aFileMayHaveTheLongestNameThatAnyDiskKnows() {
        String name = "ก".repeat(251) + ".pdf";
        String form =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\na\r\n--x--\r\n";
        Answer put = malee.send(
                "POST", account + "/files", TestServer.utf8(form), "Content-Type", "multipart/form-data; boundary=x");
        assertThat(put.status()).as(put.text()).isEqualTo(201);
        assertThat(put.json().path("name").asText()).isEqualTo(name);
    }

    @Test
    public void uploadsEndAtTheLimitTheCompanySet() {
        long usual = server.files.largest;
        server.files.largest = 1_000_000;
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                + "y".repeat(3_000_000) + "\r\n--x--\r\n";
        Answer told = malee.send(
                "POST", account + "/files", TestServer.utf8(form), "Content-Type", "multipart/form-data; boundary=x");
        assertThat(told.status()).isEqualTo(413);
        assertThat(told.json().path("code").asText()).isEqualTo("upload.large");
        assertThat(malee.sendChunked(account + "/files", TestServer.utf8(form)).status())
                .isEqualTo(413);
        server.files.largest = usual;
    }

    @Test
    public void whatIsDeletedIsListed() {
        JsonNode bin = malee.get("/api/recycle-bin").json().path("items");
        assertThat(bin.get(0).path("label").asText()).isEqualTo("Gone");
        String wish = "text=go&entity=lead&by=7&from=2026-11-01&until=2026-11-30&after=5";
        assertThat(malee.get("/api/recycle-bin?" + wish)
                        .json()
                        .path("items")
                        .path(0)
                        .path("label")
                        .asText())
                .isEqualTo("Wish[text=go, entity=lead, by=7, from=Optional[2026-11-01], until=Optional[2026-11-30],"
                        + " after=5]");
        for (String wrong : List.of("from=yesterday", "until=2026-13-01", "by=me")) {
            assertThat(malee.get("/api/recycle-bin?" + wrong).status())
                    .as(wrong)
                    .isBetween(400, 422);
        }
        assertThat(malee.send("POST", "/api/recycle-bin/4/restore", "").status())
                .isEqualTo(404);
    }
}

package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.rest.Browser.Answer;

public class RecordsOverHttpTest {
    private static TestServer server;
    private static Browser malee;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer().start();
        malee = server.browser().signedIn("malee");
    }

    @AfterClass
    public static void stop() throws Exception {
        server.stop();
    }

    private static Answer create(String name) {
        return malee.send("POST", "/api/records/account", "{\"name\":\"" + name + "\",\"revenue\":12.50}");
    }

    @Test
    public void aRecordIsCreatedReadChangedAndDeleted() {
        Answer created = create("บริษัท ศาลา จำกัด");
        assertThat(created.status()).isEqualTo(201);
        String id = created.json().path("id").asText();
        assertThat(created.header("Location")).endsWith("/api/records/account/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");

        Answer read = malee.get("/api/records/account/" + id);
        assertThat(read.text()).contains("\"id\":\"" + id + "\"").contains("\"revenue\":12.50");
        assertThat(read.json().path("name").asText()).isEqualTo("บริษัท ศาลา จำกัด");
        assertThat(read.json().has("nameKey")).isFalse();

        Answer changed = malee.send("PATCH", "/api/records/account/" + id, "{\"name\":\"B\"}", "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(malee.send("DELETE", "/api/records/account/" + id, (String) null, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(204);
        assertThat(malee.get("/api/records/account/" + id).status()).isEqualTo(404);
    }

    @Test
    public void aStaleVersionIsToldWithTheRecordAsItIsNow() {
        String id = create("A").json().path("id").asText();
        malee.send("PATCH", "/api/records/account/" + id, "{\"name\":\"B\"}", "If-Match", "\"1\"");
        Answer stale = malee.send("PATCH", "/api/records/account/" + id, "{\"name\":\"C\"}", "If-Match", "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.header("Content-Type")).startsWith("application/problem+json");
        assertThat(stale.json().path("current").path("name").asText()).isEqualTo("B");
        assertThat(malee.send("PATCH", "/api/records/account/" + id, "{}").status())
                .isEqualTo(428);
    }

    @Test
    public void refusedValuesAreNamedInTheCallersLanguage() {
        Answer english = malee.send("POST", "/api/records/account", "{}");
        assertThat(english.status()).isEqualTo(422);
        assertThat(english.json().path("errors").get(0).path("field").asText()).isEqualTo("name");
        assertThat(english.json().path("errors").get(0).path("message").asText())
                .isEqualTo("Must be filled in");
        Answer thai = server.browser().signedIn("somchai").send("POST", "/api/records/account", "{}");
        assertThat(thai.json().path("errors").get(0).path("message").asText()).isEqualTo("กรุณากรอก");
        assertThat(thai.json().path("title").asText()).isEqualTo("มีบางค่าที่บันทึกไม่ได้");
    }

    @Test
    public void listsComeByBodyAndByAddressInPages() {
        for (int i = 0; i < 3; i++) {
            create("page me");
        }
        String question = "{\"fields\":[\"name\"],\"limit\":2,\"count\":true,"
                + "\"filter\":{\"field\":\"name\",\"value\":\"page me\"}}";
        Answer first = malee.send("POST", "/api/records/account/query", question);
        assertThat(first.json().path("items")).hasSize(2);
        assertThat(first.json().path("total").path("value").asInt()).isEqualTo(3);
        String next = first.json().path("next").asText();
        Answer second = malee.get("/api/records/account?fields=name&text=page&limit=2&after=" + next);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.json().has("next")).isFalse();
    }

    @Test
    public void aPageSaysOnWhichOfItsRecordsAVerbIsAllowed() {
        String own = create("may I").json().path("id").asText();
        String foreign = create("may I").json().path("id").asText();
        server.rights.untouchable.add(Long.valueOf(foreign));
        String filter = "\"filter\":{\"field\":\"name\",\"value\":\"may I\"}}";
        Answer asked = malee.send("POST", "/api/records/account/query", "{\"may\":\"update\"," + filter);
        assertThat(asked.json().path("items")).hasSize(2);
        assertThat(asked.json().path("may").toString()).isEqualTo("[\"" + own + "\"]");
        assertThat(malee.send("POST", "/api/records/account/query", "{" + filter)
                        .json()
                        .has("may"))
                .isFalse();
        assertThat(malee.send("POST", "/api/records/account/query", "{\"may\":\"fly\"," + filter)
                        .status())
                .isEqualTo(400);
    }

    @Test
    public void severalCodesAreAListOnTheWire() {
        Answer created = malee.send("POST", "/api/records/account", "{\"name\":\"A\",\"tags\":\",x,y,\"}");
        assertThat(created.json().path("tags").toString()).isEqualTo("[\"x\",\"y\"]");
        Answer listed = malee.send("POST", "/api/records/account/query", "{\"fields\":[\"parent.tags\",\"tags\"]}");
        assertThat(listed.text()).contains("\"tags\":[\"x\",\"y\"]");
    }

    @Test
    public void whatIsOnlyNotThereYetIsWorthTryingAgain() throws Exception {
        TestServer starting = new TestServer().without("history", "jobs").start();
        Browser browser = starting.browser().signedIn("malee");
        for (String path : new String[] {"/api/records/account/5/history", "/api/jobs"}) {
            Answer answer = browser.get(path);
            assertThat(answer.status()).as(path).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
        }
        starting.stop();
    }

    @Test
    public void referencesAreWrittenAsTheyAreRead() {
        String parent = create("parent").json().path("id").asText();
        Answer child = malee.send(
                "POST",
                "/api/records/account",
                "{\"name\":\"child\",\"parent\":{\"id\":\"" + parent + "\",\"label\":\"x\",\"entity\":\"account\"}}");
        assertThat(child.status()).isEqualTo(201);
        assertThat(child.json().path("parent").asText()).isEqualTo(parent);
    }

    @Test
    public void whatIsNotThereIsSaidPlainly() {
        Answer unknown = malee.get("/api/records/unicorn/5");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("code").asText()).isEqualTo("entity.unknown");
        Answer module = malee.send("POST", "/api/records/opportunity/query", "{}");
        assertThat(module.status()).isEqualTo(404);
        assertThat(module.json().path("title").asText()).contains("Sales");
        assertThat(malee.get("/api/records/account/abc").status()).isEqualTo(404);
        assertThat(malee.get("/api/nothing").json().path("code").asText()).isEqualTo("address.unknown");
        assertThat(malee.get("/api/records/account/1/nothing").status()).isEqualTo(404);
        assertThat(malee.send("PUT", "/api/records/account/1", "{}").status()).isEqualTo(405);
    }

    @Test
    public void aModuleBeingReplacedIsWorthTryingAgain() {
        server.modules.state = org.salacrm.api.module.Modules.State.UPGRADING;
        Answer away = malee.send("POST", "/api/records/opportunity/query", "{}");
        server.modules.state = org.salacrm.api.module.Modules.State.AVAILABLE;
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isEqualTo("2");
    }
}

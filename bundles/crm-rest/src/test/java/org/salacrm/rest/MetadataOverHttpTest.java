package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.api.action.Actions.Ask;
import org.salacrm.api.action.Actions.Offer;
import org.salacrm.api.definition.Form;
import org.salacrm.api.definition.HomeBlock;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Menu;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.View;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Filter;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.rest.Browser.Answer;
import org.salacrm.test.Types;

public class MetadataOverHttpTest {
    private static TestServer server;
    private static Browser malee;

    @BeforeClass
    public static void start() throws Exception {
        server = new TestServer();
        server.types.put(Types.entity(
                "deal",
                Types.text("name", true),
                Types.ref("account", "account"),
                Types.pick("stage", "dealStage"),
                phone("mobile"),
                phone("phone"),
                phone("fax"),
                phone("counter"),
                Types.of("line", Kind.LINE, String.class)));
        server.setup.save(
                new PickList("dealStage", List.of(item("new", "open"), item("offered", "open"), item("won", "won"))));
        server.setup.definitions.add(new Lifecycle(
                "x.deal",
                "deal",
                "stage",
                "new",
                List.of(),
                List.of(
                        new Lifecycle.Transition(
                                "win", List.of("open"), "won", List.of("name*"), Map.of(), Filter.NONE, "", "", true),
                        new Lifecycle.Transition(
                                "back", List.of("won"), "(open)", List.of(), Map.of(), Filter.NONE, "", "", false)),
                Map.of(),
                "",
                ""));
        server.actions.offers.add(offer("win", "transition"));
        server.actions.offers.add(offer("back", "transition"));
        server.actions.offers.add(offer("copy", "conversion"));
        server.setup.definitions.add(new Menu("sales", "", "cash", 1, "", "", "", "", ""));
        server.setup.definitions.add(new Menu("deals", "sales", "cash", 1, "list", "deal", "", "", ""));
        server.setup.definitions.add(new Menu("empty", "", "x", 2, "", "", "", "", ""));
        server.setup.definitions.add(new Menu("absent", "empty", "x", 1, "list", "unicorn", "", "", ""));
        server.setup.definitions.add(
                new View("x.mine", "deal", List.of(), List.of(), Filter.eq("owner", "@me"), "", 1));
        server.setup.definitions.add(new HomeBlock("x.mine", "x.mine", "", List.of(), 1));
        server.setup.definitions.add(new HomeBlock("x.absent", "x.absent", "", List.of(), 2));
        server.rights.fields.put("account.revenue", Access.NONE);
        server.rights.fields.put("account.status", Access.READ);
        server.rights.levels.put("account.delete", Level.NONE);
        server.rights.levels.put("account.import", Level.NONE);
        server.start();
        malee = server.browser().signedIn("malee");
    }

    private static FieldType phone(String name) {
        return Types.of(name, Kind.PHONE, String.class);
    }

    private static PickList.Item item(String code, String phase) {
        return new PickList.Item(code, Text.of(code), 1, "info", phase, Optional.empty(), true);
    }

    private static Offer offer(String id, String kind) {
        Ask ask = new Ask(id.equals("win") ? "name" : "target", "account", "name", "account.name", true);
        return new Offer("deal", id, kind, Filter.NONE, Optional.empty(), List.of(ask), "", false);
    }

    @AfterClass
    public static void stop() throws Exception {
        server.stop();
    }

    @Test
    public void fieldsWithoutRightAreAbsentAndOthersSayWhatMayBeDone() {
        JsonNode type = malee.get("/api/types/account").json();
        assertThat(type.toString()).doesNotContain("revenue").doesNotContain("nameKey");
        JsonNode status = field(type, "status");
        assertThat(status.path("access").asText()).isEqualTo("read");
        assertThat(status.path("options").get(0).path("label").path("th").asText())
                .isEqualTo("ใช้งาน");
        assertThat(field(type, "name").path("required").asBoolean()).isTrue();
        assertThat(field(type, "name").path("maxLength").asInt()).isEqualTo(200);
        assertThat(type.path("access").path("delete").asBoolean()).isFalse();
        assertThat(server.browser().signedIn("admin").get("/api/types/account").text())
                .contains("revenue");
    }

    @Test
    public void everyNumberOnWhichSomebodyAnswersIsNamedAndALineIdIsKnownAsOne() {
        JsonNode type = malee.get("/api/types/deal").json();
        assertThat(texts(type.path("phones"))).containsExactly("mobile", "phone", "counter");
        assertThat(field(type, "line").path("kind").asText()).isEqualTo("line");
    }

    private static JsonNode field(JsonNode type, String name) {
        for (JsonNode field : type.path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name);
    }

    @Test
    public void theShortFormIsThatOfADefinitionElseOfTheClass() {
        Form given =
                new Form("x.short", "deal", none(), none(), List.of("stage", "name", "gone"), none(), none(), none());
        assertThat(texts(malee.get("/api/types/deal").json().path("quick"))).containsExactly("name");
        server.setup.definitions.add(given);
        server.setup.save(server.setup.get("dealStage"));
        try {
            assertThat(texts(malee.get("/api/types/deal").json().path("quick"))).containsExactly("stage", "name");
        } finally {
            server.setup.reset(Form.class, given.id());
            server.setup.save(server.setup.get("dealStage"));
        }
    }

    private static <T> List<T> none() {
        return List.of();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    @Test
    public void relatedListsAreFoundByWhoRefers() {
        JsonNode related = malee.get("/api/types/account").json().path("related");
        Set<String> ids = new HashSet<>();
        related.forEach(list -> ids.add(list.path("id").asText()));
        assertThat(ids).containsExactlyInAnyOrder("account.parent", "deal.account");
    }

    @Test
    public void aListBelowARecordMayHaveANameOfItsOwn() {
        server.setup.words.put("account.parent.list", new Text("บริษัทในเครือ", "Group companies"));
        JsonNode related = malee.get("/api/types/account").json().path("related");
        List<String> labels = new ArrayList<>();
        related.forEach(list -> labels.add(list.path("label").path("en").asText()));
        assertThat(labels).contains("Group companies");
    }

    @Test
    public void usualViewsStandInWhereNoneAreDefined() {
        JsonNode views = malee.get("/api/types/account").json().path("views");
        assertThat(views).hasSize(3);
        assertThat(views.get(1).path("filter").path("value").asText()).isEqualTo("@me");
        assertThat(views.get(0).path("label").path("th").asText()).isEqualTo("ทั้งหมด");
        assertThat(malee.get("/api/types/deal").json().path("views")).hasSize(1);
    }

    @Test
    public void aLifecycleComesWithStatesInsteadOfPhases() {
        JsonNode type = malee.get("/api/types/deal").json();
        JsonNode lifecycle = type.path("lifecycle");
        assertThat(lifecycle.path("states").get(2).path("closed").asBoolean()).isTrue();
        JsonNode win = lifecycle.path("transitions").get(0);
        assertThat(win.path("from").toString()).isEqualTo("[\"new\",\"offered\"]");
        assertThat(win.path("fields").get(0).path("required").asBoolean()).isTrue();
        JsonNode back = lifecycle.path("transitions").get(1);
        assertThat(back.path("choices").toString()).isEqualTo("[\"new\",\"offered\"]");
        assertThat(field(type, "stage").path("readOnly").asBoolean()).isTrue();
        assertThat(type.path("board").path("field").asText()).isEqualTo("stage");
        assertThat(type.path("actions")).hasSize(1);
        JsonNode asked = type.path("actions").get(0).path("input").get(0);
        assertThat(asked.path("name").asText()).isEqualTo("target");
        assertThat(asked.path("from").asText()).isEqualTo("account.name");
    }

    @Test
    public void theBeginningNamesMenusAndEntities() {
        JsonNode beginning = malee.get("/api/bootstrap").json();
        assertThat(beginning.path("menus")).hasSize(1);
        assertThat(beginning
                        .path("menus")
                        .get(0)
                        .path("children")
                        .get(0)
                        .path("target")
                        .path("entity")
                        .asText())
                .isEqualTo("deal");
        assertThat(beginning.path("entities")).hasSize(2).allSatisfy(entity -> assertThat(
                        entity.path("import").asBoolean())
                .isEqualTo(entity.path("name").asText().equals("deal")));
        assertThat(beginning.path("entities").get(0).path("common").asBoolean(true))
                .isFalse();
        assertThat(beginning.path("entities").get(0).path("custom").isBoolean()).isTrue();
        assertThat(beginning.at("/company/timeZone").asText()).isEqualTo("Asia/Bangkok");
        assertThat(beginning.path("user").path("teams").get(0).asText()).isEqualTo("30");
        assertThat(beginning.path("csrf").asText()).isNotEmpty();
    }

    @Test
    public void theHomePageIsOneAnswerOfBlocksTheirRecordsAndTheirTypes() {
        JsonNode home = malee.get("/api/home").json();
        assertThat(home.path("blocks")).hasSize(1);
        JsonNode block = home.path("blocks").get(0);
        assertThat(block.path("view").asText()).isEqualTo("x.mine");
        assertThat(block.path("rows").isArray()).isTrue();
        assertThat(home.at("/types/deal/lifecycle/field").asText()).isEqualTo("stage");
        assertThat(home.path("team").asBoolean()).isTrue();
    }

    @Test
    public void theHomePageIsArrangedAsOneKeepsItOneself() {
        assertThat(malee.get("/api/home").json().has("arrangement")).isFalse();
        malee.send("PUT", "/api/preferences/home", "{\"order\":[\"b\"],\"hidden\":[]}");
        assertThat(malee.get("/api/home").json().at("/arrangement/order/0").asText())
                .isEqualTo("b");
        malee.send("PUT", "/api/preferences/home", "null");
        assertThat(malee.get("/api/home").json().has("arrangement")).isFalse();
    }

    @Test
    public void whatTheClientHasAlreadyIsNotSentAgain() {
        for (String path : new String[] {"/api/bootstrap", "/api/types/account", "/api/openapi.json"}) {
            Answer first = malee.get(path);
            Answer again = malee.get(path, "If-None-Match", first.header("ETag"));
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.raw().body()).isEmpty();
        }
    }

    @Test
    public void theDescriptionKnowsNewFieldsAtOnceAndPointsNowhereWrong() {
        EntityType before = server.types.get("deal");
        assertThat(malee.get("/api/openapi.json").text()).doesNotContain("xRegion");
        List<FieldType> more = new ArrayList<>(before.fields());
        more.add(Types.text("xRegion", false));
        server.types.put(before.withFields(more));
        JsonNode description = malee.get("/api/openapi.json").json();
        assertThat(description.path("openapi").asText()).startsWith("3.0");
        JsonNode schemas = description.path("components").path("schemas");
        assertThat(schemas.path("record.deal").path("properties").has("xRegion"))
                .isTrue();
        description.findValuesAsText("$ref").forEach(ref -> assertThat(schemas.has(ref.substring(21)))
                .as(ref)
                .isTrue());
        List<String> ids = description.findValuesAsText("operationId");
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(50);
        assertThat(description.toString()).doesNotContain("account\":{\"revenue");
        server.types.put(before);
    }
}

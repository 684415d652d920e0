package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.api.setting.SavedViews;

public class SavedViewsOverHttpTest {
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

    @Test
    public void aSavedViewOpensWithoutWhatIsNotThereAnyMore() {
        JsonNode left = saved("{'columns':['name','grade'],'pinned':['grade'],'group':'grade','mode':'table',"
                + "'sort':[{'path':'grade','desc':true},{'path':'name','desc':false}],'filter':{'all':["
                + "{'field':'grade','value':'A'},{'field':'name','op':'notEmpty'},{'not':{'field':'parent.grade'"
                + ",'value':'A'}},{'exists':{'entity':'zoo','via':'x'}}]}}");
        assertThat(texts(left.path("columns"))).containsExactly("name");
        assertThat(left.path("pinned")).isEmpty();
        assertThat(left.has("group")).isFalse();
        assertThat(left.path("sort").findValuesAsText("path")).containsExactly("name");
        assertThat(left.path("filter").path("all").findValuesAsText("field")).containsExactly("name");
        assertThat(texts(left.path("gone"))).containsExactly("grade", "parent.grade", "zoo");
        JsonNode bare = saved("{'columns':['grade'],'sort':[],'mode':'table','filter':{'field':'grade','value':1}}");
        assertThat(bare.path("columns")).as("never none at all").isNotEmpty();
        assertThat(bare.has("filter")).isFalse();
    }

    private static JsonNode saved(String body) {
        server.savedViews.views.add(
                new SavedViews.SavedView(9, 1, "account", "x", "all", 0, 1, body.replace('\'', '"')));
        JsonNode views = malee.get("/api/types/account").json().path("views");
        server.savedViews.views.clear();
        return views.get(views.size() - 1);
    }

    @Test
    public void aViewNamesOnlyWhatIsThere() {
        for (String wrong : List.of(
                "'columns':['zz']",
                "'columns':['name'],'group':'zz'",
                "'columns':['name'],'pinned':['zz']",
                "'columns':['name'],'pinned':7",
                "'columns':['name'],'sort':[{'path':'name.zz','desc':true}]",
                "'columns':['name'],'filter':{'field':'zz','op':'empty'}",
                "'columns':['name'],'widths':{'name':-5}",
                "'columns':['name'],'widths':{'name':1000000000}")) {
            Browser.Answer answer = malee.send("POST", "/api/views", view(wrong));
            assertThat(answer.status()).as(wrong).isEqualTo(400);
        }
        assertThat(malee.send("POST", "/api/views", view("'columns':['name'],'widths':{'name':90}"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    public void aPeriodThatEndsBeforeItBeginsIsNotKept() {
        String period = "'columns':['name'],'filter':{'all':[{'field':'name','op':'between','value':['%s','%s']}]}";
        Browser.Answer refused =
                malee.send("POST", "/api/views", view(String.format(period, "2026-03-02", "2026-03-01")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo("filter");
        assertThat(malee.send("POST", "/api/views", view(String.format(period, "2026-03-01", "2026-03-02")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    public void whoeverKeepsAViewAnewSaysWhichHeSaw() {
        String body = view("'columns':['name']");
        assertThat(malee.send("PUT", "/api/views/5", body).status()).isEqualTo(428);
        assertThat(malee.send("PUT", "/api/views/5", body, "If-Match", "\"1\"").status())
                .isEqualTo(200);
        Browser.Answer later = malee.send("PUT", "/api/views/5", body, "If-Match", "\"" + FakeViews.OLD + "\"");
        assertThat(later.status()).isEqualTo(412);
        assertThat(later.json().path("code").asText()).isEqualTo("view.stale");
        Browser.Answer gone = malee.send("PUT", "/api/views/" + FakeViews.GONE, body, "If-Match", "*");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().path("code").asText()).isEqualTo("view.gone");
        assertThat(malee.send("DELETE", "/api/views/" + FakeViews.GONE, (String) null)
                        .status())
                .isEqualTo(404);
    }

    private static String view(String arranged) {
        return ("{'entity':'account','name':'x','audience':'private'," + arranged + "}").replace('\'', '"');
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}

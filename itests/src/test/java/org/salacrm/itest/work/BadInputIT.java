package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.itest.Wait;

/** What a careless program or an attacker sends to the running product: a clear answer, and all data as before. */
public class BadInputIT extends WorkTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> NASTY = List.of(
            "'",
            "\"",
            "';drop table core_account;--",
            "' or '1'='1",
            "1) or (1=1",
            "name desc; select 1",
            "%",
            "_%!",
            "\\",
            "?",
            "$1",
            ":name",
            "{fn now()}",
            "/*",
            "--",
            "@me",
            "@field:owner.password",
            "*",
            "../../etc/passwd",
            "\r\nSet-Cookie: a=b",
            "<script>alert(1)</script>",
            "NULL",
            "\u2028",
            "👻",
            "name,name",
            "-",
            "1e999",
            "-1",
            "99999999999999999999");

    private final List<String> wrong = new ArrayList<>();

    private record Question(String method, String path, Object body, String... headers) {}

    @Test
    public void whatLooksLikeSqlIsOnlyText() {
        String account = customer("บริษัท อยู่ครบ จำกัด");
        long before = me.count("account");
        for (String nasty : NASTY) {
            questions(nasty, account).forEach(question -> ask(nasty, question));
        }
        assertThat(wrong).isEmpty();
        assertThat(me.count("account")).isEqualTo(before);
        assertThat(read("account", account).get("name").asText()).isEqualTo("บริษัท อยู่ครบ จำกัด");
    }

    private void ask(String nasty, Question question) {
        HttpResponse<String> answer = me.send(question.method, question.path, question.body, question.headers);
        String what = question.method + " " + question.path + " " + question.body + " " + List.of(question.headers);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= 500) {
            wrong.add(what + " answered " + answer.statusCode() + " " + answer.body());
        } else if (answer.statusCode() >= 400 && !leavesTheApi(question)) {
            JsonNode problem = type.startsWith("application/problem+json") ? Person.read(answer.body()) : null;
            if (problem == null || !problem.path("title").asText().matches("(?s).*[ก-๙].*")) {
                wrong.add(what + " is not told in Thai: " + answer.statusCode() + " " + answer.body());
            }
        } else if (!type.contains("json") && answer.statusCode() != 204 && !leavesTheApi(question)) {
            wrong.add(what + " answered " + type);
        }
        if (answer.headers().firstValue("Set-Cookie").isPresent()) {
            wrong.add(what + " set a cookie for " + nasty);
        }
    }

    /** An address that steps up is another one: the client's page or none. */
    private static boolean leavesTheApi(Question question) {
        return question.path.contains("..%2F");
    }

    /** The text in the place of everything that a request can say. */
    private static List<Question> questions(String nasty, String account) {
        List<Question> all = new ArrayList<>();
        String word = encoded(nasty);
        for (String parameter :
                List.of("fields", "filter", "sort", "limit", "after", "text", "textField", "count", "sums", "other")) {
            all.add(new Question("GET", "/api/records/account?" + parameter + "=" + word, null));
        }
        for (String path : List.of(
                "records/%s",
                "records/account/%s",
                "records/account/%s/history",
                "records/account/" + account + "/%s",
                "records/account/" + account + "?fields=%s",
                "records/account/" + account + "/history?after=%s",
                "records/account/" + account + "/timeline?after=%s",
                "records/account/" + account + "/why?verb=%s",
                "records/account/" + account + "/why?verb=read&user=%s",
                "types/%s",
                "pick-lists/%s",
                "recycle-bin?after=%s",
                "files/%s",
                "imports/%s",
                "jobs/%s",
                "roles/%s/rights",
                "preferences/%s",
                "%s")) {
            all.add(new Question("GET", "/api/" + path.replace("%s", word), null));
        }
        for (Map<String, Object> query : queries(nasty)) {
            all.add(new Question("POST", "/api/records/account/query", query));
        }
        reports(nasty).forEach(report -> all.add(new Question("POST", "/api/query", report)));
        String record = "/api/records/account/" + account;
        all.add(new Question("POST", record + "/actions/" + word, Map.of()));
        all.add(new Question("POST", "/api/records/account/bulk", Map.of("verb", nasty, "ids", List.of(nasty))));
        all.add(new Question("POST", "/api/records/account", Map.of(nasty, nasty)));
        if (!nasty.contains("\n") && !nasty.equals("*") && nasty.chars().allMatch(c -> c < 128)) {
            all.add(new Question("PATCH", record, Map.of("remark", "x"), "If-Match", nasty));
            all.add(new Question("GET", record, null, "If-None-Match", nasty));
            all.add(new Question("GET", "/api/bootstrap", null, "Accept-Language", nasty));
        }
        return all;
    }

    private static List<Map<String, Object>> queries(String nasty) {
        Map<String, Object> exists = Map.of("entity", nasty, "via", nasty);
        return List.of(
                Map.of("fields", List.of(nasty)),
                Map.of("fields", List.of("account." + nasty)),
                Map.of("sort", List.of(Map.of("path", nasty, "desc", true))),
                Map.of("after", nasty),
                Map.of("text", nasty),
                Map.of("text", nasty, "textField", nasty),
                Map.of("sums", List.of(nasty)),
                Map.of("limit", nasty),
                Map.of("filter", nasty),
                Map.of("filter", Map.of(nasty, nasty)),
                Map.of("filter", where(nasty, "=", nasty)),
                Map.of("filter", where("name", nasty, nasty)),
                Map.of("filter", where("name", "contains", nasty)),
                Map.of("filter", where("name", "startsWith", nasty)),
                Map.of("filter", where("name", "in", List.of(nasty, nasty))),
                Map.of("filter", where("name", "between", List.of(nasty, nasty))),
                Map.of("filter", where("creditLimit", "<", nasty)),
                Map.of("filter", where("createdAt", "within", nasty)),
                Map.of("filter", where("owner", "=", nasty)),
                Map.of("filter", where("status", "notIn", List.of(nasty))),
                Map.of("filter", Map.of("exists", exists)));
    }

    private static List<Map<String, Object>> reports(String nasty) {
        Map<String, Object> count = Map.of("function", "count");
        Map<String, Object> fact = Map.of("entity", "account", "measures", Map.of("n", count));
        Map<String, Object> summed = Map.of("function", "sum", "of", nasty);
        return List.of(
                Map.of("facts", Map.of(nasty, fact)),
                Map.of("facts", Map.of("f", Map.of("entity", nasty, "measures", Map.of("n", count)))),
                Map.of("facts", Map.of("f", Map.of("entity", "account", "measures", Map.of(nasty, count)))),
                Map.of("facts", Map.of("f", Map.of("entity", "account", "measures", Map.of("n", summed)))),
                Map.of("facts", Map.of("f", fact), "dimensions", List.of(Map.of("name", nasty, "path", nasty))),
                Map.of("facts", Map.of("f", fact), "expressions", Map.of("e", nasty)),
                Map.of("facts", Map.of("f", fact), "order", List.of(nasty)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    public void whateverIsTypedIsKeptAndFoundAsItIs() {
        for (String nasty : NASTY) {
            if (nasty.startsWith("@") || !nasty.strip().equals(nasty)) {
                continue; // a token, or blanks that nobody types
            }
            String name = "ราย " + nasty;
            String id = made("account", "name", name, "remark", nasty);
            assertThat(read("account", id).get("remark").asText()).isEqualTo(nasty);
            for (String op : List.of("=", "contains", "startsWith")) {
                assertThat(listed("account", "id", where("name", op, name)))
                        .as("%s %s", op, name)
                        .contains(id);
            }
            assertThat(me.query("account", Map.of("text", name, "fields", List.of("id")))
                            .get("items")
                            .findValuesAsText("id"))
                    .contains(id);
        }
    }

    @Test
    public void aValueThatDoesNotFitIsRefusedByItsField() {
        Map<String, Object> values = new HashMap<>(pairs("name", "x".repeat(500_000), "creditLimit", "much"));
        values.put("employees", List.of(1));
        values.put("rating", Map.of("a", 1));
        values.put("owner", "nobody");
        values.put("nothing", 1);
        HttpResponse<String> answer = me.send("POST", "/api/records/account", values);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode errors = Person.read(answer.body()).get("errors");
        assertThat(errors.findValuesAsText("field")).containsExactlyInAnyOrderElementsOf(values.keySet());
        assertThat(errors.findValuesAsText("message")).allMatch(message -> message.matches("(?s).*[ก-๙].*"));
    }

    @Test
    public void numbersThatTheDatabaseCannotHoldAreToldInWords() {
        made("account", "name", "บริษัท รวยมาก จำกัด", "annualRevenue", "9999999999999.99");
        String product = String.join("*", Collections.nCopies(9, "annualRevenue"));
        ask(product, new Question("POST", "/api/query", reports(product).get(3)));
        assertThat(wrong).isEmpty();
    }

    @Test
    public void aTimeBeyondAllCalendarsIsRefused() {
        for (String day : List.of("-999999999-01-01", "%2B999999999-12-31", "9999-12-31", "0000-01-01", "x")) {
            String question = "?from=" + day + "&to=" + day;
            for (String path : List.of("/api/calendar", "/api/calendar/days")) {
                assertThat(me.send("GET", path + question, null).statusCode())
                        .as(path + question)
                        .isEqualTo(400);
            }
        }
        Map<String, Object> rest = Map.of("ids", List.of("1"), "until", "+1000000000-12-31T23:59:59Z");
        assertThat(me.send("POST", "/api/alerts/snooze", rest).statusCode()).isEqualTo(422);
    }

    @Test
    public void aFileIsNeverServedAsAPageWhateverItsNameSays() {
        String account = customer("บริษัท ไฟล์ จำกัด");
        byte[] page = "<!DOCTYPE html><script>alert(document.cookie)</script>".getBytes(StandardCharsets.UTF_8);
        for (String name :
                List.of("photo.png", "page.html", "image.svg", "a.xhtml", "noname", "x.pdf.exe", "..\\x.js")) {
            String id = Person.read(me.attach("/api/records/account/" + account + "/files", Map.of(), name, page)
                            .body())
                    .get("id")
                    .asText();
            HttpResponse<String> got = me.send("GET", "/api/files/" + id, null);
            assertThat(got.headers().firstValue("Content-Type").orElse(""))
                    .as(name)
                    .doesNotContain("html", "xml", "svg", "javascript");
            assertThat(got.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(got.headers().firstValue("X-Content-Type-Options").orElse(""))
                    .isEqualTo("nosniff");
            assertThat(got.body()).isEqualTo(new String(page, StandardCharsets.UTF_8));
        }
    }

    @Test
    public void anUploadThatBreaksOffKeepsNothing() {
        String path = "/api/records/account/" + customer("บริษัท ครึ่งเดียว จำกัด") + "/files";
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhalf";
        BodyPublisher half = BodyPublishers.fromPublisher(BodyPublishers.ofString(form), form.length() + 1000);
        HttpRequest.Builder request = me.signed(HttpRequest.newBuilder(sala().address(path)))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(half);
        assertThatThrownBy(() -> sala().send(request)).isInstanceOf(UncheckedIOException.class);
        Wait.until(() -> "nothing is half there", SOON, () -> incoming() == 0);
        assertThat(me.get(path).get("items")).isEmpty();
    }

    private int incoming() {
        String[] names = sala().data().resolve("files/incoming").toFile().list();
        return names == null ? 0 : names.length;
    }
}

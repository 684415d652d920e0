package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.test.Proves;

/** What is written down and kept beside records: nothing of it goes without a trace, and none of it runs. */
public class NotesAndFilesIT extends WorkTest {

    @Test
    @Proves({"GEN-25", "OPP-23"})
    public void aNoteShowsItsAuthorIsWrittenAnewAndLeavesATraceWhenItGoes() {
        String customer = customer("บริษัท จดไว้ จำกัด");
        String deal = made("opportunity", "name", "จดไว้", "account", customer, "expectedCloseOn", TO_CLOSE);
        for (String place : List.of("/api/records/account/" + customer, "/api/records/opportunity/" + deal)) {
            String colleague =
                    team.administrator.get("/api/session").at("/user/id").asText();
            Map<String, Object> words = Map.of("text", "ฝาก @Admin โทรกลับ", "mentions", List.of(colleague));
            JsonNode note = me.ok("POST", place + "/notes", words);
            assertThat(note.at("/by/label").asText()).isNotEmpty();
            assertThat(note.at("/mentions/0/id").asText()).isEqualTo(colleague);

            String address = "/api/notes/" + note.get("id").asText();
            assertThat(me.ok("PATCH", address, Map.of("pinned", true))
                            .get("pinned")
                            .asBoolean())
                    .isTrue();
            assertThat(me.get(place + "/notes?pinned=true").get("items")).hasSize(1);
            assertThat(me.ok("PATCH", address, Map.of("text", "โทรกลับแล้ว")).has("changed"))
                    .isTrue();
            JsonNode told = me.get(place + "/timeline?kinds=note&text=" + encoded("โทรกลับ"))
                    .get("items");
            assertThat(told).hasSize(1);
            assertThat(told.at("/0/note/text").asText()).isEqualTo("โทรกลับแล้ว");

            assertThat(me.send("DELETE", address, null).statusCode()).isEqualTo(204);
            assertThat(me.get(place + "/notes").get("items")).isEmpty();
            assertThat(me.get(place + "/history").at("/items/0/verb").asText()).isEqualTo("remove-note");
        }
    }

    @Test
    public void anEmailDroppedOnARecordIsAMessageOfWhichNothingRuns() {
        String customer = customer("บริษัท ได้จดหมาย จำกัด");
        String place = "/api/records/account/" + customer;
        byte[] letter = String.join(
                        "\r\n",
                        "From: buyer@shop.example",
                        "To: me@sala.example",
                        "Subject: Price please",
                        "Date: Mon, 23 Nov 2026 10:15:00 +0700",
                        "Content-Type: text/html; charset=UTF-8",
                        "",
                        "<p>ขอราคา <b>100</b> ชิ้น</p><script>alert(1)</script>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(me.attach(place + "/mail", Map.of(), "letter.eml", letter).statusCode())
                .isEqualTo(201);
        JsonNode told = me.get(place + "/timeline?kinds=message").at("/items/0");
        assertThat(told.get("label").asText()).isEqualTo("Price please");
        String id = told.get("record").asText();
        holds(read("activity", id), Map.of("description", "ขอราคา 100 ชิ้น", "mailFrom", "buyer@shop.example"));
        assertThat(me.get("/api/records/activity/" + id + "/files")
                        .at("/items/0/name")
                        .asText())
                .isEqualTo("letter.eml");
        assertThat(me.attach(place + "/mail", Map.of(), "x.eml", new byte[] {1, 2, 3})
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @Proves({"GEN-26", "OPP-24"})
    public void aFileOfTheSameNameIsANewVersionAndOnlyAPdfIsShown() {
        String customer = customer("บริษัท แนบไว้ จำกัด");
        String deal = made("opportunity", "name", "แนบไว้", "account", customer, "expectedCloseOn", TO_CLOSE);
        for (String place : List.of("/api/records/account/" + customer, "/api/records/opportunity/" + deal)) {
            attach(place, "quote.pdf", "%PDF-1.4 first");
            attach(place, "Quote.pdf", "%PDF-1.4 second");
            attach(place, "page.html", "<script>alert(1)</script>");
            JsonNode files = me.get(place + "/files").get("items");
            assertThat(files.findValuesAsText("name")).containsExactly("page.html", "Quote.pdf", "quote.pdf");

            String second = files.at("/1/id").asText();
            String first = files.at("/1/versions/0/id").asText();
            assertThat(me.send("GET", "/api/files/" + first, null).body()).isEqualTo("%PDF-1.4 first");
            HttpResponse<String> shown = me.send("GET", "/api/files/" + second + "?show=true", null);
            assertThat(shown.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("inline");
            assertThat(shown.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
            HttpResponse<String> page =
                    me.send("GET", "/api/files/" + files.at("/0/id").asText() + "?show=true", null);
            assertThat(page.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("DENY");

            assertThat(me.send("DELETE", "/api/files/" + second, null).statusCode())
                    .isEqualTo(204);
            assertThat(me.get(place + "/files").at("/items/1/id").asText()).isEqualTo(first);
        }
    }

    @Test
    @Proves({"GEN-25", "GEN-26"})
    public void everyKindOfRecordTakesNotesAndFiles() {
        me = team.administrator;
        for (JsonNode entity : me.get("/api/bootstrap").get("entities")) {
            String name = entity.get("name").asText();
            String place = "/api/records/" + name + "/" + some(name);
            JsonNode features = me.get("/api/types/" + name).get("features");
            assertThat(features.get("notes").asBoolean()
                            && features.get("files").asBoolean())
                    .as(name)
                    .isTrue();
            String note = "จดไว้ที่ " + name;
            me.ok("POST", place + "/notes", Map.of("text", note));
            attach(place, name + ".txt", note);

            assertThat(me.get(place + "/timeline?kinds=note").findValuesAsText("text"))
                    .as(name)
                    .contains(note);
            JsonNode file = me.get(place + "/files").at("/items/0");
            assertThat(file.path("name").asText()).isEqualTo(name + ".txt");
            assertThat(me.send("GET", "/api/files/" + file.get("id").asText(), null)
                            .body())
                    .isEqualTo(note);
        }
    }

    /** A record of an entity: one that is there or else a new one, of which is said what has to be. */
    private String some(String entity) {
        JsonNode there =
                me.query(entity, Map.of("fields", List.of(), "limit", 1)).at("/items/0/id");
        if (!there.isMissingNode()) {
            return there.asText();
        }
        Map<String, Object> values = new HashMap<>();
        String whose = entity.equals("consent") ? "contact" : "account"; // needed, though no field says so
        for (JsonNode field : me.get("/api/types/" + entity).get("fields")) {
            boolean hangsOn = field.get("name").asText().equals(whose)
                    && !field.get("readOnly").asBoolean();
            if (hangsOn || field.get("required").asBoolean() && !field.has("value")) {
                values.put(field.get("name").asText(), value(field));
            }
        }
        return me.create(entity, values).get("id").asText();
    }

    private Object value(JsonNode field) {
        return switch (field.get("kind").asText()) {
            case "ref" -> some(field.get("ref").asText());
            case "pick" -> field.at("/options/0/code").asText();
            case "date" -> TO_CLOSE;
            default -> "จดและแนบ";
        };
    }

    @Test
    public void lettersAndMailsAreMessagesAndCallsAreNot() {
        String customer = customer("บริษัท เขียนหา จำกัด");
        for (String type : List.of("letter", "phone")) {
            made("activity", "type", type, "subject", type, "account", customer);
        }
        JsonNode told = me.get("/api/records/account/" + customer + "/timeline?kinds=message")
                .get("items");
        assertThat(told.findValuesAsText("icon")).containsExactly("letter");
    }

    private void attach(String place, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        assertThat(me.attach(place + "/files", Map.of(), name, bytes).statusCode())
                .isEqualTo(201);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

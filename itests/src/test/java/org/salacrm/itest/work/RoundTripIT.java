package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.After;
import org.junit.Test;
import org.salacrm.itest.Database;
import org.salacrm.itest.Person;
import org.salacrm.test.Proves;

/** What was exported and is imported again is what it was, of each kind of record that can be imported. */
public class RoundTripIT extends WorkTest {
    /** Those that others name come before them. */
    private static final List<String> IN_ORDER = List.of(
            "unit",
            "postalArea",
            "productGroup",
            "department",
            "territory",
            "team",
            "competitor",
            "mailTemplate",
            "account",
            "job",
            "user",
            "product",
            "contact",
            "lead",
            "anniversary",
            "opportunity",
            "activity");

    /** Beside what nobody may write: fields that a file does not bring back, and why. */
    static final Map<String, String> STAYS_BEHIND = Map.ofEntries(
            Map.entry("activity.recurrence", "whatever comes again makes records of the same name by itself"),
            Map.entry("activity.regarding", "a title alone does not tell what kind of record it is"),
            Map.entry("user.owner", "a new user owns himself, and cannot be named before he is there"));

    /** Nobody is given rights by a file. */
    static final Set<String> RIGHTS = Set.of("user.roles", "user.teams");

    /** Either language and era, in either format, makes records on one database and changes them on the other. */
    private static final Map<Database, List<Trip.Look>> LOOKS = Map.of(
            Database.DERBY, List.of(new Trip.Look("th", "BE", "xlsx"), new Trip.Look("en", "CE", "csv")),
            Database.POSTGRES, List.of(new Trip.Look("th", "BE", "csv"), new Trip.Look("en", "CE", "xlsx")));

    @After
    public void readAsBefore() {
        team.administrator.ok("PUT", "/api/settings", Map.of("locale", "th", "era", "BE"));
        for (JsonNode field : team.administrator.get("/api/types/competitor").get("fields")) {
            if (field.get("custom").asBoolean()) {
                String name = field.get("name").asText();
                team.administrator.ok("DELETE", "/api/types/competitor/fields/" + name + "?force=true", null);
            }
        }
    }

    @Test
    @Proves({"CDB-13", "CDB-15"})
    public void everyKindOfRecordIsTheSameAgain() {
        List<String> known = new ArrayList<>(IN_ORDER);
        known.add("consent"); // of which no name tells whose it is: below
        assertThat(importable()).containsExactlyInAnyOrderElementsOf(known);
        ownFields();
        Map<String, List<String>> records = new HashMap<>();
        List<Trip.Look> looks = LOOKS.get(database);
        List<String> differences = new ArrayList<>();
        for (String entity : IN_ORDER) {
            differences.addAll(new Trip(team.administrator, entity, records).make(looks.get(0), looks.get(1)));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    @Proves("CDB-13")
    public void consentsComeBackToTheirPeople() {
        Person clerk = team.administrator;
        String purpose = clerk.create("consentPurpose", Map.of("name", "ข่าวสาร, โปรโมชัน", "text", "ยินยอม"))
                .get("id")
                .asText();
        List<String> people = List.of(made("contact", "name", "ผู้ยินยอม ก"), made("contact", "name", "ผู้ยินยอม ข"));
        List<String> consents = people.stream()
                .map(contact -> made(
                        "consent", "purpose", purpose, "contact", contact, "way", "phone", "givenOn", "2026-02-28"))
                .toList();
        List<String> fields = List.of("purpose", "contact", "way", "givenOn");
        Map<String, Object> which = Map.of("fields", fields, "filter", where("id", "in", consents), "format", "csv");
        byte[] file = clerk.file("/api/records/consent/export", which).body();
        consents.forEach(id -> clerk.ok("DELETE", "/api/records/consent/" + id, null, "If-Match", "*"));

        JsonNode summary =
                BroughtIn.file(clerk, "consent", "consents.csv", file).run();
        assertThat(summary.get("create").asInt()).isEqualTo(2);
        for (String contact : people) {
            JsonNode again = clerk.query("consent", Map.of("fields", fields, "filter", where("contact", "=", contact)))
                    .get("items")
                    .get(0);
            assertThat(again.get("purpose").get("id").asText()).isEqualTo(purpose);
            assertThat(again.get("way").asText()).isEqualTo("phone");
            assertThat(again.get("givenOn").asText()).isEqualTo("2026-02-28");
        }
    }

    @Test
    public void whatDoesNotComeBackIsKnown() {
        Set<String> left = new TreeSet<>();
        for (String entity : importable()) {
            for (JsonNode field : team.administrator.get("/api/types/" + entity).get("fields")) {
                boolean cannot = field.path("ref").asText().equals("*");
                if (cannot && !field.get("readOnly").asBoolean()) {
                    left.add(entity + "." + field.get("name").asText());
                }
            }
        }
        left.addAll(List.of("user.owner", "activity.recurrence"));
        assertThat(left).isEqualTo(new TreeSet<>(STAYS_BEHIND.keySet()));
    }

    private List<String> importable() {
        List<String> found = new ArrayList<>();
        for (JsonNode entity : team.administrator.get("/api/bootstrap").get("entities")) {
            if (entity.get("import").asBoolean()) {
                found.add(entity.get("name").asText());
            }
        }
        return found;
    }

    /** A field of each kind that a company may add; words of its lists hold what else stands between words. */
    private void ownFields() {
        List<Map<String, Object>> options = List.of(
                option("a", "เครื่องจักร, อะไหล่/อุปกรณ์", "Machines, parts/tools"),
                option("b", "อะไหล่", "Parts; spare"),
                option("c", "ไม่มี", "None"));
        List<String> plain = List.of("text", "textarea", "email", "phone", "url", "line", "taxId", "int", "bool");
        plain.forEach(kind -> ownField(kind, Map.of()));
        List.of("date", "datetime").forEach(kind -> ownField(kind, Map.of()));
        List.of("pick", "multipick").forEach(kind -> ownField(kind, Map.of("options", options)));
        List.of("money", "percent").forEach(kind -> ownField(kind, Map.of("decimals", 2)));
        ownField("decimal", Map.of("decimals", 4));
    }

    private static Map<String, Object> option(String code, String thai, String english) {
        return Map.of("code", code, "label", Map.of("th", thai, "en", english));
    }

    private void ownField(String kind, Map<String, Object> more) {
        Map<String, Object> field = new HashMap<>(more);
        field.put("name", "own_" + kind);
        field.put("kind", kind);
        field.put("label", Map.of("th", "ของเรา " + kind, "en", "Our " + kind));
        team.administrator.ok("POST", "/api/types/competitor/fields", field);
    }
}

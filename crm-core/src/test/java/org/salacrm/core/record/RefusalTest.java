package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.record.Records.Saved;

public class RefusalTest extends WriteTest {
    @Test
    public void everythingThatIsWrongIsToldAtOnce() {
        Map<String, Object> values = new HashMap<>();
        values.put("nme", "typing error");
        values.put("employees", "many");
        values.put("email", "nobody");
        values.put("links", List.of(Map.of("url", "not a url"), Map.of("title", "no url")));
        values.put("addresses", List.of(Map.of("mapPicture", "12"), Map.of("mapPicture", "../12")));
        assertThat(Stores.refusals(() -> world.records.create("account", values)))
                .containsExactlyInAnyOrder(
                        "nme invalid.unknown",
                        "name invalid.required",
                        "employees invalid.type.number",
                        "email invalid.email",
                        "links[0].url invalid.url",
                        "links[1].url invalid.required",
                        "addresses[1].mapPicture invalid.picture");
    }

    @Test
    public void numbersKeepWithinTheirLimits() {
        refused("employees", -1, "invalid.min");
        refused("employees", "99999999999", "invalid.type.whole");
        refused("employees", 1.5, "invalid.type.whole");
        refused("employees", "1e400000000", "invalid.type.whole");
        refused("creditDays", 366, "invalid.max");
        refused("annualRevenue", "10.005", "invalid.scale");
        refused("annualRevenue", "123456789012345678", "invalid.large");
        refused("annualRevenue", "1e999999999", "invalid.large");
        refused("annualRevenue", "9".repeat(1_000_000), "invalid.type.number");
        taken("employees", "๑๒", 12);
        taken("creditDays", 365, 365);
    }

    @Test
    public void textsKeepWithinTheirLimits() {
        refused("name", "x".repeat(201), "invalid.length");
        refused("name", "x".repeat(10_000_000), "invalid.length");
        refused("name", 7, "invalid.type.text");
        refused("name", "a\u0000b", "invalid.characters");
        refused("name", "a\uD800b", "invalid.characters");
        refused("name", List.of("a"), "invalid.type.text");
        taken("name", "'; drop table core_account; --", "'; drop table core_account; --");
        for (String nothing : List.of("\u200B", "\u202E \u00A0", "\u3164\u2060", "\u2800")) {
            refused("name", nothing, "invalid.required");
        }
        taken("name", "\u202Eก", "\u202Eก");
        taken("name", "two\r\nlines", "two lines");
        taken("remark", "two\r\nlines", "two\nlines");
    }

    @Test
    public void textsOfSpecialKindsAreChecked() {
        refused("email", "a b@c.th", "invalid.email");
        refused("email", "a@b", "invalid.email");
        taken("email", "Som.Chai@EXAMPLE.co.th", "som.chai@example.co.th");
        refused("phone", "call me", "invalid.phone");
        refused("phone", "12", "invalid.phone");
        taken("phone", "๐๒-๑๒๓-๔๕๖๗ ต่อ 12", "02-123-4567 ต่อ 12");
        taken("phone", "+66 (0) 81 234 5678", "+66 (0) 81 234 5678");
        refused("website", "javascript:alert(1)", "invalid.url");
        taken("website", "www.sala.example", "https://www.sala.example");
        refused("taxId", "123", "invalid.taxId.digits");
        refused("taxId", "0107544000107", "invalid.taxId.check");
        taken("taxId", "0-1075-44000-10-8", "0107544000108");
    }

    @Test
    public void datesAreThoseOfTheWire() {
        refused("foundedOn", "31/12/2545", "invalid.type.date");
        refused("foundedOn", "2026-02-30", "invalid.type.date");
        refused("foundedOn", "2569-01-01", "invalid.type.date");
        refused("foundedOn", 20260101, "invalid.type.date");
        assertThat(Stores.refusals(() -> world.records.create(
                        "activity",
                        Map.of("subject", "call", "startAt", "2026-01-01T25:00:00Z", "dueAt", "2026-01-01"))))
                .containsExactlyInAnyOrder("startAt invalid.type.datetime", "dueAt invalid.type.datetime");
    }

    @Test
    public void aCodeMustBeInUseUnlessTheRecordHasItAlready() {
        refused("rating", "lukewarm", "invalid.pick");
        refused("relations", List.of("customer", "enemy"), "invalid.pick");
        taken("relations", List.of("customer", "partner"), ",customer,partner,");
        Saved saved = world.records.create("account", Map.of("name", "A", "rating", "hot"));
        world.retire("rating", "hot");
        world.records.update("account", saved.id(), 1, Map.of("rating", "hot", "name", "B"));
        refused("rating", "hot", "invalid.pick");
    }

    @Test
    public void aReferenceLeadsSomewhere() {
        refused("territory", "12345", "invalid.reference");
        refused("territory", "abc", "invalid.type.id");
        refused("territory", "9299999999999999999", "invalid.type.id");
        refused("territory", "9223372036854775807", "invalid.reference");
        refused("territory", Map.of("label", "x"), "invalid.type.id");
        Saved parent = world.account("parent");
        taken("parent", Map.of("id", String.valueOf(parent.id()), "label", "parent"), parent.id(), "parent_id");
        assertThat(Stores.refusals(() -> world.records.create(
                        "activity",
                        Map.of("subject", "x", "regarding", Map.of("entity", "spaceship", "id", parent.id())))))
                .containsExactly("regarding invalid.reference");
        Saved activity = world.records.create(
                "activity", Map.of("subject", "x", "regarding", Map.of("entity", "account", "id", parent.id())));
        assertThat(world.rows("select regarding_id, regarding_type from core_activity where id = ?", activity.id()))
                .containsExactly(Map.of("regarding_id", parent.id(), "regarding_type", "account"));
    }

    @Test
    public void aUniqueValueIsTakenOnce() {
        Saved first = world.records.create("account", Map.of("name", "A", "code", "U" + vendor));
        refused("code", "U" + vendor, "invalid.unique");
        world.records.update("account", first.id(), 1, Map.of("code", "U" + vendor, "name", "B"));
    }

    @Test
    public void whatTheProductKeepsItselfIsNotWritten() {
        refused("createdAt", "2020-01-01T00:00:00Z", "invalid.readOnly");
        refused("nameKey", "x", "invalid.unknown");
        refused("id", "7", "invalid.unknown");
        refused("version", 7, "invalid.unknown");
    }

    @Test
    public void partsAreAListOfObjects() {
        refused("addresses", "Bangkok", "invalid.type.list");
        assertThat(Stores.refusals(() -> create("addresses", List.of("Bangkok", Map.of("planet", "x")))))
                .containsExactly("addresses[0] invalid.type.object", "addresses[1].planet invalid.unknown");
        List<Object> many = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            many.add(Map.of());
        }
        refused("addresses", many, "invalid.type.list");
    }

    private void refused(String field, Object value, String key) {
        assertThat(Stores.refusals(() -> create(field, value)))
                .as(field + " " + TextKinds.shown(value))
                .containsExactly(field + " " + key);
    }

    private void taken(String field, Object given, Object stored) {
        taken(
                field,
                given,
                stored,
                world.types.get("account").field(field).orElseThrow().column());
    }

    private void taken(String field, Object given, Object stored, String column) {
        Saved saved = create(field, given);
        assertThat(world.rows("select " + column + " as stored_value from core_account where id = ?", saved.id())
                        .get(0)
                        .get("stored_value"))
                .isEqualTo(stored);
    }

    private Saved create(String field, Object value) {
        Map<String, Object> values = new HashMap<>(Map.of("name", "A"));
        values.put(field, value);
        return world.records.create("account", values);
    }
}

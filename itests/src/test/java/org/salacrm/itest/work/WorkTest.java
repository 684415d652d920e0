package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.salacrm.itest.OnEachDatabase;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;

/** Work of a sales team over HTTP on the running product, on both databases. */
public abstract class WorkTest extends OnEachDatabase {
    /** A day that no deal of these tests is older than. */
    static final String TO_CLOSE = "2099-03-31";

    SalesTeam team;
    Person me;

    @Before
    public void comeIn() {
        team = SalesTeam.of(sala());
        me = team.salesperson;
    }

    RunningSala sala() {
        return database.shared();
    }

    /** The id of a record made by the salesperson, of which the values are given in pairs. */
    String made(String entity, Object... values) {
        return me.create(entity, pairs(values)).get("id").asText();
    }

    /** The company's mail server, on this computer. */
    static Map<String, Object> mailServer(int port) {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "security",
                "none",
                "senderAddress",
                "sala@shop.co.th");
    }

    String customer(String name) {
        return made("account", "name", name);
    }

    JsonNode read(String entity, String id) {
        return me.get("/api/records/" + entity + "/" + id);
    }

    /** The words of a pick list's code, Thai and English, as forms and lists show it. */
    JsonNode label(String entity, String field, String code) {
        for (JsonNode candidate : me.get("/api/types/" + entity).get("fields")) {
            for (JsonNode option : candidate.path("options")) {
                if (candidate.get("name").asText().equals(field)
                        && option.get("code").asText().equals(code)) {
                    return option.get("label");
                }
            }
        }
        throw new AssertionError(entity + "." + field + " has no " + code);
    }

    static Map<String, Object> pairs(Object... values) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return map;
    }

    static Map<String, Object> where(String field, String op, Object value) {
        return Map.of("field", field, "op", op, "value", value);
    }

    /** What a list shows under a column for records that a filter finds. */
    List<String> listed(String entity, String column, Map<String, ?> filter) {
        JsonNode page = me.query(entity, Map.of("fields", List.of(column), "filter", filter, "limit", 200));
        return page.get("items").findValuesAsText(column);
    }

    /** The one record of which a field has a value, as the manager reads it. */
    JsonNode theOne(String entity, String field, String value) {
        JsonNode items = team.manager
                .query(entity, Map.of("fields", List.of(), "filter", where(field, "=", value)))
                .get("items");
        assertThat(items).as("%s %s", entity, value).hasSize(1);
        return team.manager.get(
                "/api/records/" + entity + "/" + items.at("/0/id").asText());
    }

    /** Whether a record or another answer holds texts and numbers at paths such as {@code owner/label}. */
    static void holds(JsonNode record, Map<String, String> expected) {
        expected.forEach((path, value) -> {
            JsonNode found = record.at("/" + path);
            if (found.isFloatingPointNumber()) {
                assertThat(found.decimalValue()).as(path).isEqualByComparingTo(value);
            } else {
                assertThat(found.asText("")).as(path).isEqualTo(value);
            }
        });
    }
}

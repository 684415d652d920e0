package org.salacrm.itest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that an administrator can see of an installation over HTTP, to be compared with another one. */
final class Everything {
    private static final int OPENED = 15;

    private Everything() {}

    /** Every field of every record by entity and id; of some also what is seen when they are opened. */
    static Map<String, Map<String, JsonNode>> of(Person person) {
        Map<String, Map<String, JsonNode>> all = new TreeMap<>();
        for (JsonNode entity : person.get("/api/bootstrap").get("entities")) {
            String name = entity.get("name").asText();
            Map<String, JsonNode> records = records(person, name);
            records.keySet().stream().limit(OPENED).forEach(id -> all.put(name + " " + id, opened(person, name, id)));
            all.put(name, records);
        }
        all.put("recycle bin", list(person.get("/api/recycle-bin").get("items")));
        all.put("pick lists", list(person.get("/api/pick-lists")));
        return all;
    }

    static Map<String, JsonNode> records(Person person, String entity) {
        List<String> fields = new ArrayList<>();
        for (JsonNode field : person.get("/api/types/" + entity).get("fields")) {
            if (!field.get("kind").asText().equals("parts")) {
                fields.add(field.get("name").asText());
            }
        }
        Map<String, JsonNode> records = new TreeMap<>();
        String after = "";
        do {
            JsonNode page = person.query(entity, Map.of("fields", fields, "limit", 200, "after", after));
            page.get("items").forEach(record -> records.put(record.get("id").asText(), record));
            after = page.path("next").asText();
        } while (!after.isEmpty());
        return records;
    }

    private static Map<String, JsonNode> opened(Person person, String entity, String id) {
        Map<String, JsonNode> seen = new TreeMap<>();
        String address = "/api/records/" + entity + "/" + id;
        seen.put("record", person.get(address));
        for (String part : List.of("history", "notes", "files", "shares")) {
            seen.put(part, person.get(address + "/" + part));
        }
        return seen;
    }

    private static Map<String, JsonNode> list(JsonNode items) {
        Map<String, JsonNode> all = new TreeMap<>();
        items.forEach(item -> all.put(item.get("id").asText(), item));
        return all;
    }
}

package org.salacrm.itest.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.salacrm.itest.Person;
import org.salacrm.itest.work.BroughtIn.Problem;

/** Records of one kind on their way out into files and in again. */
final class Trip {
    private static final int ROWS = 4;
    /** Pieces of parts that nobody may write. */
    private static final String CALCULATED = ".* · (Amount|จำนวนเงิน|มูลค่า)";

    /** How people read what is exported, and in what format they take it. */
    record Look(String language, String era, String format) {}

    private final Person clerk;
    private final String entity;
    private final Map<String, List<String>> records;
    private final JsonNode type;
    private final List<JsonNode> fields = new ArrayList<>();
    /** Lists of parts, which have their columns behind those of the fields. */
    private final List<JsonNode> lists = new ArrayList<>();

    private final TripValues values;
    private final List<String> ids = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    /** @param records ids of what others may name, to which those of this kind are added */
    Trip(Person clerk, String entity, Map<String, List<String>> records) {
        this.clerk = clerk;
        this.entity = entity;
        this.records = records;
        this.type = clerk.get("/api/types/" + entity);
        this.values = new TripValues(records, "T" + Long.toString(System.nanoTime() % 46656, 36));
        for (JsonNode field : type.get("fields")) {
            if (!field.get("kind").asText().equals("parts")) {
                fields.add(field);
            } else if (!staysBehind(field)) {
                lists.add(field);
            }
        }
    }

    /** @return what is not as it was */
    List<String> make(Look created, Look updated) {
        for (int row = 0; row < ROWS; row++) {
            ids.add(clerk.create(entity, written(row)).get("id").asText());
            records.put(entity, ids);
        }
        List<Map<String, String>> before = read();
        byte[] first = exported(created);
        byte[] second = exported(updated);
        setAside();
        imported(created, first, "create");
        find(before);
        compare(before, created + " created");
        for (int row = 0; row < ROWS; row++) {
            Map<String, Object> other = written(row + (entity.equals("activity") ? 2 : 1));
            other.keySet().removeAll(Set.of(key(), "code", "login", "firstName", "lastName"));
            fields.stream()
                    .filter(field -> field.path("ref").asText().equals(entity))
                    .forEach(field -> other.remove(field.get("name").asText()));
            clerk.ok("PATCH", "/api/records/" + entity + "/" + ids.get(row), other, "If-Match", "*");
        }
        imported(updated, second, "update");
        compare(before, updated + " updated");
        return differences;
    }

    /** Those that came last name others of their kind. Users are never deleted: they are called something else. */
    private void setAside() {
        for (int row = ROWS - 1; row >= 0; row--) {
            String record = "/api/records/" + entity + "/" + ids.get(row);
            if (entity.equals("user")) {
                Map<String, String> other = Map.of("login", "left." + ids.get(row), "code", "", "name", "left " + row);
                clerk.ok("PATCH", record, other, "If-Match", "*");
            } else {
                clerk.ok("DELETE", record, null, "If-Match", "*");
            }
        }
    }

    private boolean staysBehind(JsonNode field) {
        String path = entity + "." + field.get("name").asText();
        return field.get("readOnly").asBoolean()
                || RoundTripIT.STAYS_BEHIND.containsKey(path)
                || RoundTripIT.RIGHTS.contains(path);
    }

    private String key() {
        return type.get("titleField").asText();
    }

    private Map<String, Object> written(int row) {
        Map<String, Object> record = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            JsonNode field = fields.get(i);
            int place = i;
            if (!field.get("readOnly").asBoolean()) {
                values.of(type, field, row, place)
                        .ifPresent(value -> record.put(field.get("name").asText(), value));
            }
        }
        for (JsonNode list : lists) {
            JsonNode part = clerk.get("/api/types/" + list.get("part").asText());
            record.put(list.get("name").asText(), List.of(values.part(part, row, 0), values.part(part, row, 1)));
        }
        return record;
    }

    private List<String> columns() {
        return Stream.concat(fields.stream(), lists.stream())
                .map(field -> field.get("name").asText())
                .toList();
    }

    private byte[] exported(Look look) {
        clerk.ok("PUT", "/api/settings", Map.of("locale", look.language(), "era", look.era()));
        return clerk.file(
                        "/api/records/" + entity + "/export",
                        Map.of("fields", columns(), "filter", WorkTest.where("id", "in", ids), "format", look.format()))
                .body();
    }

    private void imported(Look look, byte[] content, String mode) {
        BroughtIn file = BroughtIn.file(clerk, entity, "list." + look.format(), content);
        JsonNode columns = file.state().get("columns");
        for (int i = 0; i < fields.size(); i++) {
            String header = columns.get(i).get("header").asText();
            String name = fields.get(i).get("name").asText();
            String field = columns.get(i).path("field").asText("");
            if (staysBehind(fields.get(i))) {
                file.leaveOut(header);
            }
            boolean out = staysBehind(fields.get(i)) && field.isEmpty();
            if (!field.equals(name) && !out) {
                differences.add(entity + " " + look + ": " + header + " of " + name + " is read into " + field);
            }
        }
        for (int i = fields.size(); i < columns.size(); i++) {
            if (!columns.get(i).has("field")
                    && !columns.get(i).get("header").asText().matches(CALCULATED)) {
                differences.add(entity + " " + look + ": " + columns.get(i).get("header") + " is read into nothing");
            }
        }
        file.change(mode.equals("create") ? Map.of("mode", mode) : Map.of("mode", mode, "key", key()));
        JsonNode summary = file.run();
        if (summary.get(mode).asInt() != ROWS) {
            differences.add(entity + " " + look + " " + mode + ": " + summary);
        }
        for (Problem problem : file.problems()) {
            differences.add(entity + " " + look + " " + problem);
        }
    }

    /** The records that were made of those before. */
    private void find(List<Map<String, String>> before) {
        ids.clear();
        for (Map<String, String> record : before) {
            Map<String, Object> question =
                    Map.of("fields", List.of(key()), "filter", WorkTest.where(key(), "=", record.get(key())));
            for (JsonNode item : clerk.query(entity, question).get("items")) {
                ids.add(item.get("id").asText());
            }
        }
    }

    private List<Map<String, String>> read() {
        List<Map<String, String>> all = new ArrayList<>();
        for (String id : ids) {
            JsonNode record = clerk.get("/api/records/" + entity + "/" + id);
            Map<String, String> shown = new TreeMap<>();
            for (JsonNode field : fields) {
                String name = field.get("name").asText();
                if (!staysBehind(field)) {
                    shown.put(name, shown(record.path(name)));
                }
            }
            for (JsonNode list : lists) {
                String name = list.get("name").asText();
                shown.put(name, parts(record.path(name)));
            }
            all.add(shown);
        }
        return all;
    }

    private static String parts(JsonNode list) {
        List<Map<String, String>> parts = new ArrayList<>();
        for (JsonNode part : list) {
            Map<String, String> pieces = new TreeMap<>();
            part.properties().forEach(piece -> pieces.put(piece.getKey(), shown(piece.getValue())));
            pieces.keySet().removeAll(Set.of("id", "version"));
            parts.add(pieces);
        }
        return parts.toString();
    }

    private static String shown(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.has("label")
                ? value.get("label").asText()
                : value.isValueNode() ? value.asText("") : value.toString();
    }

    private void compare(List<Map<String, String>> before, String when) {
        List<Map<String, String>> now = read();
        for (int row = 0; row < Math.min(now.size(), before.size()); row++) {
            Map<String, String> is = now.get(row);
            String at = entity + " " + when + " row " + row + " ";
            before.get(row).forEach((name, was) -> {
                if (!was.equals(is.get(name))) {
                    differences.add(at + name + ": <" + was + "> is now <" + is.get(name) + ">");
                }
            });
        }
    }
}

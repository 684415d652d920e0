package org.salacrm.core.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;

/**
 * Writes what changed in a record as the text its history keeps: a list of {@code field, old, new}, for fields of parts
 * {@code lines.amount} with the part's id; a new order of parts is a change of the list itself. Thread-safe.
 */
final class ChangeText {
    private static final JsonFactory JSON = new JsonFactory();
    private final EntityTypes types;

    ChangeText(EntityTypes types) {
        this.types = types;
    }

    String of(Draft draft) {
        StringWriter text = new StringWriter(200);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (String name : draft.changes().keySet()) {
                FieldType field = draft.type().byName().get(name);
                Pair pair = new Pair(told(field, draft::old), told(field, draft::value));
                if (field.isParts()) {
                    writeParts(json, field, draft.oldParts(name), draft.parts(name));
                } else if (pair.isTold(field)) {
                    write(json, name, Optional.empty(), pair, field);
                }
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What is no field and is another now; nothing stands for what is empty. */
    static String beside(List<Traces.Beside> changes) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Traces.Beside change : changes) {
                json.writeStartObject();
                json.writeStringField("field", change.name());
                if (!change.old().isEmpty()) {
                    json.writeStringField("old", change.old());
                }
                if (!change.now().isEmpty()) {
                    json.writeStringField("new", change.now());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A reference to anything tells also to what: {@code account/7}. */
    private static Object told(FieldType field, Function<String, Optional<Object>> draft) {
        Optional<Object> value = draft.apply(field.name());
        return field.ref().equals("*") && value.isPresent()
                ? draft.apply(field.refType()).orElse("") + "/" + value.get()
                : value.orElse(null);
    }

    private record Pair(Object old, Object now) {

        /** A new record does not tell of switches that are off. */
        boolean isTold(FieldType field) {
            boolean off = old == null && Boolean.FALSE.equals(now);
            return !field.flags().hidden() && !off && !Same.same(old, now);
        }
    }

    private void writeParts(
            JsonGenerator json, FieldType list, List<Map<String, Object>> old, List<Map<String, Object>> now)
            throws IOException {
        EntityType type = types.get(list.part());
        Map<Object, Map<String, Object>> before = new LinkedHashMap<>();
        old.forEach(part -> before.put(part.get("id"), part));
        Map<Object, Map<String, Object>> after = new LinkedHashMap<>();
        now.forEach(part -> after.put(part.get("id"), part));
        Map<Object, Map<String, Object>> all = new LinkedHashMap<>(after);
        before.forEach(all::putIfAbsent);
        for (Object id : all.keySet()) {
            Map<String, Object> from = before.getOrDefault(id, Map.of());
            Map<String, Object> to = after.getOrDefault(id, Map.of());
            for (FieldType field : type.fields()) {
                Pair pair = new Pair(from.get(field.name()), to.get(field.name()));
                if (pair.isTold(field)) {
                    write(json, list.name() + "." + field.name(), Optional.of(id), pair, field);
                }
            }
        }
        List<Object> kept = after.keySet().stream().filter(before::containsKey).toList();
        if (!kept.equals(before.keySet().stream().filter(after::containsKey).toList())) {
            writeOrder(
                    json,
                    list,
                    before.keySet().stream().toList(),
                    after.keySet().stream().toList());
        }
    }

    private static void writeOrder(JsonGenerator json, FieldType list, List<Object> old, List<Object> now)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("field", list.name());
        json.writeStringField(
                "old", String.join(" ", old.stream().map(String::valueOf).toList()));
        json.writeStringField(
                "new", String.join(" ", now.stream().map(String::valueOf).toList()));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Optional<Object> part, Pair pair, FieldType field)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("field", name);
        if (part.isPresent()) {
            json.writeStringField("part", part.get().toString());
        }
        writeValue(json, "old", pair.old(), field);
        writeValue(json, "new", pair.now(), field);
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, String name, Object value, FieldType field) throws IOException {
        if (value == null) {
            return;
        }
        json.writeFieldName(name);
        if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number && !field.isRef()) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(Objects.toString(value));
        }
    }
}

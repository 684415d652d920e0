package org.salacrm.core.record.outbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.salacrm.api.event.RecordEvent;

/** The text in which the outbox keeps the events of one transaction. */
public final class EventText {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory JSON = MAPPER.getFactory();

    private EventText() {}

    public static String write(List<RecordEvent> events) {
        StringWriter text = new StringWriter(events.size() * 200);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (RecordEvent event : events) {
                write(json, event);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, RecordEvent event) throws IOException {
        json.writeStartObject();
        json.writeNumberField("sequence", event.sequence());
        json.writeStringField("entity", event.entity());
        json.writeNumberField("id", event.id());
        json.writeNumberField("version", event.version());
        json.writeStringField("kind", event.kind());
        json.writeArrayFieldStart("changed");
        for (String field : event.changed()) {
            json.writeString(field);
        }
        json.writeEndArray();
        json.writeNumberField("owner", event.owner());
        json.writeNumberField("team", event.team());
        json.writeNumberField("user", event.user());
        json.writeStringField("source", event.source());
        json.writeStringField("at", event.at().toString());
        json.writeEndObject();
    }

    public static List<RecordEvent> read(String text) {
        try {
            List<RecordEvent> events = new ArrayList<>();
            for (JsonNode node : MAPPER.readTree(text)) {
                Set<String> changed = new LinkedHashSet<>();
                node.path("changed").forEach(field -> changed.add(field.asText()));
                events.add(new RecordEvent(
                        node.path("sequence").asLong(),
                        node.path("entity").asText(),
                        node.path("id").asLong(),
                        node.path("version").asInt(),
                        node.path("kind").asText(),
                        changed,
                        node.path("owner").asLong(),
                        node.path("team").asLong(),
                        node.path("user").asLong(),
                        node.path("source").asText(),
                        Instant.parse(node.path("at").asText())));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException("an outbox row cannot be read", e);
        }
    }
}

package org.salacrm.core.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.History.Difference;
import org.salacrm.api.record.History.Entry;
import org.salacrm.api.record.Slice;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Reads the writes of a record for whoever may read it; what he may not read of its fields is left out. */
@Component(service = HistoryReader.class)
public final class HistoryReader {
    private static final int PIECE = 50;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Sql sql;
    private final EntityTypes types;
    private final Callers callers;
    private final Rights rights;
    private final Titles titles;

    @Activate
    public HistoryReader(
            @Reference Tx tx, @Reference EntityTypes types, @Reference Callers callers, @Reference Rights rights) {
        this.sql = new Sql(tx);
        this.types = types;
        this.callers = callers;
        this.rights = rights;
        this.titles = new Titles(tx, types);
    }

    private record Raw(long id, Instant at, long user, String verb, String source, String changes) {}

    /** Newest first. @param after id of the entry before, empty for the first piece */
    public Slice<Entry> of(String entity, long id, String after) {
        EntityType type = readable(entity, id);
        List<Raw> rows = rows(type, id, "id < ?", Values.after(after));
        List<Raw> piece = rows.subList(0, Math.min(PIECE, rows.size()));
        List<Entry> entries = entries(type, callers.current(), piece);
        return new Slice<>(
                entries,
                rows.size() > PIECE ? String.valueOf(piece.get(PIECE - 1).id()) : "");
    }

    /** The writes of a person, or of anybody, until a moment; newest first, one more than a piece of the timeline. */
    List<Entry> before(String entity, long id, Instant at, long person) {
        EntityType type = readable(entity, id);
        String by = person == 0 ? "" : " and user_id = " + person;
        return entries(type, callers.current(), rows(type, id, "happened_at <= ?" + by, at));
    }

    private EntityType readable(String entity, long id) {
        EntityType type = types.get(entity);
        if (!isThere(type, id) || !rights.allowed(callers.current(), entity, id, Verb.READ)) {
            throw new AbsentRecordException(entity, id);
        }
        return type;
    }

    private List<Raw> rows(EntityType type, long id, String where, Object limit) {
        return sql.list(
                "select id, happened_at, user_id, verb, source, changes from core_history"
                        + " where record_id = ? and entity = ? and " + where + " order by id desc"
                        + " fetch first " + (PIECE + 1) + " rows only",
                HistoryReader::raw,
                id,
                type.name(),
                limit);
    }

    private boolean isThere(EntityType type, long id) {
        return sql.first("select id from " + type.table() + " where id = ?", row -> row.getLong(1), id)
                .isPresent();
    }

    private static Raw raw(ResultSet row) throws SQLException {
        long user = row.getLong(3);
        return new Raw(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.wasNull() ? 0 : user,
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    private List<Entry> entries(EntityType type, Caller caller, List<Raw> rows) {
        List<List<Told>> told = new ArrayList<>();
        Titles.Wanted wanted = titles.wanted();
        for (Raw row : rows) {
            wanted.add("user", row.user());
            List<Told> readable = readable(type, caller, row);
            readable.forEach(change -> change.refs().forEach(ref -> wanted.add(ref.entity(), ref.id())));
            told.add(readable);
        }
        Map<Titles.Key, String> labels = wanted.read();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Raw row = rows.get(i);
            List<Difference> changes = told.get(i).stream()
                    .map(change -> change.difference(labels))
                    .toList();
            Ref by = new Ref("user", row.user(), labels.getOrDefault(new Titles.Key("user", row.user()), ""));
            entries.add(new Entry(row.id(), row.at(), by, row.verb(), row.source(), changes));
        }
        return entries;
    }

    /** A change as it stands in the text. */
    private record Told(String name, Optional<FieldType> field, JsonNode old, JsonNode now) {

        List<Titles.Key> refs() {
            return Stream.of(old, now).flatMap(node -> ref(node).stream()).toList();
        }

        /** The record meant: its id, where the field does not say of what kind also its entity. */
        private Optional<Titles.Key> ref(JsonNode node) {
            if (!node.isTextual() || field.filter(FieldType::isRef).isEmpty()) {
                return Optional.empty();
            }
            String text = node.asText();
            int slash = text.indexOf('/');
            return Optional.of(new Titles.Key(
                    slash < 0 ? field.get().ref() : text.substring(0, slash),
                    Long.parseLong(text.substring(slash + 1))));
        }

        Difference difference(Map<Titles.Key, String> labels) {
            return new Difference(name, value(old, labels), value(now, labels));
        }

        private Optional<Object> value(JsonNode node, Map<Titles.Key, String> labels) {
            if (node.isMissingNode()) {
                return Optional.empty();
            }
            Optional<Titles.Key> ref = ref(node);
            if (ref.isPresent()) {
                return ref.map(key -> new Ref(key.entity(), key.id(), labels.getOrDefault(key, "")));
            }
            return Optional.of(
                    node.isNumber()
                            ? node.decimalValue()
                            : node.isBoolean() ? (Object) node.asBoolean() : node.asText());
        }
    }

    private List<Told> readable(EntityType type, Caller caller, Raw row) {
        List<Told> told = new ArrayList<>();
        try {
            for (JsonNode change : JSON.readTree(row.changes())) {
                String name = change.path("field").asText();
                Optional<FieldType> field = field(type, caller, name);
                if (field.isPresent() || Traces.isBeside(row.verb(), name)) {
                    told.add(new Told(name, field, change.path("old"), change.path("new")));
                }
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a row of the history cannot be read", e);
        }
        return told;
    }

    /** The field meant by {@code name} or {@code parts.name}, empty when it is gone or not for this caller. */
    private Optional<FieldType> field(EntityType type, Caller caller, String name) {
        int dot = name.indexOf('.');
        Optional<FieldType> field =
                type.field(dot < 0 ? name : name.substring(0, dot)).filter(known -> mayRead(type, caller, known));
        if (dot < 0 || field.isEmpty()) {
            return field;
        }
        return types.find(field.get().part())
                .flatMap(part -> part.field(name.substring(dot + 1)).filter(known -> mayRead(part, caller, known)));
    }

    private boolean mayRead(EntityType type, Caller caller, FieldType field) {
        return rights.field(caller, type.name(), field.name()) != Access.NONE;
    }
}

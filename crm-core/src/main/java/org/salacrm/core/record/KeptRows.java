package org.salacrm.core.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.salacrm.api.entity.FieldType;
import org.salacrm.core.store.Tx;

/** Writes what is kept to be undone in the transaction that did it, all rows together, and reads it. */
public final class KeptRows {
    public static final String COLUMNS = "undo_id, step, entity, record_id, verb, version, body";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<List<Object>>> LISTS = new TypeReference<>() {};

    private final Tx tx;

    public KeptRows(Tx tx) {
        this.tx = tx;
    }

    /** Of a draft that was saved. */
    static Kept of(long undo, long step, Draft draft, int version) {
        String verb =
                switch (draft.kind()) {
                    case CREATE -> Kept.CREATE;
                    case UPDATE -> Kept.UPDATE;
                    case DELETE -> Kept.DELETE;
                };
        List<Kept.Field> fields = verb.equals(Kept.UPDATE) ? fields(draft) : List.of();
        return new Kept(undo, step, draft.type().name(), draft.id(), verb, version, fields);
    }

    private static List<Kept.Field> fields(Draft draft) {
        // Of which entity a reference is, is kept with the reference.
        Set<String> partners = draft.changes().keySet().stream()
                .map(name -> draft.type().byName().get(name))
                .filter(field -> field.ref().equals("*"))
                .map(FieldType::refType)
                .collect(Collectors.toSet());
        List<Kept.Field> fields = new ArrayList<>();
        for (String name : draft.changes().keySet()) {
            FieldType field = draft.type().byName().get(name);
            if (!partners.contains(name)) {
                fields.add(new Kept.Field(
                        name,
                        draft.chosen(name),
                        PlainForm.of(field, n -> draft.old(n).orElse(null)),
                        PlainForm.of(field, n -> draft.value(n).orElse(null))));
            }
        }
        return fields;
    }

    public void write(List<Kept> all) {
        String insert = "insert into core_undo_step (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = tx.connection().prepareStatement(insert)) {
            for (Kept kept : all) {
                statement.setLong(1, kept.undo());
                statement.setLong(2, kept.step());
                statement.setString(3, kept.entity());
                statement.setLong(4, kept.record());
                statement.setString(5, kept.verb());
                statement.setInt(6, kept.version());
                statement.setString(7, text(kept.fields()));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new StatementException("cannot keep what is to be undone", e);
        }
    }

    public static String text(List<Kept.Field> fields) {
        try {
            return fields.isEmpty()
                    ? null
                    : JSON.writeValueAsString(fields.stream()
                            .map(f -> Arrays.asList(f.name(), f.chosen(), f.before(), f.made()))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("only plain values can be kept", e);
        }
    }

    /** A row of {@link #COLUMNS}. */
    public static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getInt(6),
                fields(row.getString(7)));
    }

    private static List<Kept.Field> fields(String text) {
        try {
            return text == null
                    ? List.of()
                    : JSON.readValue(text, LISTS).stream()
                            .map(f -> new Kept.Field((String) f.get(0), (Boolean) f.get(1), f.get(2), f.get(3)))
                            .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is to be undone cannot be read", e);
        }
    }
}

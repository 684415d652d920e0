package org.salacrm.core.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Problem;

/** Keeps imports and their problems in the database; every call belongs to the running transaction. */
final class ImportStore {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    /** So many files of other headings may have come between two of the same. */
    private static final int LATEST = 50;

    private static final String INSERT_PROBLEM =
            "insert into core_import_problem (import_id, row_no, column_no, header, field, cell, message_key, places,"
                    + " severity, seq) values (?,?,?,?,?,?,?,?,?,?)";

    private final ObjectMapper json = new ObjectMapper();

    /** An import with the content it reads, whose it is, and how far its check or run has come. */
    record Stored(ImportState state, String hash, long user, Tally tally) {}

    void insert(Connection db, Stored stored, Instant at) throws SQLException {
        try (PreparedStatement sql =
                db.prepareStatement("insert into core_import (id, entity, user_id, hash, state, created_at, body)"
                        + " values (?,?,?,?,?,?,?)")) {
            sql.setLong(1, stored.state().id());
            sql.setString(2, stored.state().entity());
            sql.setLong(3, stored.user());
            sql.setString(4, stored.hash());
            sql.setString(5, stored.state().state());
            sql.setTimestamp(6, Timestamp.from(at));
            sql.setString(7, write(stored.state()));
            sql.executeUpdate();
        }
    }

    Optional<Stored> find(Connection db, long id) throws SQLException {
        try (PreparedStatement sql =
                db.prepareStatement("select body, hash, user_id, tally from core_import where id = ?")) {
            sql.setLong(1, id);
            try (ResultSet row = sql.executeQuery()) {
                return row.next()
                        ? Optional.of(new Stored(
                                state(row.getString(1)),
                                row.getString(2),
                                row.getLong(3),
                                Tally.of(Objects.requireNonNullElse(row.getString(4), ""))))
                        : Optional.empty();
            }
        }
    }

    /** The last import of somebody whose file had the same headings, among his latest that were checked. */
    Optional<ImportState> alike(Connection db, long user, ImportState given) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("select body from core_import where user_id = ? and entity = ?"
                + " and state <> 'uploaded' order by id desc fetch first " + LATEST + " rows only")) {
            sql.setLong(1, user);
            sql.setString(2, given.entity());
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    ImportState former = state(row.getString(1));
                    if (headings(former).equals(headings(given))) {
                        return Optional.of(former);
                    }
                }
                return Optional.empty();
            }
        }
    }

    private static List<String> headings(ImportState state) {
        return state.columns().stream().map(ImportState.Column::header).toList();
    }

    void update(Connection db, ImportState state) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("update core_import set state = ?, body = ? where id = ?")) {
            sql.setString(1, state.state());
            sql.setString(2, write(state));
            sql.setLong(3, state.id());
            sql.executeUpdate();
        }
    }

    /** How far it has come becomes true together with what it has done. */
    void reached(Connection db, long id, Tally tally) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("update core_import set tally = ? where id = ?")) {
            sql.setString(1, tally.kept());
            sql.setLong(2, id);
            sql.executeUpdate();
        }
    }

    /** From the start again. */
    void forget(Connection db, long id) throws SQLException {
        reached(db, id, Tally.START);
        for (String table : List.of("core_import_problem", "core_import_row")) {
            try (PreparedStatement sql = db.prepareStatement("delete from " + table + " where import_id = ?")) {
                sql.setLong(1, id);
                sql.executeUpdate();
            }
        }
    }

    void keep(Connection db, long id, List<Problem> problems) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement(INSERT_PROBLEM)) {
            int place = 0;
            for (Problem problem : problems) {
                sql.setLong(1, id);
                sql.setLong(2, problem.row());
                sql.setInt(3, problem.column());
                sql.setString(4, cut(problem.header()));
                sql.setString(5, cut(problem.field()));
                sql.setString(6, cut(problem.value()));
                sql.setString(7, problem.messageKey());
                sql.setString(8, write(problem.values()));
                sql.setString(9, problem.severity());
                sql.setInt(10, place++);
                sql.addBatch();
            }
            if (place > 0) {
                sql.executeBatch();
            }
        }
    }

    /** Problems in the order of rows behind a place ({@code row:seq}, anything else for the start). */
    List<Map.Entry<String, Problem>> problems(Connection db, long id, String after, int limit, boolean errors)
            throws SQLException {
        String[] place = after.matches("\\d{1,9}:\\d{1,9}") ? after.split(":") : new String[] {"-1", "-1"};
        String where = " where import_id = ? and row_no >= ? and (row_no > ? or seq > ?)"
                + (errors ? " and severity = 'error'" : "");
        List<Map.Entry<String, Problem>> found = new ArrayList<>();
        try (PreparedStatement sql =
                db.prepareStatement("select row_no, column_no, header, field, cell, message_key, places, severity, seq"
                        + " from core_import_problem" + where
                        + " order by row_no, seq fetch first " + limit + " rows only")) {
            sql.setLong(1, id);
            sql.setLong(2, Long.parseLong(place[0]));
            sql.setLong(3, Long.parseLong(place[0]));
            sql.setInt(4, Integer.parseInt(place[1]));
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    found.add(Map.entry(row.getLong(1) + ":" + row.getInt(9), problem(row)));
                }
            }
        }
        return found;
    }

    /** Problems of some rows, in their order. */
    List<Problem> problems(Connection db, long id, List<Long> rows) throws SQLException {
        String in = rows.stream().map(String::valueOf).collect(Collectors.joining(","));
        List<Problem> found = new ArrayList<>();
        if (rows.isEmpty()) {
            return found;
        }
        try (PreparedStatement sql =
                db.prepareStatement("select row_no, column_no, header, field, cell, message_key, places, severity"
                        + " from core_import_problem where import_id = ? and row_no in (" + in
                        + ") order by row_no, seq")) {
            sql.setLong(1, id);
            try (ResultSet row = sql.executeQuery()) {
                while (row.next()) {
                    found.add(problem(row));
                }
            }
        }
        return found;
    }

    /** Until the end of the transaction nobody else changes how far an import has come. */
    void lock(Connection db, long id) throws SQLException {
        try (PreparedStatement sql = db.prepareStatement("update core_import set state = state where id = ?")) {
            sql.setLong(1, id);
            sql.executeUpdate();
        }
    }

    private Problem problem(ResultSet row) throws SQLException {
        try {
            return new Problem(
                    row.getLong(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    json.readValue(row.getString(7), MAP),
                    row.getString(8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import's problem cannot be read", e);
        }
    }

    private ImportState state(String body) {
        try {
            return json.readValue(body, ImportState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an import cannot be written", e);
        }
    }

    private static String cut(String text) {
        return text.length() <= 250 ? text : text.substring(0, 250);
    }
}

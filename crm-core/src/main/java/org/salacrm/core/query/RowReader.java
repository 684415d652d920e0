package org.salacrm.core.query;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;

/** Knows which columns of a select make which values of a row. Thread-safe. */
final class RowReader {
    private final StringBuilder columns = new StringBuilder();
    private final List<Cell> cells = new ArrayList<>();
    private int next;

    private interface Cell {
        Object read(ResultSet rows) throws SQLException;
    }

    /** @param sortKeys number of columns between the version and the first output */
    RowReader(From from, List<Output> outputs, int sortKeys) {
        this.next = 3 + sortKeys;
        for (Output output : outputs) {
            cells.add(output.value().isPresent() ? cell(from, output) : rows -> null);
        }
    }

    /** The columns of the outputs, each beginning with a comma. */
    String columns() {
        return columns.toString();
    }

    Row read(ResultSet rows) throws SQLException {
        List<Object> values = new ArrayList<>(cells.size());
        for (Cell cell : cells) {
            values.add(cell.read(rows));
        }
        return new Row(rows.getLong(1), rows.getInt(2), values);
    }

    private Cell cell(From from, Output output) {
        Term term = output.value().orElseThrow();
        if (term.path().field().isParts()) {
            return rows -> null; // filled in for all rows together
        }
        int at = column(from.column(term));
        Class<?> type = term.path().field().javaType();
        if (!term.path().field().isRef()) {
            return rows -> value(rows, at, type);
        }
        if ("*".equals(term.path().field().ref())) {
            int kind = column(from.kindColumn(term));
            return rows -> ref(rows.getString(kind), rows, at, 0, String.class);
        }
        String entity = term.path().field().ref();
        int label = output.label().map(t -> column(from.column(t))).orElse(0);
        Class<?> labelType =
                output.label().<Class<?>>map(t -> t.path().field().javaType()).orElse(String.class);
        return rows -> ref(entity, rows, at, label, labelType);
    }

    private int column(String expression) {
        columns.append(", ").append(expression);
        return next++;
    }

    private static Ref ref(String entity, ResultSet rows, int id, int label, Class<?> labelType) throws SQLException {
        long value = rows.getLong(id);
        if (rows.wasNull()) {
            return null;
        }
        Object title = label == 0 ? null : value(rows, label, labelType);
        return new Ref(entity == null ? "" : entity, value, title == null ? "" : String.valueOf(title));
    }

    static Object value(ResultSet rows, int at, Class<?> type) throws SQLException {
        if (type == String.class) {
            return rows.getString(at);
        }
        if (type == BigDecimal.class) {
            return rows.getBigDecimal(at);
        }
        if (type == LocalDate.class) {
            Date date = rows.getDate(at);
            return date == null ? null : date.toLocalDate();
        }
        if (type == Instant.class) {
            Timestamp moment = rows.getTimestamp(at);
            return moment == null ? null : moment.toInstant();
        }
        Object value = type == Long.class
                ? (Object) rows.getLong(at)
                : type == Integer.class ? (Object) rows.getInt(at) : (Object) rows.getBoolean(at);
        return rows.wasNull() ? null : value;
    }
}

package org.salacrm.core.record;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.salacrm.api.entity.FieldType;

/** Typed values of fields in plain statements. */
final class Columns {

    private Columns() {}

    static Object read(ResultSet row, int column, FieldType field) throws SQLException {
        Class<?> type = field.javaType();
        Object value;
        if (type == String.class) {
            value = row.getString(column);
        } else if (type == Long.class) {
            value = row.getLong(column);
        } else if (type == Integer.class) {
            value = row.getInt(column);
        } else if (type == Boolean.class) {
            value = row.getBoolean(column);
        } else if (type == LocalDate.class) {
            Date date = row.getDate(column);
            value = date == null ? null : date.toLocalDate();
        } else if (type == Instant.class) {
            Timestamp at = row.getTimestamp(column);
            value = at == null ? null : at.toInstant();
        } else {
            value = row.getBigDecimal(column);
        }
        return row.wasNull() ? null : value;
    }

    static void write(PreparedStatement statement, int index, FieldType field, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, sqlType(field.javaType()));
        } else if (value instanceof LocalDate date) {
            statement.setDate(index, Date.valueOf(date));
        } else if (value instanceof Instant at) {
            statement.setTimestamp(index, Timestamp.from(at));
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(index, number);
        } else {
            statement.setObject(index, value);
        }
    }

    private static int sqlType(Class<?> type) {
        if (type == String.class) {
            return Types.VARCHAR;
        }
        if (type == Long.class) {
            return Types.BIGINT;
        }
        if (type == Integer.class) {
            return Types.INTEGER;
        }
        if (type == Boolean.class) {
            return Types.BOOLEAN;
        }
        if (type == LocalDate.class) {
            return Types.DATE;
        }
        return type == Instant.class ? Types.TIMESTAMP : Types.DECIMAL;
    }
}

package org.salacrm.core.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.salacrm.core.store.Database.Vendor;

/**
 * A column in words that both databases understand, and its values as JSON.
 *
 * @param size characters of a text, digits of a decimal
 * @param scale digits behind the point
 */
record Column(String name, Kind kind, int size, int scale, boolean required) {
    /** The longest text that Derby keeps in a row; PostgreSQL says of a text without limit that it is longer. */
    private static final int LONGEST_TEXT = 32_672;

    /** What a column holds. */
    enum Kind {
        TEXT,
        LONG_TEXT,
        SMALL,
        INT,
        LONG,
        DECIMAL,
        DOUBLE,
        BOOL,
        DATE,
        TIMESTAMP,
        BYTES
    }

    /** Empty for a type that only one database knows. */
    static Optional<Kind> kind(int jdbcType, int size) {
        return Optional.ofNullable(
                switch (jdbcType) {
                    case Types.VARCHAR, Types.CHAR -> size > LONGEST_TEXT ? Kind.LONG_TEXT : Kind.TEXT;
                    case Types.CLOB, Types.LONGVARCHAR -> Kind.LONG_TEXT;
                    case Types.SMALLINT -> Kind.SMALL;
                    case Types.INTEGER -> Kind.INT;
                    case Types.BIGINT -> Kind.LONG;
                    case Types.DECIMAL, Types.NUMERIC -> Kind.DECIMAL;
                    case Types.DOUBLE, Types.FLOAT, Types.REAL -> Kind.DOUBLE;
                    case Types.BOOLEAN, Types.BIT -> Kind.BOOL;
                    case Types.DATE -> Kind.DATE;
                    case Types.TIMESTAMP -> Kind.TIMESTAMP;
                    case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Kind.BYTES;
                    default -> null;
                });
    }

    /** Its type in the words of a database. */
    String type(Vendor vendor) {
        boolean derby = vendor == Vendor.DERBY;
        return switch (kind) {
            case TEXT -> "varchar(" + size + ")";
            case LONG_TEXT -> derby ? "clob" : "text";
            case SMALL -> "smallint";
            case INT -> "integer";
            case LONG -> "bigint";
            case DECIMAL -> "decimal(" + size + ", " + scale + ")";
            case DOUBLE -> "double precision";
            case BOOL -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
            case BYTES -> derby ? "blob" : "bytea";
        };
    }

    void write(ResultSet row, int at, JsonGenerator json) throws SQLException, IOException {
        switch (kind) {
            case TEXT, LONG_TEXT -> json.writeString(row.getString(at));
            case SMALL, INT, LONG -> number(row.getLong(at), row, json);
            case DECIMAL -> text(row.getBigDecimal(at), json);
            case DOUBLE -> number(row.getDouble(at), row, json);
            case BOOL -> bool(row.getBoolean(at), row, json);
            case DATE -> {
                Date date = row.getDate(at);
                text(date == null ? null : date.toLocalDate(), json);
            }
            case TIMESTAMP -> {
                Timestamp time = row.getTimestamp(at);
                text(time == null ? null : time.toLocalDateTime(), json);
            }
            case BYTES -> {
                byte[] bytes = row.getBytes(at);
                if (bytes == null) {
                    json.writeNull();
                } else {
                    json.writeBinary(bytes);
                }
            }
        }
    }

    private static void text(Object value, JsonGenerator json) throws IOException {
        json.writeString(
                value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString());
    }

    private static void number(Number value, ResultSet row, JsonGenerator json) throws SQLException, IOException {
        if (row.wasNull()) {
            json.writeNull();
        } else if (value instanceof Long whole) {
            json.writeNumber(whole);
        } else {
            json.writeNumber(value.doubleValue());
        }
    }

    private static void bool(boolean value, ResultSet row, JsonGenerator json) throws SQLException, IOException {
        if (row.wasNull()) {
            json.writeNull();
        } else {
            json.writeBoolean(value);
        }
    }

    /** Takes the value at hand over. PostgreSQL keeps microseconds and would round what is finer into the future. */
    void read(JsonParser json, PreparedStatement row, int at, Vendor vendor) throws SQLException, IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            row.setNull(at, nullType(vendor));
            return;
        }
        switch (kind) {
            case TEXT, LONG_TEXT -> row.setString(at, json.getText());
            case SMALL, INT, LONG -> row.setLong(at, json.getLongValue());
            case DECIMAL -> row.setBigDecimal(at, new BigDecimal(json.getText()));
            case DOUBLE -> row.setDouble(at, json.getDoubleValue());
            case BOOL -> row.setBoolean(at, json.getBooleanValue());
            case DATE -> row.setDate(at, Date.valueOf(LocalDate.parse(json.getText())));
            case TIMESTAMP -> {
                LocalDateTime time = LocalDateTime.parse(json.getText());
                ChronoUnit finest = vendor == Vendor.DERBY ? ChronoUnit.NANOS : ChronoUnit.MICROS;
                row.setTimestamp(at, Timestamp.valueOf(time.truncatedTo(finest)));
            }
            case BYTES -> row.setBytes(at, json.getBinaryValue());
        }
    }

    int nullType(Vendor vendor) {
        boolean derby = vendor == Vendor.DERBY;
        return switch (kind) {
            case TEXT -> Types.VARCHAR;
            case LONG_TEXT -> derby ? Types.CLOB : Types.VARCHAR;
            case SMALL -> Types.SMALLINT;
            case INT -> Types.INTEGER;
            case LONG -> Types.BIGINT;
            case DECIMAL -> Types.DECIMAL;
            case DOUBLE -> Types.DOUBLE;
            case BOOL -> Types.BOOLEAN;
            case DATE -> Types.DATE;
            case TIMESTAMP -> Types.TIMESTAMP;
            case BYTES -> derby ? Types.BLOB : Types.BINARY;
        };
    }
}

package org.salacrm.core.backup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.salacrm.core.store.Database.Vendor;

/** Fills every table with rows as wild as its columns allow. */
final class RandomRows {
    /** Made of Thai with marks, an emoji, quotes, controls and what JSON and SQL take amiss. */
    private static final String[] LETTERS = {
        "ก", "น้ำ", "ปู่", "ฐ", "🏢", "\"", "'", "\\", "\n", "\t", "\u0001", ",", ";", "%", "{", "é", " ", "ๆ", "A",
        "\u2028"
    };

    private final Vendor vendor;
    private final Random random;
    private long next = 1000;

    RandomRows(Vendor vendor) {
        this.vendor = vendor;
        this.random = new Random(vendor.ordinal());
    }

    void fill(Connection connection, Set<String> except, int rows) throws SQLException {
        connection.setAutoCommit(false);
        for (Map.Entry<String, Table> table : Table.all(connection).entrySet()) {
            if (!except.contains(table.getKey())) {
                try (PreparedStatement insert =
                        connection.prepareStatement(table.getValue().insert())) {
                    for (int i = 0; i < rows; i++) {
                        row(table.getValue(), insert);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
        }
        connection.commit();
    }

    private void row(Table table, PreparedStatement row) throws SQLException {
        int at = 1;
        for (Column column : table.columns()) {
            boolean empty = !column.required() && random.nextInt(3) == 0;
            Object value = empty ? null : value(column);
            if (value == null) {
                row.setNull(at, column.nullType(vendor));
            } else {
                row.setObject(at, value);
            }
            at++;
        }
    }

    private Object value(Column column) {
        return switch (column.kind()) {
            case TEXT -> text(random.nextInt(4) == 0 ? column.size() : Math.min(column.size(), 20));
            case LONG_TEXT -> text(random.nextInt(4) == 0 ? 50_000 : random.nextInt(50));
            case SMALL -> (int) (short) random.nextInt();
            case INT -> (int) ++next;
            case LONG -> random.nextBoolean() ? Long.MIN_VALUE + ++next : Long.MAX_VALUE - ++next;
            case DECIMAL -> decimal(column);
            case DOUBLE -> random.nextGaussian() * 1e200;
            case BOOL -> random.nextBoolean();
            case DATE -> Date.valueOf(LocalDate.of(1900, 1, 1).plusDays(random.nextInt(100_000)));
            case TIMESTAMP ->
                Timestamp.valueOf(
                        LocalDateTime.of(1970, 1, 1, 0, 0).plusNanos(random.nextLong(4_000_000_000_000_000L) * 1000));
            case BYTES -> bytes();
        };
    }

    /** Beginning with a number, so that no two are the same where a table forbids it. */
    private String text(int most) {
        StringBuilder text = new StringBuilder(most > 6 ? Long.toString(++next, 36) : "");
        while (true) {
            String letter = LETTERS[random.nextInt(LETTERS.length)];
            if (text.length() + letter.length() > most) {
                return text.toString();
            }
            text.append(letter);
        }
    }

    private BigDecimal decimal(Column column) {
        BigInteger digits = new BigInteger(column.size() * 3, random)
                .mod(BigInteger.TEN.pow(column.size() - random.nextInt(column.size())));
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), column.scale());
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(3000)];
        random.nextBytes(bytes);
        return bytes;
    }
}

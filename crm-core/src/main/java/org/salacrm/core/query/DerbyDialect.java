package org.salacrm.core.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Derby 10.14: rows are not found by EXISTS, no date functions beyond the parts of a date, numbers of 31 digits. */
final class DerbyDialect implements Dialect {
    private static final LocalDate A_MONDAY = LocalDate.of(1900, 1, 1);
    private static final String NUMBER = "decimal(25,6)";

    @Override
    public boolean arrays() {
        return false;
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public String like(String column) {
        return "lower(" + column + ") like ? escape '!'";
    }

    @Override
    public String comparable(String longText) {
        return "cast(" + longText + " as varchar(2000))";
    }

    /** Derby forgets the order, and so which rows are the first, of a select that it joins to a table before it. */
    @Override
    public String inThisOrder() {
        return "--DERBY-PROPERTIES joinOrder=FIXED\n";
    }

    @Override
    public String dirty() {
        return " with ur";
    }

    @Override
    public String number(String column) {
        return "cast(" + column + " as " + NUMBER + ")";
    }

    @Override
    public String arithmetic(String left, char operator, String right) {
        return "cast((" + left + ' ' + operator + ' ' + right + ") as " + NUMBER + ")";
    }

    @Override
    public String constant(String digits) {
        return "cast(" + digits + " as " + NUMBER + ")";
    }

    @Override
    public String seconds(String from, String to) {
        return "{fn timestampdiff(SQL_TSI_SECOND, " + moment(from) + ", " + moment(to) + ")}";
    }

    private static String moment(String column) {
        return "cast(" + column + " as timestamp)";
    }

    /** Derby knows no time zones: moments are moved by the zone's distance of today. */
    @Override
    public String bucket(String column, Bucket bucket, CompanyTime time, boolean moment) {
        String day = column;
        if (moment) {
            long minutes = Duration.ofSeconds(
                            time.zone().getRules().getOffset(time.now()).getTotalSeconds())
                    .toMinutes();
            day = "{fn timestampadd(SQL_TSI_MINUTE, " + minutes + ", " + column + ")}";
        }
        return switch (bucket) {
            case NONE, DAY -> moment ? "date(" + day + ")" : day;
            case WEEK ->
                "{fn timestampdiff(SQL_TSI_DAY, timestamp('" + A_MONDAY + " 00:00:00'), " + moment(day) + ")}/7";
            case MONTH -> "year(" + day + ")*12+month(" + day + ")-1";
            case QUARTER -> "year(" + day + ")*4+(month(" + day + ")-1)/3";
            case YEAR -> "year(" + day + ")";
        };
    }

    @Override
    public LocalDate day(ResultSet rows, int column, Bucket bucket) throws SQLException {
        if (bucket == Bucket.DAY || bucket == Bucket.NONE) {
            java.sql.Date date = rows.getDate(column);
            return date == null ? null : date.toLocalDate();
        }
        int number = rows.getInt(column);
        if (rows.wasNull()) {
            return null;
        }
        return switch (bucket) {
            case WEEK -> A_MONDAY.plusWeeks(number);
            case MONTH -> LocalDate.of(number / 12, number % 12 + 1, 1);
            case QUARTER -> LocalDate.of(number / 4, number % 4 * 3 + 1, 1);
            default -> LocalDate.of(number, 1, 1);
        };
    }

    @Override
    public boolean manyDistinct() {
        return false;
    }

    @Override
    public List<String> beforeReport() {
        return List.of();
    }
}

package org.salacrm.core.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** PostgreSQL 15 and newer. */
final class PostgresDialect implements Dialect {

    @Override
    public boolean arrays() {
        return true;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String like(String column) {
        return column + " ilike ? escape '!'";
    }

    @Override
    public String comparable(String longText) {
        return longText;
    }

    @Override
    public String inThisOrder() {
        return "";
    }

    @Override
    public String dirty() {
        return "";
    }

    @Override
    public String number(String column) {
        return "cast(" + column + " as numeric)";
    }

    @Override
    public String arithmetic(String left, char operator, String right) {
        return "(" + left + ' ' + operator + ' ' + right + ")";
    }

    @Override
    public String constant(String digits) {
        return "cast(" + digits + " as numeric)";
    }

    @Override
    public String seconds(String from, String to) {
        return "extract(epoch from (cast(" + to + " as timestamp) - cast(" + from + " as timestamp)))";
    }

    @Override
    public String bucket(String column, Bucket bucket, CompanyTime time, boolean moment) {
        String local = moment
                ? "((" + column + " at time zone 'UTC') at time zone '"
                        + time.zone().getId() + "')"
                : column;
        return switch (bucket) {
            case NONE, DAY -> "cast(" + local + " as date)";
            case WEEK, MONTH, QUARTER, YEAR -> "date_trunc('" + bucket.word() + "', cast(" + local + " as timestamp))";
        };
    }

    @Override
    public LocalDate day(ResultSet rows, int column, Bucket bucket) throws SQLException {
        java.sql.Timestamp start = rows.getTimestamp(column);
        return start == null ? null : start.toLocalDateTime().toLocalDate();
    }

    @Override
    public boolean manyDistinct() {
        return true;
    }

    @Override
    public List<String> beforeReport() {
        // The pool's connections keep one plan per list; a report is worth a plan for its own values.
        return List.of("set local work_mem = '64MB'", "set local plan_cache_mode = auto");
    }
}

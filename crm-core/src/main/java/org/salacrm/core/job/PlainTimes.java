package org.salacrm.core.job;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** How the scheduler speaks to both databases: times as plain timestamps in UTC, limits as the standard has them. */
final class PlainTimes extends DefaultJdbcCustomization {

    PlainTimes() {
        super(false);
    }

    @Override
    public String getName() {
        return "plain timestamps";
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, Instant value) throws SQLException {
        statement.setTimestamp(index, value == null ? null : Timestamp.from(value));
    }

    @Override
    public Instant getInstant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    @Override
    public String getQueryLimitPart(int limit) {
        return " FETCH FIRST " + limit + " ROWS ONLY";
    }
}

package org.salacrm.core.greeting;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.ConflictException;
import org.salacrm.core.record.StatementException;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Remembers for which years an anniversary was greeted: a row that the database lets be there once. */
@Component(service = GreetedYears.class)
public class GreetedYears {
    private final Tx tx;
    private final Sql sql;
    private final Clock clock;

    @Activate
    public GreetedYears(@Reference Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.clock = clock;
    }

    boolean has(long anniversary, int year) {
        return sql.first(
                        "select made_at from core_greeting where anniversary_id = ? and greeted_year = ?",
                        row -> true,
                        anniversary,
                        year)
                .isPresent();
    }

    /**
     * Takes a year, in the running transaction. Who loses the race for it is run again and finds it taken.
     *
     * @throws ConflictException when it is taken
     */
    void claim(long anniversary, int year) {
        if (has(anniversary, year)) {
            throw new ConflictException("conflict.greeting.sent", Map.of());
        }
        try (PreparedStatement insert = tx.connection()
                .prepareStatement(
                        "insert into core_greeting (anniversary_id, greeted_year, made_at) values (?, ?, ?)")) {
            insert.setLong(1, anniversary);
            insert.setInt(2, year);
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StatementException("the year cannot be taken", e);
        }
    }
}

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

    /** Whether a person was greeted that year for a day of a kind: the same one may have been written down twice. */
    boolean has(String kind, long person, int year) {
        return sql.first(
                        "select made_at from core_greeted_person where person_id = ? and kind = ? and greeted_year = ?",
                        row -> true,
                        person,
                        kind,
                        year)
                .isPresent();
    }

    /**
     * Takes a year, in the running transaction. Who loses the race for it is run again and finds it taken.
     *
     * @param person the contact or, where it is nobody's in particular, the customer
     * @throws ConflictException when it is taken
     */
    void claim(long anniversary, String kind, long person, int year) {
        if (has(anniversary, year) || has(kind, person, year)) {
            throw new ConflictException("conflict.greeting.sent", Map.of());
        }
        insert("core_greeting (anniversary_id, greeted_year, made_at) values (?, ?, ?)", anniversary, year);
        insert("core_greeted_person (person_id, kind, greeted_year, made_at) values (?, ?, ?, ?)", person, kind, year);
    }

    private void insert(String row, Object... key) {
        try (PreparedStatement insert = tx.connection().prepareStatement("insert into " + row)) {
            int place = 0;
            for (Object value : key) {
                insert.setObject(++place, value);
            }
            insert.setTimestamp(++place, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StatementException("the year cannot be taken", e);
        }
    }
}

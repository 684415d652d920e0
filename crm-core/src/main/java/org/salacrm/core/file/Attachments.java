package org.salacrm.core.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.event.Live;
import org.salacrm.api.file.Files;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** The gate for what hangs on a record: whoever may read the record reads it, whoever may append to it adds to it. */
@Component(service = Attachments.class)
public class Attachments {
    /** Adds the name of whoever made the row {@code a}. */
    static final String JOIN = " a LEFT JOIN core_user u ON u.id = a.created_by";

    private final Queries queries;
    private final Tx tx;
    private final Sql sql;
    private final Rights rights;
    private final Callers callers;
    private final Live live;

    @Activate
    public Attachments(
            @Reference Queries queries,
            @Reference Tx tx,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Live live) {
        this.queries = queries;
        this.tx = tx;
        this.sql = new Sql(tx);
        this.rights = rights;
        this.callers = callers;
        this.live = live;
    }

    /** Lets those who have a record open see what hangs on it now; within a transaction. */
    void changed(String entity, long id) {
        tx.afterCommit(() -> live.tell(new Live.Message("attached", 0, Map.of("entity", entity, "id", id))));
    }

    boolean visible(String entity, long id) {
        return queries.one(entity, id, List.of()).isPresent();
    }

    void requireRead(String entity, long id) {
        if (!visible(entity, id)) {
            throw new AbsentRecordException(entity, id);
        }
    }

    /** Whether somebody else could read what hangs on the record. */
    boolean reads(long user, String entity, long id) {
        return callers.find(user)
                .filter(caller -> rights.allowed(caller, entity, id, Verb.READ))
                .isPresent();
    }

    /** How many rows of a table belong to a record. */
    long count(String select, String entity, long id) {
        requireRead(entity, id);
        return sql.first(select + " WHERE record_id = ? AND entity = ?", row -> row.getLong(1), id, entity)
                .orElse(0L);
    }

    /** @return the caller, who may add to the record */
    Caller requireAppend(String entity, long id) {
        requireRead(entity, id);
        Caller caller = callers.current();
        if (!rights.allowed(caller, entity, id, Verb.APPEND) && !rights.allowed(caller, entity, id, Verb.UPDATE)) {
            throw new ForbiddenException(entity, Verb.APPEND);
        }
        return caller;
    }

    /** Who adds takes back what is his; what somebody else added goes with the right to change the record. */
    void requireRemove(Files.Stored file) {
        Caller caller = requireAppend(file.entity(), file.record());
        if (file.by().id() != caller.user() && !rights.allowed(caller, file.entity(), file.record(), Verb.UPDATE)) {
            throw new ForbiddenException(file.entity(), Verb.UPDATE);
        }
    }

    /** What somebody wrote is changed by himself only. */
    void requireAuthor(String entity, long id, Ref author) {
        Caller caller = requireAppend(entity, id);
        if (!caller.mayEverything() && author.id() != caller.user()) {
            throw new ForbiddenException(entity, Verb.UPDATE);
        }
    }

    /** Who did it, as everybody may know. */
    Ref person(Caller caller) {
        String name = sql.first("SELECT name FROM core_user WHERE id = ?", row -> row.getString(1), caller.user())
                .orElse("");
        return new Ref("user", caller.user(), name);
    }

    /** Who did it, of a row that was joined with {@link #JOIN}. */
    static Ref person(ResultSet row) throws SQLException {
        String name = row.getString("person");
        return new Ref("user", row.getLong("created_by"), name == null ? "" : name);
    }
}

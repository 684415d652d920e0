package org.salacrm.core.definition;

import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.event.Live;
import org.salacrm.api.record.Ids;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** The gate for changes of the company's setup: who may, who did, and that open browsers hear of it. */
@Component(service = Setup.class)
public class Setup {
    /** Right to change settings, pick lists and definitions of the company. */
    static final String PERMISSION = "core.configure";

    private final Tx tx;
    private final Callers callers;
    private final Rights rights;
    private final Live live;
    private final Journal journal;

    @Activate
    public Setup(
            @Reference Tx tx,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Live live,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.tx = tx;
        this.callers = callers;
        this.rights = rights;
        this.live = live;
        this.journal = new Journal(new Sql(tx), ids, clock);
    }

    /**
     * A change.
     *
     * @param topic setting, pickList or definition
     * @param subject its id
     */
    record Edit(String topic, String subject, String old, String now) {}

    /** Does a change in one transaction; afterwards {@code seen} makes it seen here and every browser is told. */
    void change(Edit edit, Runnable work, Runnable seen) {
        Caller caller = callers.current();
        if (!rights.permitted(caller, PERMISSION)) {
            throw new ForbiddenException(edit.topic(), "update");
        }
        tx.required(() -> {
            work.run();
            journal.write(edit, caller.user());
            tx.afterCommit(() -> {
                seen.run();
                live.tell(new Live.Message("metadata", 0, Map.of("version", journal.moment())));
            });
            return edit;
        });
    }

    private record Journal(Sql sql, Ids ids, Clock clock) {
        void write(Edit edit, long user) {
            sql.update(
                    "INSERT INTO core_setup_history (id, changed_at, user_id, topic, subject, old_value, new_value)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    ids.next(),
                    clock.instant(),
                    user,
                    edit.topic(),
                    edit.subject(),
                    edit.old(),
                    edit.now());
        }

        String moment() {
            return String.valueOf(clock.millis());
        }
    }
}

package org.salacrm.core.security;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Shares a record for reading with somebody whom it concerns, whoever has the right to share it. */
@Component(service = Invited.class)
public class Invited {
    private final Sql sql;

    @Activate
    public Invited(@Reference Tx tx) {
        this.sql = new Sql(tx);
    }

    /** In the running transaction; a share that stands already stays as it is. */
    public void mayRead(String entity, long record, long user) {
        boolean shared = sql.first(
                        "select record_id from core_share where entity = ? and record_id = ? and principal_id = ?",
                        row -> row.getLong(1),
                        entity,
                        record,
                        user)
                .isPresent();
        if (!shared) {
            sql.update(
                    "insert into core_share (entity, principal_id, record_id, can_read, can_write, can_delete,"
                            + " can_append) values (?, ?, ?, true, false, false, false)",
                    entity,
                    user,
                    record);
        }
    }
}

package org.salacrm.core.store;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets PostgreSQL look at a table that grows at once. By itself it does so within minutes, and plans until then as for
 * the few rows there were: it reads the whole table for each question. Derby looks while it prepares a statement.
 */
@Component(service = Growth.class)
public final class Growth {
    /** So many rows are found quickly in any way. */
    private static final long FEW = 500;

    private final Database database;
    private final Sql sql;

    @Activate
    public Growth(@Reference Database database, @Reference Tx tx) {
        this.database = database;
        this.sql = new Sql(tx);
    }

    /** @param before number of rows that had been added when this was called last; each time they doubled it looks */
    public void grew(String table, long before, long now) {
        boolean doubled = Long.numberOfLeadingZeros(before) > Long.numberOfLeadingZeros(now);
        if (database.vendor() == Database.Vendor.POSTGRESQL && now > FEW && doubled) {
            sql.update("analyze (skip_locked) " + table);
        }
    }
}

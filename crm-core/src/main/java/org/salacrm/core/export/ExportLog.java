package org.salacrm.core.export;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.Ids;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps who took what out of the product, also when the file broke off half way, and tells of what is much. */
@Component(service = ExportLog.class)
public class ExportLog {
    private static final Logger LOG = LoggerFactory.getLogger(ExportLog.class);

    private final Tx tx;
    private final Sql sql;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;
    private final LargeExports large;

    @Activate
    public ExportLog(
            @Reference Tx tx,
            @Reference Callers callers,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference LargeExports large) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
        this.large = large;
    }

    /** @param format what it was taken out as */
    public void write(Query query, String format, long rows) {
        Caller caller = callers.current();
        tx.requiresNew(() -> sql.update(
                "INSERT INTO core_export (id, exported_at, user_id, source, entity, format, row_count, question)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                clock.instant(),
                caller.user(),
                caller.source(),
                query.entity(),
                format,
                rows,
                query.fields() + " " + query.filter().tree() + " " + query.sort()));
        large.exported(query.entity(), format, rows);
        LOG.info("{} exported {} rows of {} as {}", caller.login(), rows, query.entity(), format);
    }
}

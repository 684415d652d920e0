package org.salacrm.core.importing;

import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.importing.FormerImports;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.job.UndoRows;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Lists imports with how far each can be undone. */
@Component
public final class StoredFormerImports implements FormerImports {
    private final Imports imports;
    private final UndoRows undos;
    private final Callers callers;
    private final Sql sql;

    @Activate
    public StoredFormerImports(
            @Reference Imports imports, @Reference UndoRows undos, @Reference Callers callers, @Reference Tx tx) {
        this.imports = imports;
        this.undos = undos;
        this.callers = callers;
        this.sql = new Sql(tx);
    }

    private record Found(long id, Instant at) {}

    @Override
    public List<Former> recent(int limit) {
        Caller caller = callers.current();
        String his = caller.mayEverything() ? "" : " and user_id = " + caller.user();
        return sql
                .list(
                        "select id, created_at from core_import where state in ('running', 'stopped', 'done')" + his
                                + " order by id desc fetch first " + limit + " rows only",
                        row -> new Found(row.getLong(1), Sql.instant(row, "created_at")))
                .stream()
                .map(found -> {
                    ImportState state = imports.get(found.id());
                    return new Former(
                            state, found.at(), state.state().equals("running") ? "over" : undos.stands(found.id()));
                })
                .toList();
    }
}

package org.salacrm.core.security;

import java.util.Locale;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Keeps the tree of teams a tree, and lets only administrators shape it: it decides who sees what. */
@Component
public class TeamHook implements RecordHook {
    private static final String USES = "select count(*) from core_user where team_id = ?";
    private static final String FURTHER = "select count(*) from core_user_team where team_id = ?";
    private static final String BELOW = "select count(*) from core_team where parent_id = ?";
    private final Sql sql;
    private final Directories directories;

    @Activate
    public TeamHook(@Reference Tx tx, @Reference Directories directories) {
        this.sql = new Sql(tx);
        this.directories = directories;
    }

    @Override
    public String entity() {
        return "team";
    }

    @Override
    public void before(Change change) {
        if (!change.caller().mayEverything()) {
            throw new ForbiddenException("team", change.kind().name().toLowerCase(Locale.ROOT));
        }
        if (change.kind() == Change.Kind.DELETE && inUse(change.id())) {
            throw new InvalidRecordException("", "team.inUse");
        }
        if (change.kind() == Change.Kind.UPDATE && change.changed("parent")) {
            noLoop(change);
        }
    }

    private boolean inUse(long team) {
        return Stream.of(USES, FURTHER, BELOW)
                .anyMatch(count -> sql.first(count, row -> row.getLong(1), team).orElse(0L) > 0);
    }

    private void noLoop(Change change) {
        long above = change.value("parent").map(id -> (Long) id).orElse(0L);
        for (int steps = 0; above != 0 && steps < 1000; steps++) {
            if (above == change.id()) {
                throw new InvalidRecordException("parent", "team.parent.loop");
            }
            above = sql.first("select parent_id from core_team where id = ?", row -> row.getLong(1), above)
                    .orElse(0L);
        }
    }

    @Override
    public void after(Change change) {
        directories.changed();
    }
}

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

/** Lets only administrators shape the tree of teams, which decides who sees what, and keeps those in use. */
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
    }

    private boolean inUse(long team) {
        return Stream.of(USES, FURTHER, BELOW)
                .anyMatch(count -> sql.first(count, row -> row.getLong(1), team).orElse(0L) > 0);
    }

    @Override
    public void after(Change change) {
        directories.changed();
    }
}

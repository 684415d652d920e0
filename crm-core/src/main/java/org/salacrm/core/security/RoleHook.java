package org.salacrm.core.security;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Lets only administrators change roles, and keeps roles that people have. A restored role has its rights again. */
@Component
public class RoleHook implements RecordHook {
    private final Sql sql;
    private final Directories directories;
    private final Administrators administrators;

    @Activate
    public RoleHook(@Reference Tx tx, @Reference Directories directories) {
        this.sql = new Sql(tx);
        this.directories = directories;
        this.administrators = new Administrators(sql);
    }

    @Override
    public String entity() {
        return "role";
    }

    @Override
    public void before(Change change) {
        if (!change.caller().mayEverything()) {
            throw new ForbiddenException("role", change.kind().name().toLowerCase(Locale.ROOT));
        }
        if (change.kind() == Change.Kind.DELETE && inUse(change.id())) {
            throw new InvalidRecordException("", "role.inUse");
        }
    }

    private boolean inUse(long role) {
        return sql.first("select count(*) from core_user_role where role_id = ?", row -> row.getLong(1), role)
                        .orElse(0L)
                > 0;
    }

    @Override
    public void after(Change change) {
        if (change.changed("administrator")) {
            administrators.oneRemains("administrator");
        }
        directories.changed();
    }
}

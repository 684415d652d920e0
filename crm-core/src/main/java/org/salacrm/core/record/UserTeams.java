package org.salacrm.core.record;

import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.security.Directories;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * The main team of a user is the team that his own record belongs to. The directory knows it of everybody but of those
 * whom the running transaction has just made.
 */
@Component
public final class UserTeams implements MainTeams {
    private final Directories directories;
    private final Sql sql;

    @Activate
    public UserTeams(@Reference Directories directories, @Reference Tx tx) {
        this.directories = directories;
        this.sql = new Sql(tx);
    }

    @Override
    public OptionalLong of(long user) {
        long team =
                directories.current().person(user).map(person -> person.team()).orElseGet(() -> stored(user));
        return team == 0 ? OptionalLong.empty() : OptionalLong.of(team);
    }

    private long stored(long user) {
        return sql.first("select team_id from core_user where id = ?", row -> row.getLong(1), user)
                .orElse(0L);
    }
}

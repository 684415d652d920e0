package org.salacrm.core.session;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salacrm.api.record.Ids;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.RoleRights.Grid;
import org.salacrm.core.security.RoleRows;
import org.salacrm.core.store.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives what a new version brings, permissions and whole entities, to the company's roles that a new installation
 * begins with, as far as they still go by their English name. Each right is given once: what an administrator takes
 * away stays away.
 */
final class NewRights {
    private static final Logger LOG = LoggerFactory.getLogger(NewRights.class);
    private static final String KNOWN = "select right_name from core_known_right";
    private static final String DECIDED =
            KNOWN + " union select entity from core_role_right union select permission from core_role_permission";

    private final Sql sql;
    private final RoleRows rows;
    private final Ids ids;
    private final Clock clock;

    NewRights(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.rows = new RoleRows(sql);
        this.ids = ids;
        this.clock = clock;
    }

    /** What is shipped now has been decided about from now on. @return what was not known before */
    Set<String> learn(List<RoleSeed> seeds) {
        Set<String> shipped = new TreeSet<>();
        seeds.forEach(seed -> {
            shipped.addAll(seed.rights().keySet());
            shipped.addAll(seed.permissions());
        });
        Set<String> fresh = new TreeSet<>(shipped);
        sql.list(DECIDED, row -> row.getString(1)).forEach(fresh::remove);
        sql.list(KNOWN, row -> row.getString(1)).forEach(shipped::remove);
        shipped.forEach(name -> sql.update("insert into core_known_right (right_name) values (?)", name));
        return fresh;
    }

    /** @return whether any role got anything */
    boolean give(List<RoleSeed> seeds, Set<String> fresh) {
        return seeds.stream()
                        .filter(seed -> !seed.administrator())
                        .filter(seed -> give(seed, fresh))
                        .count()
                > 0;
    }

    private boolean give(RoleSeed seed, Set<String> fresh) {
        Grid grid = seed.grid();
        Map<String, Map<String, Level>> entities = grid.entities();
        entities.keySet().retainAll(fresh);
        Map<String, Access> fields = grid.fields();
        fields.keySet().removeIf(field -> !fresh.contains(field.substring(0, field.indexOf('.'))));
        Set<String> permissions = new HashSet<>(seed.permissions());
        permissions.retainAll(fresh);
        if (entities.isEmpty() && permissions.isEmpty()) {
            return false;
        }
        List<Long> roles = sql.list("select id from core_role where name_en = ?", row -> row.getLong(1), seed.nameEn());
        roles.forEach(role -> {
            rows.add(role, new Grid(entities, fields, permissions));
            Set<String> given = new TreeSet<>(entities.keySet());
            given.addAll(permissions);
            told(role, seed.nameEn(), String.join(", ", given));
        });
        return !roles.isEmpty();
    }

    private void told(long role, String name, String given) {
        sql.update(
                "insert into core_setup_history (id, changed_at, user_id, topic, subject, old_value, new_value)"
                        + " values (?, ?, 0, 'roleRights', ?, '', ?)",
                ids.next(),
                clock.instant(),
                Long.toString(role),
                given);
        LOG.info("The role {} has got the rights that are new in this version: {}", name, given);
    }
}

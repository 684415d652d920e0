package org.salacrm.core.security;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.RoleRights.Grid;
import org.salacrm.core.store.Sql;

/** The rows that say what each role gives. Level none is not stored: what has no row is denied. */
public final class RoleRows {
    private final Sql sql;

    public RoleRows(Sql sql) {
        this.sql = sql;
    }

    /** Levels by role, entity and verb. */
    Map<Long, Map<String, Map<String, Level>>> levels() {
        Map<Long, Map<String, Map<String, Level>>> levels = new HashMap<>();
        sql.list("select role_id, entity, verb, level_code from core_role_right", row -> levels.computeIfAbsent(
                        row.getLong(1), k -> new HashMap<>())
                .computeIfAbsent(row.getString(2), k -> new HashMap<>())
                .put(row.getString(3), Level.valueOf(row.getString(4))));
        return levels;
    }

    /** Restrictions by role, entity and field. */
    Map<Long, Map<String, Map<String, Access>>> fields() {
        Map<Long, Map<String, Map<String, Access>>> fields = new HashMap<>();
        sql.list("select role_id, entity, field, access_code from core_role_field", row -> fields.computeIfAbsent(
                        row.getLong(1), k -> new HashMap<>())
                .computeIfAbsent(row.getString(2), k -> new HashMap<>())
                .put(row.getString(3), Access.valueOf(row.getString(4))));
        return fields;
    }

    Map<Long, Set<String>> permissions() {
        Map<Long, Set<String>> permissions = new HashMap<>();
        sql.list("select role_id, permission from core_role_permission", row -> permissions
                .computeIfAbsent(row.getLong(1), k -> new HashSet<>())
                .add(row.getString(2)));
        return permissions;
    }

    /** Adds the rights of a role that has none yet. */
    public void add(long role, Grid grid) {
        grid.entities().forEach((entity, verbs) -> verbs.forEach((verb, level) -> addLevel(role, entity, verb, level)));
        grid.fields().forEach((path, access) -> {
            int dot = path.indexOf('.');
            sql.update(
                    "insert into core_role_field (role_id, entity, field, access_code) values (?, ?, ?, ?)",
                    role,
                    path.substring(0, dot),
                    path.substring(dot + 1),
                    access.name());
        });
        grid.permissions()
                .forEach(permission -> sql.update(
                        "insert into core_role_permission (role_id, permission) values (?, ?)", role, permission));
    }

    private void addLevel(long role, String entity, String verb, Level level) {
        if (level != Level.NONE) {
            sql.update(
                    "insert into core_role_right (role_id, entity, verb, level_code) values (?, ?, ?, ?)",
                    role,
                    entity,
                    verb,
                    level.name());
        }
    }

    void removeAll(long role) {
        sql.update("delete from core_role_right where role_id = ?", role);
        sql.update("delete from core_role_field where role_id = ?", role);
        sql.update("delete from core_role_permission where role_id = ?", role);
    }
}

package org.salacrm.core.security;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.RoleRights;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Keeps the rights of roles in their tables. Rights on entities whose module is absent just now are kept when somebody
 * saves a role without seeing them.
 */
@Component
public class JdbcRoleRights implements RoleRights {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");
    private static final Pattern PERMISSION = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,119}");
    private final Tx tx;
    private final RoleRows rows;
    private final Sql sql;
    private final EntityTypes types;
    private final Callers callers;
    private final Directories directories;

    @Activate
    public JdbcRoleRights(
            @Reference Tx tx,
            @Reference EntityTypes types,
            @Reference Callers callers,
            @Reference Directories directories) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.rows = new RoleRows(sql);
        this.types = types;
        this.callers = callers;
        this.directories = directories;
    }

    @Override
    public Grid of(long role) {
        onlyAdministrators("read");
        return tx.required(() -> stored(role));
    }

    private Grid stored(long role) {
        sql.first("select id from core_role where id = ?", row -> row.getLong(1), role)
                .orElseThrow(() -> new AbsentRecordException("role", role));
        Map<String, Access> fields = new HashMap<>();
        rows.fields()
                .getOrDefault(role, Map.of())
                .forEach((entity, words) -> words.forEach((field, access) -> fields.put(entity + "." + field, access)));
        return new Grid(
                rows.levels().getOrDefault(role, Map.of()),
                fields,
                rows.permissions().getOrDefault(role, Set.of()));
    }

    @Override
    public void save(long role, Grid grid) {
        onlyAdministrators("update");
        grid.entities().forEach(this::check);
        grid.fields().keySet().forEach(this::checkField);
        grid.permissions().forEach(name -> must(PERMISSION.matcher(name).matches(), "permissions", name));
        tx.required(() -> {
            Grid all = withAbsent(grid, stored(role));
            rows.removeAll(role);
            rows.add(role, all);
            directories.changed();
            return true;
        });
    }

    private Grid withAbsent(Grid grid, Grid before) {
        Map<String, Map<String, Level>> entities = new HashMap<>(grid.entities());
        before.entities().forEach((entity, verbs) -> {
            if (types.find(entity).isEmpty()) {
                entities.putIfAbsent(entity, verbs);
            }
        });
        Map<String, Access> fields = new HashMap<>(grid.fields());
        before.fields().forEach((path, access) -> {
            if (types.find(path.substring(0, path.indexOf('.'))).isEmpty()) {
                fields.putIfAbsent(path, access);
            }
        });
        return new Grid(entities, fields, grid.permissions());
    }

    private void check(String entity, Map<String, Level> verbs) {
        must(NAME.matcher(entity).matches(), "entities", entity);
        verbs.keySet().forEach(verb -> must(NAME.matcher(verb).matches(), "entities", entity + "." + verb));
    }

    private void checkField(String path) {
        String[] names = path.split("\\.", -1);
        must(
                names.length == 2
                        && NAME.matcher(names[0]).matches()
                        && NAME.matcher(names[1]).matches(),
                "fields",
                path);
        types.find(names[0]).ifPresent(type -> must(type.field(names[1]).isPresent(), "fields", path));
    }

    private static void must(boolean right, String field, String name) {
        if (!right) {
            throw new InvalidRecordException(
                    List.of(new InvalidRecordException.Refusal(field, "role.rights.unknown", Map.of("name", name))));
        }
    }

    private void onlyAdministrators(String verb) {
        if (!callers.current().mayEverything()) {
            throw new ForbiddenException("role", verb);
        }
    }
}

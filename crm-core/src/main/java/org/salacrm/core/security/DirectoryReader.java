package org.salacrm.core.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.message.Text;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.core.security.Directory.Group;
import org.salacrm.core.security.Directory.Person;
import org.salacrm.core.security.Directory.Sheet;
import org.salacrm.core.store.Sql;

/** Reads the directory out of its tables. */
final class DirectoryReader {
    private final Sql sql;

    DirectoryReader(Sql sql) {
        this.sql = sql;
    }

    long version() {
        return sql.first("select version from core_security where id = 1", row -> row.getLong(1))
                .orElse(0L);
    }

    /** The version is read first: what changes meanwhile is read again with the next version. */
    Directory read() {
        return new Directory(version(), people(), teams(), roles());
    }

    private Map<Long, Person> people() {
        Map<Long, Set<Long>> teams = pairs("select user_id, team_id from core_user_team");
        Map<Long, Set<Long>> roles = pairs("select user_id, role_id from core_user_role");
        Map<Long, Person> people = new HashMap<>();
        sql.list("select id, login, name, name_en, language, active, team_id from core_user", row -> {
                    long id = row.getLong(1);
                    Set<Long> all = new HashSet<>(teams.getOrDefault(id, Set.of()));
                    long main = row.getLong(7);
                    if (main != 0) {
                        all.add(main);
                    }
                    Set<Long> his = roles.getOrDefault(id, Set.of());
                    return person(row, Set.copyOf(all), Set.copyOf(his));
                })
                .forEach(p -> people.put(p.id(), p));
        return people;
    }

    private static Person person(ResultSet row, Set<Long> teams, Set<Long> roles) throws SQLException {
        return new Person(
                row.getLong(1),
                row.getString(2),
                name(row, 3),
                row.getString(5),
                row.getBoolean(6),
                row.getLong(7),
                teams,
                roles);
    }

    private Map<Long, Group> teams() {
        Map<Long, Group> teams = new HashMap<>();
        sql.list(
                        "select id, name, name_en, parent_id, manager_id from core_team",
                        row -> new Group(row.getLong(1), name(row, 2), row.getLong(4), row.getLong(5)))
                .forEach(t -> teams.put(t.id(), t));
        return teams;
    }

    private Map<Long, Sheet> roles() {
        RoleRows rows = new RoleRows(sql);
        Map<Long, Map<String, Map<String, Level>>> levels = rows.levels();
        Map<Long, Map<String, Map<String, Access>>> fields = rows.fields();
        Map<Long, Set<String>> permissions = rows.permissions();
        Map<Long, Sheet> roles = new HashMap<>();
        sql.list("select id, name, name_en, administrator from core_role", row -> {
                    long id = row.getLong(1);
                    return new Sheet(
                            id,
                            name(row, 2),
                            row.getBoolean(4),
                            levels.getOrDefault(id, Map.of()),
                            fields.getOrDefault(id, Map.of()),
                            permissions.getOrDefault(id, Set.of()));
                })
                .forEach(r -> roles.put(r.id(), r));
        return roles;
    }

    /** What somebody is called in Thai, with the English name behind it; who has none is called alike in both. */
    private static Text name(ResultSet row, int column) throws SQLException {
        String thai = row.getString(column);
        String english = row.getString(column + 1);
        return new Text(thai, english == null || english.isBlank() ? thai : english);
    }

    private Map<Long, Set<Long>> pairs(String select) {
        Map<Long, Set<Long>> pairs = new HashMap<>();
        sql.list(select, row -> pairs.computeIfAbsent(row.getLong(1), k -> new HashSet<>())
                .add(row.getLong(2)));
        return pairs;
    }
}

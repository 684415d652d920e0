package org.salacrm.core.query;

import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.security.Scope;

/**
 * Which records of an entity the caller may read, as SQL says it. Holds numbers of values and no values, so that equal
 * rights of different callers share one SQL text.
 *
 * @param owners,teams,principals keys by which a record is reached
 * @param now number of the instant against which the end of a share is held
 */
record Reach(
        boolean all,
        String entity,
        String ownerColumn,
        String teamColumn,
        Keys owners,
        Keys teams,
        Keys principals,
        int now) {
    static final Reach ALL = new Reach(true, "", "", "", Keys.NONE, Keys.NONE, Keys.NONE, 0);
    static final Reach NONE = new Reach(false, "", "", "", Keys.NONE, Keys.NONE, Keys.NONE, 0);

    /** @param now instant bound as such, when shares count */
    static Reach of(EntityType type, Scope scope, Values values, boolean arrays, java.time.Instant now) {
        if (scope.all()) {
            return ALL;
        }
        String owner = type.field("owner").map(FieldType::column).orElse("");
        String team = type.field("team").map(FieldType::column).orElse("");
        Keys owners = owner.isEmpty() ? Keys.NONE : Keys.bindIds(values, scope.owners(), arrays);
        Keys teams = team.isEmpty() ? Keys.NONE : Keys.bindIds(values, scope.teams(), arrays);
        Keys principals = Keys.bindIds(values, scope.principals(), arrays);
        if (owners.isEmpty() && teams.isEmpty() && principals.isEmpty()) {
            return NONE;
        }
        int slot = principals.isEmpty() ? 0 : values.add(now);
        return new Reach(false, type.name(), owner, team, owners, teams, principals, slot);
    }

    boolean none() {
        return !all && owners.isEmpty() && teams.isEmpty() && principals.isEmpty();
    }

    /** How many ordered selects it takes to reach everything, one for each key. */
    int width() {
        return owners.count() + teams.count() + (principals.isEmpty() ? 0 : 1);
    }

    /** The ids of the records shared with the caller. */
    void shared(Sql sql) {
        sql.add("select distinct s.record_id from core_share s where s.entity = '")
                .add(entity.replace("'", "''"));
        sql.add("' and s.principal_id").in(principals).add(" and s.can_read = true and (s.until_at is null");
        sql.add(" or s.until_at > ").bind(now).add(")");
    }

    /** The condition that a row of the given alias is reached. */
    void predicate(Sql sql, String alias) {
        if (none()) {
            sql.add("1 = 0");
            return;
        }
        String or = "(";
        if (!owners.isEmpty()) {
            sql.add(or).add(alias).add(".").add(ownerColumn).in(owners);
            or = " or ";
        }
        if (!teams.isEmpty()) {
            sql.add(or).add(alias).add(".").add(teamColumn).in(teams);
            or = " or ";
        }
        if (!principals.isEmpty()) {
            sql.add(or).add(alias).add(".id in (");
            shared(sql);
            sql.add(")");
        }
        sql.add(")");
    }

    /** The condition that a row is not reached by its owner, for selects that must not overlap. */
    void notByOwner(Sql sql, String alias) {
        missing(sql, alias + "." + ownerColumn, owners);
    }

    void notByTeam(Sql sql, String alias) {
        missing(sql, alias + "." + teamColumn, teams);
    }

    private static void missing(Sql sql, String column, Keys keys) {
        if (!keys.isEmpty()) {
            sql.add(" and (")
                    .add(column)
                    .add(" is null or ")
                    .add(column)
                    .notIn(keys)
                    .add(")");
        }
    }
}

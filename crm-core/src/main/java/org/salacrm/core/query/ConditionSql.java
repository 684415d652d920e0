package org.salacrm.core.query;

import java.util.List;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.core.query.Condition.Is;

/** Writes conditions as SQL. */
final class ConditionSql {
    private final EntityTypes types;
    private final boolean eachRow;

    /** Conditions on which rows are found. */
    ConditionSql(EntityTypes types) {
        this(types, false);
    }

    /** @param eachRow the conditions are held against each row that was found already, as a measure's are */
    ConditionSql(EntityTypes types, boolean eachRow) {
        this.types = types;
        this.eachRow = eachRow;
    }

    /** Appends the condition to a where clause and the joins it needs to the tables. */
    void write(Condition condition, From from, Sql where) {
        if (condition instanceof Condition.And and) {
            list(and.all(), " and ", "1 = 1", from, where);
        } else if (condition instanceof Condition.Or or) {
            list(or.any(), " or ", "1 = 0", from, where);
        } else if (condition instanceof Condition.Test test) {
            test(test, from, where);
        } else if (condition instanceof Condition.Pair pair) {
            pair(pair, from, where);
        } else if (condition instanceof Condition.Followed followed) {
            where.add(from.id()).add(followed.negated() ? " not in (" : " in (");
            where.add("select f.record_id from core_follower f where f.user_id = ")
                    .bind(followed.user());
            where.add(" and f.entity = '")
                    .add(followed.entity().replace("'", "''"))
                    .add("')");
        } else if (condition instanceof Condition.Shared shared) {
            where.add(from.id()).add(shared.negated() ? " not in (" : " in (");
            shared.with().shared(where);
            where.add(")");
        } else if (condition instanceof Condition.Referred referred) {
            referred(referred, from, where);
        }
    }

    private void list(List<Condition> parts, String word, String none, From from, Sql where) {
        if (parts.isEmpty()) {
            where.add(none);
            return;
        }
        where.add("(");
        for (int i = 0; i < parts.size(); i++) {
            where.add(i == 0 ? "" : word);
            write(parts.get(i), from, where);
        }
        where.add(")");
    }

    private static void test(Condition.Test test, From from, Sql where) {
        boolean no = test.negated();
        switch (test.is()) {
            case EMPTY -> where.add(from.column(test.term())).add(no ? " is not null" : " is null");
            case LIKE -> {
                String column = from.column(test.term());
                String[] around = from.dialect().like(column).split("\\?");
                where.add(no ? "(not " : "")
                        .add(around[0])
                        .bind(test.keys().slot())
                        .add(around[1]);
                orEmpty(no, column, where);
            }
            case HAS -> {
                String column = from.column(test.term());
                where.add(no ? "(" : "").add(column).add(no ? " not like " : " like ");
                where.bind(test.keys().slot()).add(" escape '!'");
                orEmpty(no, column, where);
            }
            case IN -> {
                String column = from.comparable(test.term());
                where.add(no ? "(" : "").add(column);
                if (no) {
                    where.notIn(test.keys());
                } else {
                    where.in(test.keys());
                }
                orEmpty(no, column, where);
            }
            default -> {
                boolean key = test.is() == Is.KEY_GE || test.is() == Is.KEY_LT;
                String column = key ? from.sortable(test.term()) : from.comparable(test.term());
                where.add(no ? "(" : "")
                        .add(column)
                        .add(" ")
                        .add(sign(test.is(), no))
                        .add(" ");
                where.bind(test.keys().slot());
                orEmpty(no, column, where);
            }
        }
    }

    private static void orEmpty(boolean negated, String column, Sql where) {
        if (negated) {
            where.add(" or ").add(column).add(" is null)");
        }
    }

    private static String sign(Is is, boolean negated) {
        return negated ? is.opposite : is.sql;
    }

    private static void pair(Condition.Pair pair, From from, Sql where) {
        String left = from.comparable(pair.left());
        String right = from.comparable(pair.right());
        where.add("(")
                .add(left)
                .add(" ")
                .add(sign(pair.is(), pair.negated()))
                .add(" ")
                .add(right);
        if (pair.negated()) {
            where.add(" or ").add(left).add(" is null or ").add(right).add(" is null");
        }
        where.add(")");
    }

    private void referred(Condition.Referred referred, From outer, Sql where) {
        EntityType type = types.get(referred.type());
        From from = new From(outer.dialect(), outer.aliases(), type);
        String via = from.column(referred.via());
        Sql inner = new Sql();
        boolean sought = !eachRow && !referred.negated() && !outer.dialect().exists();
        if (!referred.named().isEmpty()) {
            inner.add(" and ").add(from.kindColumn(referred.via()));
            inner.add(" = '").add(referred.named().replace("'", "''")).add("'");
        }
        if (!referred.reach().all()) {
            inner.add(" and ");
            String governed = type.isPart() ? from.governed(types.get(type.parent())) : from.governed(type);
            referred.reach().predicate(inner, governed);
        }
        if (!referred.filter().equals(Condition.TRUE)) {
            inner.add(" and ");
            (sought ? this : new ConditionSql(types, true)).write(referred.filter(), from, inner);
        }
        if (sought) {
            where.add(outer.id()).add(" in (select ").add(via).add(" from ").add(from.tables());
            where.add(" where ").add(via).add(" is not null").add(inner).add(")");
        } else {
            String not = referred.negated() ? "not " : "";
            where.add(not).add("exists (select 1 from ").add(from.tables()).add(" where ");
            where.add(via).add(" = ").add(outer.id()).add(inner).add(")");
        }
    }
}

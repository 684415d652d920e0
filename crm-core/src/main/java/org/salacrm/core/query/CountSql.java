package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;
import org.salacrm.api.entity.EntityTypes;

/**
 * Writes the statement of a count, a select for every way a record comes within reach. They do not overlap, except when
 * counting ends early: then it is cheaper to drop what comes twice than to look up every row's owner.
 */
final class CountSql {
    private final Dialect dialect;
    private final EntityTypes types;
    private final Aliases aliases = new Aliases();

    CountSql(Dialect dialect, EntityTypes types) {
        this.dialect = dialect;
        this.types = types;
    }

    /** One row: the number and the sums. */
    Plan plan(CountQuestion question) {
        List<Sql> branches = new ArrayList<>();
        boolean capped = question.cap() > 0;
        List<Arm> arms = capped
                ? Arm.overlapping(question.reach(), question.id(), question.filter(), types)
                : Arm.disjoint(question.reach(), question.id(), question.filter(), types);
        for (Arm arm : arms) {
            branches.add(branch(question, arm));
        }
        Sql sql = new Sql().add("select count(*)");
        for (int i = 0; i < question.sums().size(); i++) {
            sql.add(", sum(z.m" + i + ")");
        }
        sql.add(" from (");
        for (int i = 0; i < branches.size(); i++) {
            sql.add(i == 0 ? "" : capped ? " union " : " union all ")
                    .add("select * from (")
                    .add(branches.get(i))
                    .add(") b" + i);
        }
        sql.add(") z").add(dialect.dirty());
        return new Plan(sql.text(), sql.slots(), null);
    }

    private Sql branch(CountQuestion question, Arm arm) {
        From from = new From(dialect, aliases, question.id().owner());
        Sql where = new Sql();
        arm.restrict().accept(from, where);
        if (!question.filter().equals(Condition.TRUE)) {
            where.add(" and ");
            new ConditionSql(types).write(question.filter(), from, where);
        }
        Sql sql = new Sql().add("select ").add(from.id()).add(" as id");
        for (int i = 0; i < question.sums().size(); i++) {
            sql.add(", ")
                    .add(dialect.number(from.column(question.sums().get(i))))
                    .add(" as m" + i);
        }
        sql.add(" from ").add(from.tables()).where(where);
        return question.cap() > 0 ? sql.add(" fetch first " + question.cap() + " rows only") : sql;
    }
}

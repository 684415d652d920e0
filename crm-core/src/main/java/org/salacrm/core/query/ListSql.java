package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.salacrm.api.entity.EntityTypes;

/**
 * Writes the one statement of a list: first the ids of the page, by an ordered select for every way a record comes
 * within reach, then the names that belong to those few.
 */
final class ListSql {
    private final Dialect dialect;
    private final EntityTypes types;
    private final ConditionSql conditions;
    private final ListQuestion question;
    private final Aliases aliases = new Aliases();

    ListSql(Dialect dialect, EntityTypes types, ListQuestion question) {
        this.dialect = dialect;
        this.types = types;
        this.conditions = new ConditionSql(types);
        this.question = question;
    }

    /** Columns: id, version, sort keys, outputs. With a limit one row more, to see whether there is a next page. */
    Plan plan() {
        From from = new From(dialect, aliases, question.type());
        RowReader reader =
                new RowReader(from, question.outputs(), question.orders().size());
        Sql sql = new Sql()
                .add("select k.id, ")
                .add(from.version())
                .add(sortKeys("k"))
                .add(reader.columns());
        sql.add(" from ")
                .add(dialect.inThisOrder())
                .add("(")
                .add(ids())
                .add(") k join ")
                .add(question.type().table())
                .add(" ")
                .add(from.base());
        sql.add(" on ").add(from.id()).add(" = k.id").add(from.joins());
        sql.add(orderBy("k")).add(dialect.dirty());
        return new Plan(sql.text(), sql.slots(), reader);
    }

    /** One record by its id, which may not be read before somebody else's write of it is finished. */
    Plan one(int slot) {
        From from = new From(dialect, aliases, question.type());
        Sql where = new Sql().add(from.id()).add(" = ").bind(slot);
        Arm.walk(question.reach(), question.type(), types).restrict().accept(from, where);
        RowReader reader = new RowReader(from, question.outputs(), 0);
        Sql sql = new Sql()
                .add("select ")
                .add(from.id())
                .add(", ")
                .add(from.version())
                .add(reader.columns());
        sql.add(" from ").add(from.tables()).add(" where ").add(where);
        return new Plan(sql.text(), sql.slots(), reader);
    }

    private Sql ids() {
        boolean page = question.limit() > 0;
        List<Arm> arms = page
                ? Arm.ordered(question.reach(), question.id(), question.filter(), types)
                : Arm.disjoint(question.reach(), question.id(), question.filter(), types);
        List<Sql> branches = new ArrayList<>();
        for (BiConsumer<From, Sql> zone : zones()) {
            arms.forEach(arm -> branches.add(branch(arm, zone)));
        }
        if (branches.size() == 1) {
            return branches.get(0);
        }
        Sql merged = new Sql().add(page ? "select z.id" + sortKeys("z") + " from (" : "");
        for (int i = 0; i < branches.size(); i++) {
            merged.add(i == 0 ? "" : page ? " union " : " union all ");
            merged.add("select * from (").add(branches.get(i)).add(") b" + i);
        }
        return page ? merged.add(") z").add(orderBy("z")).add(first()) : merged;
    }

    private List<BiConsumer<From, Sql>> zones() {
        return question.after().map(a -> a.zones(question.orders())).orElse(List.of((from, where) -> {}));
    }

    private Sql branch(Arm arm, BiConsumer<From, Sql> zone) {
        From from = new From(dialect, aliases, question.type());
        Sql where = new Sql();
        arm.restrict().accept(from, where);
        zone.accept(from, where);
        if (!question.filter().equals(Condition.TRUE)) {
            where.add(" and ");
            conditions.write(question.filter(), from, where);
        }
        StringBuilder columns = new StringBuilder("select " + from.id() + " as id");
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < question.orders().size(); i++) {
            String column = question.orders().get(i).key(from);
            columns.append(", ").append(column).append(" as s").append(i);
            order.append(column).append(direction(i)).append(", ");
        }
        Sql sql = new Sql().add(columns + " from ").add(from.tables()).where(where);
        if (question.limit() > 0) {
            sql.add(" order by " + order + from.id() + idDirection()).add(first());
        }
        return arm.each()
                .map(keys -> new Sql()
                        .add("select b.* from unnest(")
                        .bind(keys.slot())
                        .add(") w(k) cross join lateral (")
                        .add(sql)
                        .add(") b"))
                .orElse(sql);
    }

    private String sortKeys(String alias) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < question.orders().size(); i++) {
            keys.append(", ").append(alias).append(".s").append(i);
        }
        return keys.toString();
    }

    private String orderBy(String alias) {
        StringBuilder order = new StringBuilder(" order by ");
        for (int i = 0; i < question.orders().size(); i++) {
            order.append(alias).append(".s").append(i).append(direction(i)).append(", ");
        }
        return order.append(alias).append(".id").append(idDirection()).toString();
    }

    private String direction(int key) {
        return question.orders().get(key).desc() ? " desc" : "";
    }

    private String idDirection() {
        return question.orders().isEmpty() ? "" : direction(question.orders().size() - 1);
    }

    private String first() {
        return " fetch first " + (question.limit() + 1) + " rows only";
    }
}

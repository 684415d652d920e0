package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.core.query.FactQuestion.Between;
import org.salacrm.core.query.FactQuestion.Computed;
import org.salacrm.core.query.FactQuestion.Fixed;
import org.salacrm.core.query.FactQuestion.Group;
import org.salacrm.core.query.FactQuestion.Measured;
import org.salacrm.core.query.FactQuestion.Number;
import org.salacrm.core.query.FactQuestion.Plain;

/** Writes the one statement of a fact: the values of every record, then their groups; names come afterwards. */
final class FactSql {
    private final Dialect dialect;
    private final EntityTypes types;
    private final CompanyTime time;
    private final Aliases aliases = new Aliases();

    FactSql(Dialect dialect, EntityTypes types, CompanyTime time) {
        this.dialect = dialect;
        this.types = types;
        this.time = time;
    }

    /** Columns: the groups, of a reference to any kind with its kind behind it; then the measures. */
    Plan plan(FactQuestion question) {
        List<String> grouped = new ArrayList<>();
        for (int i = 0; i < question.groups().size(); i++) {
            Optional<Group> group = question.groups().get(i);
            if (group.isPresent()) {
                grouped.add("z.g" + i);
                if (group.get().any()) {
                    grouped.add("z.k" + i);
                }
            }
        }
        List<String> columns = new ArrayList<>(grouped);
        for (int i = 0; i < question.measures().size(); i++) {
            columns.add(aggregate(question.measures().get(i), "z.m" + i));
        }
        if (columns.isEmpty()) {
            columns.add("count(*)");
        }
        Sql sql = new Sql().add("select " + String.join(", ", columns) + " from (");
        List<Arm> arms = Arm.disjoint(question.reach(), question.id(), question.filter(), types);
        for (int i = 0; i < arms.size(); i++) {
            sql.add(i == 0 ? "" : " union all ").add(branch(question, arms.get(i)));
        }
        // Groups that the caller may not see are one group, which is there when there are records.
        String one = question.groups().isEmpty() ? "" : " having count(*) > 0";
        sql.add(") z").add(grouped.isEmpty() ? one : " group by " + String.join(", ", grouped));
        return new Plan(sql.add(dialect.dirty()).text(), sql.slots(), null);
    }

    private static String aggregate(Measured measure, String column) {
        return switch (measure.function()) {
            case "count" ->
                measure.of().isEmpty() && measure.filter().equals(Condition.TRUE)
                        ? "count(*)"
                        : "count(" + column + ")";
            case "countDistinct" -> "count(distinct " + column + ")";
            default -> measure.function() + "(" + column + ")";
        };
    }

    private Sql branch(FactQuestion question, Arm arm) {
        From from = new From(dialect, aliases, question.id().owner());
        Sql where = new Sql();
        arm.restrict().accept(from, where);
        if (!question.filter().equals(Condition.TRUE)) {
            where.add(" and ");
            new ConditionSql(types).write(question.filter(), from, where);
        }
        Sql columns = new Sql();
        for (int i = 0; i < question.groups().size(); i++) {
            Optional<Group> group = question.groups().get(i);
            if (group.isPresent()) {
                columns.add(", " + group(group.get(), from) + " as g" + i);
                columns.add(
                        group.get().any() ? ", " + from.kindColumn(group.get().term()) + " as k" + i : "");
            }
        }
        for (int i = 0; i < question.measures().size(); i++) {
            columns.add(", ").add(measured(question.measures().get(i), from)).add(" as m" + i);
        }
        return new Sql()
                .add("select 1 as n")
                .add(columns)
                .add(" from ")
                .add(from.tables())
                .where(where);
    }

    private String group(Group group, From from) {
        boolean moment = group.term().path().field().javaType() == java.time.Instant.class;
        return group.bucket() == Bucket.NONE
                ? from.comparable(group.term())
                : dialect.bucket(from.column(group.term()), group.bucket(), time, moment);
    }

    private Sql measured(Measured measure, From from) {
        boolean arithmetic =
                measure.function().equals("sum") || measure.function().equals("avg");
        String value = measure.of()
                .map(of -> of instanceof Plain plain && !arithmetic ? from.comparable(plain.term()) : number(of, from))
                .orElse("1");
        if (measure.filter().equals(Condition.TRUE)) {
            return new Sql().add(value);
        }
        Sql sql = new Sql().add("case when ");
        new ConditionSql(types, true).write(measure.filter(), from, sql);
        return sql.add(" then " + value + " end");
    }

    private String number(Number number, From from) {
        if (number instanceof Plain plain) {
            boolean exact = plain.term().path().field().javaType() == java.math.BigDecimal.class;
            String column = from.column(plain.term());
            return exact && dialect.arrays() ? column : dialect.number(column);
        }
        if (number instanceof Fixed fixed) {
            return dialect.constant(fixed.digits());
        }
        if (number instanceof Between span) {
            String seconds = dialect.seconds(from.column(span.from()), from.column(span.to()));
            return dialect.arithmetic(dialect.number(seconds), '/', dialect.constant(String.valueOf(span.seconds())));
        }
        Computed computed = (Computed) number;
        String right = number(computed.right(), from);
        boolean divided = computed.operator() == '/';
        return dialect.arithmetic(
                number(computed.left(), from), computed.operator(), divided ? "nullif(" + right + ", 0)" : right);
    }
}

package org.salacrm.core.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Ref;
import org.salacrm.core.query.FactQuestion.Group;
import org.salacrm.core.query.FactQuestion.Measured;
import org.salacrm.core.query.FactQuestion.Plain;

/** Has the database answer one fact and puts its numbers into the grid. */
final class FactAsker {
    private static final int MOST_GROUPS = 100_000;
    private static final int DIGITS = 6;

    private final Dialect dialect;
    private final Source source;
    private final Statements statements;
    private final Plans plans;
    private final int seconds;

    FactAsker(Dialect dialect, Source source, Statements statements, Plans plans, int seconds) {
        this.dialect = dialect;
        this.source = source;
        this.statements = statements;
        this.plans = plans;
        this.seconds = seconds;
    }

    /** @param places of the fact's measures among those of the grid */
    void ask(FactQuestion question, Values values, Grid grid, List<Integer> places) {
        if (question.reach().none() || question.filter().equals(Condition.FALSE)) {
            return;
        }
        List<Measured> measures = question.measures();
        long distinct = measures.stream()
                .filter(m -> m.function().equals("countDistinct"))
                .count();
        if (dialect.manyDistinct() || distinct < 2) {
            one(question, values, grid, places);
            return;
        }
        // Where a select can count only one column without repetition, every measure has a select of its own.
        for (int i = 0; i < measures.size(); i++) {
            FactQuestion part = new FactQuestion(
                    question.id(), question.filter(), question.reach(), question.groups(), List.of(measures.get(i)));
            one(part, values, grid, List.of(places.get(i)));
        }
    }

    /** Refuses what would hold more groups than a person looks at and the memory has room for. */
    static void bounded(long groups) {
        if (groups > MOST_GROUPS) {
            throw new MalformedQueryException("", "more than " + MOST_GROUPS + " groups: narrow the question");
        }
    }

    /** A question whose days are those of one time zone. */
    private record Local(FactQuestion question, ZoneId zone) {}

    private void one(FactQuestion question, Values values, Grid grid, List<Integer> places) {
        CompanyTime time = source.time().still();
        Plan plan = plans.get(new Local(question, time.zone()), local -> new FactSql(dialect, source.types(), time)
                .plan(local.question()));
        statements.report(plan, values, seconds, dialect.beforeReport(), rows -> {
            while (rows.next()) {
                read(rows, question, grid, places);
                bounded(grid.rows().size());
            }
            return null;
        });
    }

    private void read(ResultSet rows, FactQuestion question, Grid grid, List<Integer> places) throws SQLException {
        int at = 1;
        Object[] key = new Object[question.groups().size()];
        for (int i = 0; i < key.length; i++) {
            Optional<Group> group = question.groups().get(i);
            if (group.isPresent()) {
                key[i] = value(rows, at, group.get());
                at += group.get().any() ? 2 : 1;
            }
        }
        Object[] row = grid.row(Arrays.asList(key));
        for (int i = 0; i < question.measures().size(); i++) {
            Object number = number(rows, at + i, question.measures().get(i));
            int place = places.get(i);
            row[place] = number == null ? grid.nothing().get(place) : number;
        }
    }

    private Object value(ResultSet rows, int at, Group group) throws SQLException {
        if (group.bucket() != Bucket.NONE) {
            return dialect.day(rows, at, group.bucket());
        }
        FieldType field = group.term().path().field();
        Object value = RowReader.value(rows, at, field.isRef() ? Long.class : field.javaType());
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        return value == null || !group.any()
                ? value
                : new Ref(String.valueOf(rows.getString(at + 1)), (Long) value, "");
    }

    private static Object number(ResultSet rows, int at, Measured measure) throws SQLException {
        boolean edge = measure.function().equals("min") || measure.function().equals("max");
        if (edge && measure.of().orElseThrow() instanceof Plain plain) {
            Object value = RowReader.value(rows, at, plain.term().path().field().javaType());
            return value instanceof BigDecimal number ? plain(number) : value;
        }
        if (measure.function().startsWith("count")) {
            return rows.getLong(at);
        }
        BigDecimal number = rows.getBigDecimal(at);
        return number == null ? null : plain(number);
    }

    /** The number without zeros at its end and with no more digits than both databases agree on. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal rounded = number.scale() > DIGITS ? number.setScale(DIGITS, RoundingMode.HALF_UP) : number;
        BigDecimal brief = rounded.stripTrailingZeros();
        return brief.scale() < 0 ? brief.setScale(0) : brief;
    }
}

package org.salacrm.core.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Report;
import org.salacrm.core.query.FactQuestion.Between;
import org.salacrm.core.query.FactQuestion.Computed;
import org.salacrm.core.query.FactQuestion.Fixed;
import org.salacrm.core.query.FactQuestion.Group;
import org.salacrm.core.query.FactQuestion.Measured;
import org.salacrm.core.query.FactQuestion.Number;
import org.salacrm.core.query.FactQuestion.Plain;

/** Checks one fact of a report against the metadata and resolves it for the caller. */
final class FactReading {
    private static final Set<String> FUNCTIONS = Set.of("count", "countDistinct", "sum", "avg", "min", "max");

    private final Asking asking;
    private final EntityType type;

    FactReading(Asking asking, EntityType type) {
        this.asking = asking;
        this.type = type;
    }

    /**
     * @param question what is asked of the database
     * @param places which of the fact's measures its numbers are; those the caller may not see are left out
     */
    record Read(FactQuestion question, List<Integer> places) {}

    Read read(List<Report.Dimension> dimensions, Report.Fact fact, Filter filter) {
        List<Optional<Group>> groups = new ArrayList<>();
        for (Report.Dimension dimension : dimensions) {
            groups.add(group(fact.paths().getOrDefault(dimension.name(), dimension.path()), dimension.bucket()));
        }
        List<Measured> measures = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int place = 0;
        for (Report.Measure measure : fact.measures().values()) {
            Optional<Measured> measured = measured(measure);
            if (measured.isPresent()) {
                measures.add(measured.get());
                places.add(place);
            }
            place++;
        }
        Condition condition = asking.filter(type, filter);
        return new Read(new FactQuestion(asking.id(type), condition, asking.reach(type), groups, measures), places);
    }

    private Optional<Group> group(String text, String bucketName) {
        Path path = asking.path(type, text);
        Bucket bucket = Bucket.of(bucketName);
        Class<?> java = path.field().javaType();
        boolean date = java == LocalDate.class || java == Instant.class;
        if (path.field().isParts() || bucket != Bucket.NONE && !date) {
            throw new MalformedQueryException(
                    text,
                    "cannot be grouped " + (bucket == Bucket.NONE ? "" : "by ")
                            + (bucket == Bucket.NONE ? "" : bucket.word()));
        }
        return asking.term(path).map(term -> new Group(term, bucket));
    }

    /** @return empty when the caller may not see what it measures */
    private Optional<Measured> measured(Report.Measure measure) {
        if (!FUNCTIONS.contains(measure.function())) {
            throw new MalformedQueryException(measure.function(), "a measure is one of " + FUNCTIONS);
        }
        Condition filter = asking.filter(type, measure.filter());
        if (measure.of().isEmpty()) {
            if (!measure.function().equals("count")) {
                throw new MalformedQueryException(measure.function(), "needs a path in of");
            }
            return Optional.of(new Measured("count", Optional.empty(), filter));
        }
        Arithmetic of = Arithmetic.parse(measure.of());
        boolean plain = of instanceof Arithmetic.Name;
        boolean summed = measure.function().equals("sum") || measure.function().equals("avg");
        if (plain && !summed) {
            Path path = asking.path(type, measure.of());
            if (path.field().isParts()) {
                throw new MalformedQueryException(measure.of(), "is a list of parts; measure those instead");
            }
            return asking.term(path).map(t -> new Measured(measure.function(), Optional.of(new Plain(t)), filter));
        }
        return number(of).map(n -> new Measured(measure.function(), Optional.of(n), filter));
    }

    private Optional<Number> number(Arithmetic arithmetic) {
        if (arithmetic instanceof Arithmetic.Constant constant) {
            BigDecimal value = constant.value();
            if (value.precision() > 19 || value.scale() > 6) {
                throw new MalformedQueryException(value.toPlainString(), "has too many digits");
            }
            return Optional.of(new Fixed(value.toPlainString()));
        }
        if (arithmetic instanceof Arithmetic.Name name) {
            return asking.number(type, name.name()).map(Plain::new);
        }
        if (arithmetic instanceof Arithmetic.Span span) {
            Optional<Term> from = moment(span.from());
            Optional<Term> to = moment(span.to());
            int seconds = span.unit().equals("days") ? 86_400 : 3_600;
            return from.flatMap(f -> to.map(t -> new Between(f, t, seconds)));
        }
        Arithmetic.Binary binary = (Arithmetic.Binary) arithmetic;
        Optional<Number> left = number(binary.left());
        Optional<Number> right = number(binary.right());
        return left.flatMap(l -> right.map(r -> new Computed(binary.operator(), l, r)));
    }

    private Optional<Term> moment(Arithmetic arithmetic) {
        if (!(arithmetic instanceof Arithmetic.Name name)) {
            throw new MalformedQueryException("", "days and hours take two paths");
        }
        Path path = asking.path(type, name.name());
        FieldType field = path.field();
        if (field.javaType() != LocalDate.class && field.javaType() != Instant.class) {
            throw new MalformedQueryException(name.name(), "is no date");
        }
        return asking.term(path);
    }
}

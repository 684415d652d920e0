package org.salacrm.core.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Op;
import org.salacrm.core.query.Condition.Is;

/** Turns comparisons into conditions: one place where operators, kinds of fields and value tokens meet. */
final class Leaves {
    private static final String FIELD = "@field:";

    private final CompanyTime time;
    private final TextSearch search;
    private final Paths paths;
    private final Sight sight;
    private final Values values;
    private final Literals literals;

    Leaves(Source source, Paths paths, Sight sight, Values values) {
        this.time = source.time();
        this.paths = paths;
        this.sight = sight;
        this.values = values;
        this.literals = new Literals(time, sight.caller());
        this.search = new TextSearch(source.texts(), paths, sight, this);
    }

    Condition resolve(EntityType type, Filter.Compare compare, boolean negated) {
        if (compare.op().equals(Op.MATCHES) && compare.path().equals("*")) {
            return search.everywhere(type, compare, negated);
        }
        Path path = paths.get(type, compare.path());
        if (path.field().isParts()) {
            throw new MalformedQueryException(path.text(), "is a list of parts; ask for their existence instead");
        }
        return compare(type, path, compare, negated);
    }

    private Condition compare(EntityType type, Path path, Filter.Compare compare, boolean negated) {
        List<Object> given = compare.values();
        return switch (compare.op()) {
            case Op.EQ -> equal(type, path, one(path, given), negated);
            case Op.NE -> equal(type, path, one(path, given), !negated);
            case Op.LT -> ordered(type, path, Is.LT, one(path, given), negated);
            case Op.LE -> ordered(type, path, Is.LE, one(path, given), negated);
            case Op.GT -> ordered(type, path, Is.GT, one(path, given), negated);
            case Op.GE -> ordered(type, path, Is.GE, one(path, given), negated);
            case Op.IN -> among(type, path, given, negated);
            case Op.NOT_IN -> among(type, path, given, !negated);
            case Op.EMPTY -> test(path, Is.EMPTY, Keys.NONE, negated);
            case Op.NOT_EMPTY -> test(path, Is.EMPTY, Keys.NONE, !negated);
            case Op.CONTAINS -> contains(path, one(path, given), negated);
            case Op.MATCHES -> search.within(type, path, one(path, given), negated);
            case Op.STARTS_WITH -> startsWith(path, one(path, given), negated);
            case Op.LETTER -> letter(path, one(path, given), negated);
            case Op.BETWEEN -> between(type, path, given, negated);
            case Op.WITHIN -> within(path, one(path, given), negated);
            default -> throw new MalformedQueryException(path.text(), "unknown operator " + compare.op());
        };
    }

    static Object one(Path path, List<Object> given) {
        if (given.size() != 1) {
            throw new MalformedQueryException(path.text(), "takes one value, not " + given.size());
        }
        return given.get(0);
    }

    private Condition equal(EntityType type, Path path, Object value, boolean negated) {
        if (value instanceof String token && token.startsWith(FIELD)) {
            return pair(type, path, Is.EQ, token, negated);
        }
        boolean whole = value instanceof String codes && codes.startsWith(",");
        if (path.field().kind().equals(Kind.MULTIPICK) && !whole) {
            return has(path, value, negated);
        }
        if ("*".equals(path.field().ref()) && value instanceof String text && text.indexOf('/') > 0) {
            return record(type, path, text, negated);
        }
        Object literal = literals.of(path, value);
        if (literal instanceof LocalDate day && path.field().javaType() == Instant.class) {
            return during(path, new Period(day, day), negated);
        }
        return test(path, Is.EQ, Keys.bind(values, List.of(literal)), negated);
    }

    /** A reference to any kind of record leads to one of this kind and id: {@code account/7}. */
    private Condition record(EntityType type, Path path, String text, boolean negated) {
        int slash = text.indexOf('/');
        String prefix = path.text().substring(0, path.text().lastIndexOf('.') + 1);
        Path kind = paths.get(type, prefix + path.field().refType());
        Keys named = Keys.bind(values, List.of(Literals.text(path, text.substring(0, slash))));
        Keys id = Keys.bind(values, List.of(literals.of(path, text.substring(slash + 1))));
        Optional<Term> term = sight.term(path);
        if (term.isEmpty()) {
            return Condition.of(negated);
        }
        // Whoever may see the reference may see what kind of record it leads to.
        List<Condition> parts = List.of(
                new Condition.Test(term.get(), Is.EQ, id, negated),
                new Condition.Test(new Term(kind, term.get().gates()), Is.EQ, named, negated));
        return negated ? Condition.or(parts) : Condition.and(parts);
    }

    private Condition ordered(EntityType type, Path path, Is is, Object value, boolean negated) {
        if (value instanceof String token && token.startsWith(FIELD)) {
            return pair(type, path, is, token, negated);
        }
        if (path.field().isRef() || path.field().javaType() == Boolean.class) {
            throw new MalformedQueryException(path.text(), "has no order to compare by");
        }
        Object literal = literals.of(path, value);
        if (literal instanceof LocalDate day && path.field().javaType() == Instant.class) {
            // A day stands for all its moments: up to it includes it, after it begins with the next.
            boolean whole = is == Is.LE || is == Is.GT;
            Instant edge = time.start(whole ? day.plusDays(1) : day);
            Is at = whole ? (is == Is.LE ? Is.LT : Is.GE) : is;
            return test(path, at, Keys.bind(values, List.of(edge)), negated);
        }
        return test(path, is, Keys.bind(values, List.of(literal)), negated);
    }

    private Condition pair(EntityType type, Path left, Is is, String token, boolean negated) {
        Path right = paths.get(type, token.substring(FIELD.length()));
        FieldType a = left.field();
        FieldType b = right.field();
        if (a.javaType() != b.javaType() && !(a.isNumber() && b.isNumber()) || a.isParts() || b.isParts()) {
            throw new MalformedQueryException(left.text(), "cannot be compared with the field " + right.text());
        }
        Optional<Term> leftTerm = sight.term(left);
        Optional<Term> rightTerm = sight.term(right);
        return leftTerm.isEmpty() || rightTerm.isEmpty()
                ? Condition.of(negated)
                : new Condition.Pair(leftTerm.get(), is, rightTerm.get(), negated);
    }

    private Condition among(EntityType type, Path path, List<Object> given, boolean negated) {
        if (path.field().kind().equals(Kind.MULTIPICK)) {
            List<Condition> parts =
                    given.stream().map(v -> has(path, v, negated)).toList();
            return negated ? Condition.and(parts) : Condition.or(parts);
        }
        boolean moments = path.field().javaType() == Instant.class;
        List<Object> all = new ArrayList<>();
        for (Object value : given) {
            if (value.equals("@myTeams") && path.field().isRef()) {
                all.addAll(sight.caller().teams().stream().sorted().toList());
            } else {
                all.add(literals.of(path, value));
            }
        }
        if (moments && all.stream().anyMatch(LocalDate.class::isInstance)) {
            List<Condition> parts =
                    given.stream().map(v -> equal(type, path, v, negated)).toList();
            return negated ? Condition.and(parts) : Condition.or(parts);
        }
        if (all.isEmpty()) {
            return Condition.of(negated);
        }
        return test(path, all.size() == 1 ? Is.EQ : Is.IN, Keys.bind(values, all), negated);
    }

    private Condition between(EntityType type, Path path, List<Object> given, boolean negated) {
        if (given.size() != 2) {
            throw new MalformedQueryException(path.text(), "between takes two values");
        }
        List<Condition> parts = List.of(
                ordered(type, path, Is.GE, given.get(0), negated), ordered(type, path, Is.LE, given.get(1), negated));
        return negated ? Condition.or(parts) : Condition.and(parts);
    }

    private Condition within(Path path, Object value, boolean negated) {
        Optional<Period> named = time.period(String.valueOf(value));
        Class<?> type = path.field().javaType();
        if (named.isEmpty() || type != LocalDate.class && type != Instant.class) {
            throw new MalformedQueryException(path.text(), "cannot lie within " + value);
        }
        return during(path, named.get(), negated);
    }

    /** From the beginning of the first day to before the day after the last. */
    private Condition during(Path path, Period span, boolean negated) {
        boolean moments = path.field().javaType() == Instant.class;
        LocalDate after = span.to().plusDays(1);
        Object from = moments ? time.start(span.from()) : span.from();
        Object to = moments ? time.start(after) : after;
        List<Condition> parts = List.of(
                test(path, Is.GE, Keys.bind(values, List.of(from)), negated),
                test(path, Is.LT, Keys.bind(values, List.of(to)), negated));
        return negated ? Condition.or(parts) : Condition.and(parts);
    }

    private Condition contains(Path asked, Object value, boolean negated) {
        if (asked.field().kind().equals(Kind.MULTIPICK)) {
            return has(asked, value, negated);
        }
        Path path = text(asked);
        return like(path, "%" + Literals.pattern(path, value) + "%", negated);
    }

    /** Text search: between two pieces of the text that a star joins anything may stand. */
    Condition holding(Path asked, Object value, boolean negated) {
        String pattern = "%" + Literals.pattern(asked, value).replace('*', '%') + "%";
        boolean codes = asked.field().kind().equals(Kind.MULTIPICK);
        return codes ? has(asked, value, negated) : like(text(asked), pattern, negated);
    }

    /** A record's own id, or the one it refers to, is one of these. */
    Condition in(Path path, List<Long> ids, boolean negated) {
        return ids.isEmpty() ? Condition.of(negated) : test(path, Is.IN, sight.keys(ids), negated);
    }

    private Condition startsWith(Path asked, Object value, boolean negated) {
        Path path = text(asked);
        List<Condition> parts = LetterSpans.beginnings(Literals.text(path, value)).stream()
                .map(start -> like(path, Literals.pattern(path, start) + "%", negated))
                .toList();
        return negated ? Condition.and(parts) : Condition.or(parts);
    }

    private Condition letter(Path asked, Object value, boolean negated) {
        Path path = text(asked);
        String letter = Literals.text(path, value);
        if (!LetterSpans.areIn(path.field(), letter)) {
            return startsWith(asked, value, negated);
        }
        return sight.term(path)
                .map(term -> LetterSpans.under(letter, term, values, negated))
                .orElse(Condition.of(negated));
    }

    private static Path text(Path asked) {
        Path path = asked.shown();
        if (!path.field().isText()) {
            throw new MalformedQueryException(asked.text(), "is no text");
        }
        return path;
    }

    private Condition like(Path path, String pattern, boolean negated) {
        return test(path, Is.LIKE, Keys.bind(values, List.of(pattern.toLowerCase(Locale.ROOT))), negated);
    }

    private Condition has(Path path, Object code, boolean negated) {
        String pattern = "%," + Literals.pattern(path, code) + ",%";
        return test(path, Is.HAS, Keys.bind(values, List.of(pattern)), negated);
    }

    private Condition test(Path path, Is is, Keys keys, boolean negated) {
        Optional<Term> term = sight.term(path);
        if (term.isEmpty()) {
            return Condition.of((is == Is.EMPTY) != negated);
        }
        return new Condition.Test(term.get(), is, keys, negated);
    }
}

package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Op;

/**
 * Turns filters into conditions for one caller: checks every path, resolves tokens, lets what the caller may not see be
 * empty and pushes negation to the leaves, where an empty value never passes the plain and always the negated form.
 */
final class Resolver {
    private static final int DEEPEST = 20;
    private static final int MOST_LEAVES = 300;
    private static final List<Object> FOLLOWED = List.of("@followed");
    private static final List<Object> SHARED = List.of("@shared");

    private final Source source;
    private final Paths paths;
    private final Sight sight;
    private final Values values;
    private final Leaves leaves;
    private int seen;

    Resolver(Source source, Paths paths, Sight sight, Values values) {
        this.source = source;
        this.paths = paths;
        this.sight = sight;
        this.values = values;
        this.leaves = new Leaves(source, paths, sight, values);
    }

    Condition resolve(EntityType type, Filter filter) {
        return resolve(type, filter, false, 0);
    }

    /** The path as the caller sees it, empty when he sees nothing. */
    Optional<Term> term(EntityType type, String path) {
        return sight.term(paths.get(type, path));
    }

    private Condition resolve(EntityType type, Filter filter, boolean negated, int depth) {
        if (depth > DEEPEST || ++seen > MOST_LEAVES) {
            throw new MalformedQueryException("", "too large a filter");
        }
        if (filter instanceof Filter.All all) {
            List<Condition> parts = each(type, all.filters(), negated, depth);
            return negated ? Condition.or(parts) : Condition.and(parts);
        }
        if (filter instanceof Filter.Any any) {
            List<Condition> parts = each(type, any.filters(), negated, depth);
            return negated ? Condition.and(parts) : Condition.or(parts);
        }
        if (filter instanceof Filter.Not not) {
            return resolve(type, not.filter(), !negated, depth + 1);
        }
        if (filter instanceof Filter.Exists exists) {
            return referred(type, exists, negated, depth);
        }
        Filter.Compare compare = (Filter.Compare) filter;
        boolean ids = compare.path().equals("id") && compare.op().equals(Op.IN);
        if (ids && compare.values().equals(FOLLOWED)) {
            return new Condition.Followed(type.name(), values.add(sight.caller().user()), negated);
        }
        if (ids && compare.values().equals(SHARED)) {
            return new Condition.Shared(sight.shared(type), negated);
        }
        return compare.op().equals(Op.YEARLY)
                ? resolve(type, source.time().yearly(compare), negated, depth + 1)
                : leaves.resolve(type, compare, negated);
    }

    private List<Condition> each(EntityType type, List<Filter> filters, boolean negated, int depth) {
        List<Condition> parts = new ArrayList<>(filters.size());
        for (Filter filter : filters) {
            parts.add(resolve(type, filter, negated, depth + 1));
        }
        return parts;
    }

    private Condition referred(EntityType type, Filter.Exists exists, boolean negated, int depth) {
        EntityType other = source.types()
                .find(exists.entity())
                .orElseThrow(() -> new MalformedQueryException(exists.entity(), "no such entity"));
        Path via = paths.get(other, exists.via());
        FieldType ref = via.field();
        boolean any = "*".equals(ref.ref());
        if (!any && !ref.ref().equals(type.name())) {
            throw new MalformedQueryException(exists.via(), "does not refer to " + type.name());
        }
        Condition filter = resolve(other, exists.filter(), false, depth + 1);
        Optional<Term> term = sight.term(via);
        Reach reach = sight.reach(other);
        if (term.isEmpty() || reach.none() || filter.equals(Condition.FALSE)) {
            return Condition.of(negated);
        }
        // Parts are read with the record they hang on, which is reached already.
        boolean own = other.parent().equals(type.name()) && exists.via().equals(other.parent());
        String named = any ? type.name() : "";
        return new Condition.Referred(other.name(), term.get(), named, own ? Reach.ALL : reach, filter, negated);
    }
}

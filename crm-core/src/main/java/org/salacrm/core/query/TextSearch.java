package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.security.Scope;

/** Text search as conditions: an index names the records where it can, else the database looks for them. */
final class TextSearch {
    private final TextIds texts;
    private final Paths paths;
    private final Sight sight;
    private final Leaves leaves;

    TextSearch(TextIds texts, Paths paths, Sight sight, Leaves leaves) {
        this.texts = texts;
        this.paths = paths;
        this.sight = sight;
        this.leaves = leaves;
    }

    /** In all columns: an index knows nothing of rights on fields. */
    Condition everywhere(EntityType type, Filter.Compare compare, boolean negated) {
        if (negated || compare.values().size() != 1) {
            List<Condition> parts = columns(type)
                    .map(path -> leaves.holding(path, Leaves.one(path, compare.values()), negated))
                    .toList();
            return negated ? Condition.and(parts) : Condition.or(parts);
        }
        Object text = compare.values().get(0);
        List<Path> own = columns(type).filter(path -> !path.field().isRef()).toList();
        Supplier<Condition> holds = () -> Condition.or(
                own.stream().map(path -> leaves.holding(path, text, false)).toList());
        boolean seesAll = own.stream().allMatch(path -> sight.readable(type, path.field()));
        List<Condition> parts = new ArrayList<>(List.of(seesAll ? named(type, text, holds) : holds.get()));
        columns(type).filter(path -> path.field().isRef()).forEach(path -> parts.add(through(path, text)));
        return Condition.or(parts);
    }

    /** In one field: what an index names is all there can be. */
    Condition within(EntityType type, Path path, Object text, boolean negated) {
        Condition holds = leaves.holding(path, text, negated);
        boolean known = !negated && path.hops().isEmpty() && type.searched().contains(path.field());
        if (!known) {
            return holds;
        }
        return path.field().isRef()
                ? through(path, text)
                : Condition.and(List.of(named(type, text, () -> Condition.TRUE), holds));
    }

    private Stream<Path> columns(EntityType type) {
        return type.searched().stream()
                .map(FieldType::name)
                .map(name -> paths.get(type, name))
                .filter(path -> path.shown().field().isText());
    }

    /** The records an index names, if they are few; of what was just written the database says whether it holds. */
    private Condition named(EntityType type, Object text, Supplier<Condition> holds) {
        Path id = paths.get(type, "id");
        return texts.ids(type, String.valueOf(text), sight.scope(type))
                .map(found -> Condition.and(List.of(
                        leaves.in(id, found.ids(), false),
                        Condition.or(List.of(
                                leaves.in(id, found.news(), true),
                                found.news().isEmpty() ? Condition.FALSE : holds.get())))))
                .orElseGet(holds);
    }

    /**
     * By the title of a record referred to, which may be seen where the record itself may not: an index, which looks
     * into its other fields as well, only says where to look.
     */
    private Condition through(Path ref, Object text) {
        Condition holds = leaves.holding(ref, text, false);
        Optional<TextIds.Found> found = texts.ids(ref.shown().owner(), String.valueOf(text), Scope.ALL);
        return found.map(one -> Condition.and(List.of(leaves.in(ref, one.ids(), false), holds)))
                .orElse(holds);
    }
}

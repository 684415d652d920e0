package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;

/**
 * One way records come within reach: by an owner, a team or a share. Each becomes a select of its own that an index
 * serves, instead of one condition with OR that no index does.
 *
 * @param each keys bound as an array of which every one is asked by itself; its predicate compares with {@code w.k}
 * @param restrict adds its condition, beginning with " and ", and the joins it needs
 */
record Arm(Optional<Keys> each, BiConsumer<From, Sql> restrict) {
    private static final int MOST_BRANCHES = 10;
    private static final int MOST_EACH = 200;

    private static Arm of(BiConsumer<From, Sql> restrict) {
        return new Arm(Optional.empty(), restrict);
    }

    /** Selects that may overlap, each of which an index can give in order. */
    static List<Arm> ordered(Reach reach, Path id, Condition filter, EntityTypes types) {
        EntityType type = id.owner();
        if (reach.all() || filter.names(id)) {
            return List.of(walk(reach, type, types));
        }
        EntityType governor = governor(type, types);
        boolean arrays = reach.owners().array()
                || reach.teams().array()
                || reach.principals().array();
        boolean wide = arrays
                ? reach.owners().count() > MOST_EACH || reach.teams().count() > MOST_EACH
                : reach.width() > MOST_BRANCHES;
        return wide ? List.of(walk(reach, governor)) : byKey(reach, governor);
    }

    /** Selects that do not overlap and together give every record once. */
    static List<Arm> disjoint(Reach reach, Path id, Condition filter, EntityTypes types) {
        return filter.names(id) ? List.of(walk(reach, id.owner(), types)) : byKind(reach, id.owner(), types, true);
    }

    /** Selects that may overlap, so that each is answered from an index alone. */
    static List<Arm> overlapping(Reach reach, Path id, Condition filter, EntityTypes types) {
        return filter.names(id) ? List.of(walk(reach, id.owner(), types)) : byKind(reach, id.owner(), types, false);
    }

    private static List<Arm> byKind(Reach reach, EntityType type, EntityTypes types, boolean apart) {
        if (reach.all()) {
            return List.of(of((from, where) -> {}));
        }
        EntityType governor = governor(type, types);
        List<Arm> arms = new ArrayList<>();
        if (!reach.owners().isEmpty()) {
            arms.add(of((from, where) -> where.add(" and ")
                    .add(from.governed(governor))
                    .add("." + reach.ownerColumn())
                    .in(reach.owners())));
        }
        if (!reach.teams().isEmpty()) {
            arms.add(of((from, where) -> {
                String row = from.governed(governor);
                where.add(" and ").add(row).add("." + reach.teamColumn()).in(reach.teams());
                if (apart) {
                    reach.notByOwner(where, row);
                }
            }));
        }
        if (!reach.principals().isEmpty()) {
            arms.add(of((from, where) -> {
                shared(reach, governor, from);
                if (apart) {
                    reach.notByOwner(where, from.governed(governor));
                    reach.notByTeam(where, from.governed(governor));
                }
            }));
        }
        return arms;
    }

    /** One select that looks at every record: for rows of known ids and for those who reach most. */
    static Arm walk(Reach reach, EntityType type, EntityTypes types) {
        return reach.all() ? of((from, where) -> {}) : walk(reach, governor(type, types));
    }

    private static Arm walk(Reach reach, EntityType governor) {
        return of((from, where) -> {
            where.add(" and ");
            reach.predicate(where, from.governed(governor));
        });
    }

    private static List<Arm> byKey(Reach reach, EntityType governor) {
        List<Arm> arms = new ArrayList<>();
        arms.addAll(keys(reach.owners(), reach.ownerColumn(), governor));
        arms.addAll(keys(reach.teams(), reach.teamColumn(), governor));
        if (!reach.principals().isEmpty()) {
            arms.add(of((from, where) -> shared(reach, governor, from)));
        }
        return arms;
    }

    private static List<Arm> keys(Keys keys, String column, EntityType governor) {
        if (keys.array()) {
            return List.of(new Arm(Optional.of(keys), (from, where) -> where.add(" and ")
                    .add(from.governed(governor))
                    .add("." + column + " = w.k")));
        }
        List<Arm> arms = new ArrayList<>();
        for (int i = 0; i < keys.count(); i++) {
            int slot = keys.slot() + i;
            arms.add(of((from, where) -> where.add(" and ")
                    .add(from.governed(governor))
                    .add("." + column + " = ")
                    .bind(slot)));
        }
        return arms;
    }

    private static void shared(Reach reach, EntityType governor, From from) {
        Sql ids = new Sql();
        reach.shared(ids);
        from.joinIds(from.governed(governor), ids);
    }

    private static EntityType governor(EntityType type, EntityTypes types) {
        return type.isPart() ? types.get(type.parent()) : type;
    }
}

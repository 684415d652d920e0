package org.salacrm.core.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.record.Traces;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Lets whatever names a record name another one, and keeps which rows these were. It changes rows, not records: a rule
 * or right that forbids somebody to change a deal does not keep the deal with a customer who is gone.
 */
@Component(service = Moves.class)
public class Moves {
    private static final String KEPT = "select row_id from core_merge_moved where merge_id = ? and place = ?";

    private final EntityTypes types;
    private final Queries queries;
    private final Traces traces;
    private final Tx tx;
    private final Sql sql;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<AttachedTable> attached = List.of();

    @Activate
    public Moves(@Reference EntityTypes types, @Reference Queries queries, @Reference Traces traces, @Reference Tx tx) {
        this.types = types;
        this.queries = queries;
        this.traces = traces;
        this.tx = tx;
        this.sql = new Sql(tx);
    }

    /** How many records the caller sees that would move with some, by entity. */
    Map<String, Long> foreseen(EntityType type, List<Long> ids) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (EntityType holder : types.all()) {
            List<Filter> named = Place.fields(holder, type.name())
                    .map(field -> refers(field, type.name(), ids))
                    .toList();
            long count = holder.isPart() || named.isEmpty()
                    ? 0
                    : queries.count(holder.name(), Filter.any(named.toArray(Filter[]::new)));
            if (count > 0) {
                counts.put(holder.name(), count);
            }
        }
        return counts;
    }

    private static Filter refers(FieldType field, String entity, List<Long> ids) {
        if (!field.ref().equals("*")) {
            return Filter.in(field.name(), ids);
        }
        return Filter.any(ids.stream()
                .map(id -> Filter.eq(field.name(), entity + "/" + id))
                .toArray(Filter[]::new));
    }

    /**
     * @param except records of the entity whose own fields stay as they are
     * @return number of rows
     */
    long move(long merge, String entity, long from, long to, Collection<Long> except) {
        long moved = 0;
        for (Place place : places(entity)) {
            moved += move(new Move(merge, entity, from, to), place, except);
        }
        return moved;
    }

    /** Something names a record that is gone. */
    private record Missed(long merge, long gone, long winner) {}

    /** Does so for all records of merges that something names all the same. */
    void follow() {
        sql.list("select distinct entity from core_merge_gone", row -> row.getString(1))
                .forEach(this::follow);
    }

    /** The same for one entity. What they went into may have gone later: its turn is after that, merge by merge. */
    void follow(String entity) {
        types.find(entity).ifPresent(type -> {
            Set<Missed> missed = missed(type);
            for (int step = 0; step < MergeRows.MOST_STEPS && !missed.isEmpty(); step++) {
                missed.forEach(one -> tx.required(() -> move(one.merge(), entity, one.gone(), one.winner(), Set.of())));
                missed = missed(type);
            }
        });
    }

    private Set<Missed> missed(EntityType type) {
        Set<Missed> missed = new LinkedHashSet<>();
        places(type.name()).forEach(place -> missed.addAll(missed(type, place)));
        return missed;
    }

    private List<Missed> missed(EntityType type, Place place) {
        String kind = place.kindColumn().isEmpty() ? "" : " and t." + place.kindColumn() + " = g.entity";
        return sql.list(
                "select g.merge_id, g.record_id, m.winner_id from core_merge_gone g"
                        + " join core_merge m on m.id = g.merge_id where g.entity = ? and exists (select 1 from "
                        + place.table() + " t where t." + place.column() + " = g.record_id" + kind + ")"
                        + MergeRows.ABSENT.formatted(type.table()),
                row -> new Missed(row.getLong(1), row.getLong(2), row.getLong(3)),
                type.name());
    }

    private record Move(long merge, String entity, long from, long to) {}

    private List<Place> places(String entity) {
        List<Place> places = Place.referring(types.all(), entity);
        attached.stream()
                .filter(table -> !table.followsMerge())
                .map(table -> Place.hanging(table.table()).name())
                .forEach(staying -> places.removeIf(place -> place.name().equals(staying)));
        attached.stream()
                .filter(AttachedTable::followsMerge)
                .map(table -> Place.hanging(table.table()))
                .forEach(places::add);
        return places;
    }

    private int move(Move move, Place place, Collection<Long> except) {
        StringBuilder where =
                new StringBuilder(" where ").append(place.column()).append(" = ?");
        List<Object> values = new ArrayList<>(List.of(move.from()));
        if (!place.kindColumn().isEmpty()) {
            where.append(" and ").append(place.kindColumn()).append(" = ?");
            values.add(move.entity());
        }
        if (place.holder().filter(holder -> holder.name().equals(move.entity())).isPresent()) {
            except.forEach(id -> where.append(" and id <> ").append(id.longValue()));
        }
        List<Object> keeping = new ArrayList<>(List.of(move.merge(), place.name(), move.from()));
        keeping.addAll(values);
        int moved = sql.update(
                "insert into core_merge_moved (merge_id, place, gone_id, row_id) select cast(? as bigint),"
                        + " cast(? as varchar(120)), cast(? as bigint), id from " + place.table() + where,
                keeping.toArray());
        if (moved > 0) {
            values.add(0, move.to());
            sql.update("update " + place.table() + " set " + place.column() + " = ?" + where, values.toArray());
            place.holder().ifPresent(holder -> tell(holder, place, move.merge(), "merge"));
        }
        return moved;
    }

    /** Something was done to a record that changed none of its fields. */
    void tell(String entity, long id, String verb) {
        traces.done(entity, id, verb);
    }

    /** Says that records are others now, to whoever looks at them, searches them or keeps them. */
    private void tell(EntityType holder, Place place, long merge, String verb) {
        EntityType type = holder.isPart() ? types.get(holder.parent()) : holder;
        String ids = holder.isPart()
                ? "select " + holder.parentColumn() + " from " + holder.table() + " where id in (" + KEPT + ")"
                : KEPT;
        sql.update(
                "update " + type.table() + " set version = version + 1 where id in (" + ids + ")", merge, place.name());
        sql.list(
                        "select distinct id from " + type.table() + " where id in (" + ids + ")",
                        row -> row.getLong(1),
                        merge,
                        place.name())
                .forEach(id -> traces.done(type.name(), id, verb));
    }

    /** Takes the moves of a merge back. @return rows that name another record by now, by place */
    List<Merge.Stray> back(Merge merge) {
        Map<String, Place> known = places(merge.entity()).stream()
                .collect(Collectors.toMap(Place::name, place -> place, (one, same) -> one));
        List<Merge.Stray> strays = new ArrayList<>();
        sql.list("select distinct place from core_merge_moved where merge_id = ?", row -> row.getString(1), merge.id())
                .forEach(name -> back(merge, known.getOrDefault(name, Place.ofAbsent(name)), strays));
        return strays;
    }

    private void back(Merge merge, Place place, List<Merge.Stray> strays) {
        String changed = "select id from " + place.table() + " where id in (" + KEPT + ") and (" + place.column()
                + " is null or " + place.column() + " <> ?)";
        sql.list(changed, row -> row.getLong(1), merge.id(), place.name(), merge.winner())
                .forEach(id -> strays.add(new Merge.Stray(place, id)));
        sql.update(
                "delete from core_merge_moved where merge_id = ? and place = ? and row_id in (" + changed + ")",
                merge.id(),
                place.name(),
                merge.id(),
                place.name(),
                merge.winner());
        sql.update(
                "update " + place.table() + " set " + place.column() + " = (select m.gone_id from core_merge_moved m"
                        + " where m.merge_id = ? and m.place = ? and m.row_id = " + place.table() + ".id)"
                        + " where id in (" + KEPT + ")",
                merge.id(),
                place.name(),
                merge.id(),
                place.name());
        place.holder().ifPresent(holder -> tell(holder, place, merge.id(), "unmerge"));
    }
}

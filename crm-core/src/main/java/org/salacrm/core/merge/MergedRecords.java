package org.salacrm.core.merge;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.Merges;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.record.PlainValues;
import org.salacrm.core.record.Writes;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Merges and takes merges back, each in one transaction. */
@Component
public final class MergedRecords implements Merges {
    private final Records records;
    private final Writes writes;
    private final Queries queries;
    private final EntityTypes types;
    private final Callers callers;
    private final Completest completest;
    private final Moves moves;
    private final MergeRows rows;
    private final Ids ids;
    private final Clock clock;
    private final Sql sql;

    @Activate
    public MergedRecords(
            @Reference Records records,
            @Reference Writes writes,
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference Callers callers,
            @Reference Completest completest,
            @Reference Moves moves,
            @Reference MergeRows rows,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Tx tx) {
        this.records = records;
        this.writes = writes;
        this.queries = queries;
        this.types = types;
        this.callers = callers;
        this.completest = completest;
        this.moves = moves;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.sql = new Sql(tx);
    }

    @Override
    public Proposal propose(String entity, List<Long> given) {
        EntityType type = mergeable(entity, given);
        return new Proposal(completest.of(type, given), completest.referring(type, given.subList(1, given.size())));
    }

    private EntityType mergeable(String entity, List<Long> given) {
        EntityType type = types.get(entity);
        boolean different = new HashSet<>(given).size() == given.size();
        if (type.isPart() || !different || given.size() < 2 || given.size() > MOST) {
            throw new MalformedQueryException("records", "2 to " + MOST + " different records of an entity are needed");
        }
        return type;
    }

    @Override
    public Merged merge(String entity, Seen stays, List<Seen> go, Map<String, ?> values) {
        Set<Long> all = new HashSet<>(List.of(stays.id()));
        go.forEach(one -> all.add(one.id()));
        EntityType type = mergeable(entity, all.size() == go.size() + 1 ? List.copyOf(all) : List.of());
        return records.transaction(() -> writes.because("merge", () -> {
            lock(type, all);
            require(entity, stays);
            go.forEach(one -> require(entity, one));
            Map<String, Object> set = withoutLost(type, stays, go, values);
            List<String> names = List.copyOf(set.keySet());
            Map<String, Object> before = read(type, stays.id(), names);
            long merge = ids.next();
            long moved = 0;
            for (Seen one : go) {
                moved += moves.move(merge, entity, one.id(), stays.id(), all);
                records.delete(entity, one.id(), Records.ANY_VERSION);
                rows.gone(merge, entity, one.id());
            }
            Records.Saved saved = records.update(entity, stays.id(), Records.ANY_VERSION, set);
            rows.add(new Merge(
                    merge,
                    entity,
                    stays.id(),
                    callers.current().user(),
                    clock.instant(),
                    before,
                    read(type, stays.id(), names)));
            return new Merged(merge, saved, moved);
        }));
    }

    /** The values, and nothing where the one that stays refers to one that goes. */
    private Map<String, Object> withoutLost(EntityType type, Seen stays, List<Seen> go, Map<String, ?> values) {
        List<String> own = new ArrayList<>(own(type.name()));
        own.removeAll(values.keySet());
        Map<String, Object> set = new LinkedHashMap<>(values);
        read(type, stays.id(), own).forEach((name, value) -> {
            boolean lost = value instanceof Map<?, ?> ref
                    && type.name().equals(ref.get("entity"))
                    && go.stream().anyMatch(one -> Long.toString(one.id()).equals(ref.get("id")));
            if (lost) {
                set.put(name, null);
            }
        });
        return set;
    }

    /** Fields in which a record may name another one of its entity. */
    private List<String> own(String entity) {
        return Place.fields(types.get(entity), entity).map(FieldType::name).toList();
    }

    /** Nobody else changes them until it is done. */
    private void lock(EntityType type, Set<Long> some) {
        new TreeSet<>(some)
                .forEach(id -> sql.update("update " + type.table() + " set version = version where id = ?", id));
    }

    private void require(String entity, Seen seen) {
        Row row = queries.one(entity, seen.id(), List.of("id"))
                .orElseThrow(() -> new AbsentRecordException(entity, seen.id()));
        if (seen.version() != Records.ANY_VERSION && row.version() != seen.version()) {
            throw new StaleRecordException(entity, seen.id());
        }
    }

    private Map<String, Object> read(EntityType type, long id, List<String> names) {
        Row row = queries.one(type.name(), id, names.isEmpty() ? List.of("id") : names)
                .orElseThrow(() -> new AbsentRecordException(type.name(), id));
        return names.isEmpty() ? Map.of() : PlainValues.of(type, names, row);
    }

    @Override
    public List<Changed> undo(long id) {
        Merge merge = rows.find(id).orElseThrow(() -> new AbsentRecordException("merge", id));
        Caller caller = callers.current();
        boolean his = merge.user() == caller.user() || caller.mayEverything();
        if (!his || merge.at().isBefore(clock.instant().minus(DAYS, ChronoUnit.DAYS))) {
            throw new AbsentRecordException("merge", id);
        }
        return records.transaction(() -> writes.because("unmerge", () -> {
            Map<String, Object> back = unchanged(merge);
            Map<String, Object> refs = new LinkedHashMap<>(back);
            refs.keySet().retainAll(own(merge.entity()));
            back.keySet().removeAll(refs.keySet());
            // What must be there once only is given back first, what names the others when they are there again.
            records.update(merge.entity(), merge.winner(), Records.ANY_VERSION, back);
            rows.gone(id).forEach(gone -> records.restore(binned(merge.entity(), gone)));
            records.update(merge.entity(), merge.winner(), Records.ANY_VERSION, refs);
            List<Changed> kept = merge.before().keySet().stream()
                    .filter(name -> !back.containsKey(name) && !refs.containsKey(name))
                    .map(name -> new Changed(merge.entity(), merge.winner(), name))
                    .collect(Collectors.toCollection(ArrayList::new));
            moves.back(merge).stream().map(MergedRecords::changed).forEach(kept::add);
            rows.forget(id);
            return List.copyOf(kept);
        }));
    }

    private static Changed changed(Merge.Stray stray) {
        String holder = stray.place().holder().map(EntityType::name).orElse("");
        return new Changed(holder, stray.id(), "");
    }

    /** What the one that stayed had, where it still has what it was given for it. */
    private Map<String, Object> unchanged(Merge merge) {
        EntityType type = types.get(merge.entity());
        List<String> names = List.copyOf(merge.before().keySet());
        Map<String, Object> now = rows.asKept(read(type, merge.winner(), names));
        Map<String, Object> back = new LinkedHashMap<>(merge.before());
        back.keySet()
                .removeIf(name ->
                        !Objects.equals(bare(now.get(name)), bare(merge.after().get(name))));
        return back;
    }

    /** Parts count their own versions, which nobody changes by hand. */
    private static Object bare(Object value) {
        if (!(value instanceof List<?> parts)) {
            return value;
        }
        return parts.stream()
                .map(part -> part instanceof Map<?, ?> map ? Completest.bare(map) : part)
                .toList();
    }

    private long binned(String entity, long id) {
        return sql.first(
                        "select id from core_bin where entity = ? and record_id = ? order by id desc",
                        row -> row.getLong(1),
                        entity,
                        id)
                .orElseThrow(() -> new AbsentRecordException(entity, id));
    }

    @Override
    public OptionalLong into(String entity, long id) {
        return rows.into(entity, id);
    }
}

package org.salacrm.core.merge;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.job.Undos;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.Merges;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.core.record.Ancestors;
import org.salacrm.core.record.FormerRows;
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
    private final Rights rights;
    private final Completest completest;
    private final Moves moves;
    private final MergeRows rows;
    private final Ids ids;
    private final Clock clock;
    private final Sql sql;
    private final Ancestors ancestors;

    @Activate
    public MergedRecords(
            @Reference Records records,
            @Reference Writes writes,
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference Callers callers,
            @Reference Rights rights,
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
        this.rights = rights;
        this.completest = completest;
        this.moves = moves;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.sql = new Sql(tx);
        this.ancestors = new Ancestors(tx);
    }

    @Override
    public Proposal propose(String entity, List<Long> given) {
        EntityType type = mergeable(entity, given);
        return new Proposal(completest.of(type, given), moves.foreseen(type, given.subList(1, given.size())));
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
        List<Long> all = ids(stays, go);
        EntityType type = mergeable(entity, all);
        return records.transaction(() -> writes.because("merge", () -> {
            lock(type, all);
            int version = require(entity, stays);
            go.forEach(one -> require(entity, one));
            Map<String, Object> lost = lost(type, stays, go, values);
            Set<String> names = new LinkedHashSet<>(values.keySet());
            names.addAll(lost.keySet());
            Map<String, Object> before = whole(type, stays.id(), names);
            long merge = ids.next();
            long moved = 0;
            for (Seen one : go) {
                moved += moves.move(merge, entity, one.id(), stays.id(), all);
                Map<String, Object> named = whole(type, one.id(), FormerRows.names(type));
                records.delete(entity, one.id(), Records.ANY_VERSION);
                rows.gone(merge, entity, one.id(), named);
            }
            Records.Saved saved = writes.update(entity, stays.id(), Records.ANY_VERSION, values, lost);
            tell(entity, saved, version, "merge");
            ancestors.require(type, stays.id()); // also where it keeps what stands below it only now
            rows.add(new Merge(
                    merge,
                    entity,
                    stays.id(),
                    callers.current().user(),
                    clock.instant(),
                    before,
                    whole(type, stays.id(), names)));
            return new Merged(merge, saved, moved);
        }));
    }

    @Override
    public Merged merge(String entity, Seen stays, List<Seen> go) {
        List<Long> all = ids(stays, go);
        EntityType type = mergeable(entity, all);
        return records.transaction(() -> {
            lock(type, all);
            return merge(entity, stays, go, completest.of(type, all));
        });
    }

    private static List<Long> ids(Seen stays, List<Seen> go) {
        return Stream.concat(Stream.of(stays), go.stream()).map(Seen::id).toList();
    }

    /** Nothing where the one that stays refers to one that goes or stands below it, may he write there or not. */
    private Map<String, Object> lost(EntityType type, Seen stays, List<Seen> go, Map<String, ?> values) {
        Set<Long> gone = go.stream().map(Seen::id).collect(Collectors.toSet());
        List<String> own = new ArrayList<>(own(type.name()));
        own.removeAll(values.keySet());
        Map<String, Object> lost = new LinkedHashMap<>();
        whole(type, stays.id(), own).forEach((name, value) -> {
            if (value instanceof Map<?, ?> ref && type.name().equals(ref.get("entity"))) {
                long id = Long.parseLong(String.valueOf(ref.get("id")));
                if (gone.contains(id) || ancestors.reaches(type, type.byName().get(name), id, gone)) {
                    lost.put(name, null);
                }
            }
        });
        return lost;
    }

    /** Fields in which a record may name another one of its entity. */
    private List<String> own(String entity) {
        return Place.fields(types.get(entity), entity).map(FieldType::name).toList();
    }

    /** Nobody else changes them until it is done. */
    private void lock(EntityType type, List<Long> some) {
        new TreeSet<>(some)
                .forEach(id -> sql.update("update " + type.table() + " set version = version where id = ?", id));
    }

    private int require(String entity, Seen seen) {
        Row row = queries.one(entity, seen.id(), List.of("id"))
                .orElseThrow(() -> new AbsentRecordException(entity, seen.id()));
        if (seen.version() != Records.ANY_VERSION && row.version() != seen.version()) {
            throw new StaleRecordException(entity, seen.id());
        }
        return row.version();
    }

    /** Whoever keeps by what a record is found hears of it also where no field of it is another. */
    private void tell(String entity, Records.Saved saved, int version, String verb) {
        if (saved.version() == version) {
            moves.tell(entity, saved.id(), verb);
        }
    }

    /** Values as they are, of which some may be hidden from the caller. */
    private Map<String, Object> whole(EntityType type, long id, Collection<String> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        List<String> names = List.copyOf(some);
        return PlainValues.of(
                type,
                names,
                callers.as(Caller.system("merge"), () -> queries.one(type.name(), id, names))
                        .orElseThrow(() -> new AbsentRecordException(type.name(), id)));
    }

    @Override
    public List<Changed> undo(long id) {
        Merge merge = rows.find(id).orElseThrow(() -> new AbsentRecordException("merge", id));
        Caller caller = callers.current();
        boolean his = merge.user() == caller.user() || caller.mayEverything();
        if (!his || merge.at().isBefore(earliest())) {
            throw new AbsentRecordException("merge", id);
        }
        return records.transaction(() -> writes.because("unmerge", () -> {
            Map<String, Object> back = unchanged(merge);
            Map<String, Object> refs = new LinkedHashMap<>(back);
            refs.keySet().retainAll(own(merge.entity()));
            back.keySet().removeAll(refs.keySet());
            // What must be there once only is given back first, what names the others when they are there again.
            int version = require(merge.entity(), new Seen(merge.winner(), Records.ANY_VERSION));
            records.update(merge.entity(), merge.winner(), Records.ANY_VERSION, back);
            EntityType type = types.get(merge.entity());
            List<Long> gone = rows.gone(id, type.table());
            gone.forEach(one -> writes.restore(merge.entity(), one));
            List<Merge.Stray> strays = moves.back(merge);
            Records.Saved saved = writes.update(merge.entity(), merge.winner(), Records.ANY_VERSION, Map.of(), refs);
            tell(merge.entity(), saved, version, "unmerge");
            List<Changed> kept = merge.before().keySet().stream()
                    .filter(name -> !back.containsKey(name) && !refs.containsKey(name))
                    .filter(name -> rights.field(caller, merge.entity(), name) != Access.NONE)
                    .map(name -> new Changed(merge.entity(), merge.winner(), name))
                    .collect(Collectors.toCollection(ArrayList::new));
            strays.stream().flatMap(this::changed).forEach(kept::add);
            rows.forget(id);
            moves.follow(merge.entity()); // one of them may have gone into another since
            gone.forEach(one -> ancestors.require(type, one));
            return List.copyOf(kept);
        }));
    }

    private Instant earliest() {
        return clock.instant().minus(Undos.DAYS, ChronoUnit.DAYS);
    }

    @Override
    public List<Recent> recent(String entity, long id) {
        if (!isSeen(types.get(entity).name(), id)) {
            throw new AbsentRecordException(entity, id);
        }
        Caller caller = callers.current();
        return rows.recent(entity, id, caller.mayEverything() ? 0 : caller.user(), earliest());
    }

    /** A record that names another one by now, if he may read it; its parts and what hangs on it are not told. */
    private Stream<Changed> changed(Merge.Stray stray) {
        return stray.place().holder().filter(holder -> !holder.isPart()).map(EntityType::name).stream()
                .filter(entity -> isSeen(entity, stray.id()))
                .map(entity -> new Changed(entity, stray.id(), ""));
    }

    private boolean isSeen(String entity, long id) {
        return queries.one(entity, id, List.of("id")).isPresent();
    }

    /** What the one that stayed had, where it still has what it was given for it. */
    private Map<String, Object> unchanged(Merge merge) {
        EntityType type = types.get(merge.entity());
        Map<String, Object> now =
                rows.asKept(whole(type, merge.winner(), merge.before().keySet()));
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

    @Override
    public OptionalLong into(String entity, long id) {
        OptionalLong into = rows.into(entity, id);
        return into.isPresent() && isSeen(entity, into.getAsLong()) ? into : OptionalLong.empty();
    }
}

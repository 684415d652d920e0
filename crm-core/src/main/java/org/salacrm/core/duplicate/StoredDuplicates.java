package org.salacrm.core.duplicate;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.duplicate.Duplicates;
import org.salacrm.api.duplicate.Quality;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;

/** Looks for duplicates by keys, compares what they give, and tells of it what the caller may know. */
@Component(service = Duplicates.class)
public final class StoredDuplicates implements Duplicates {
    /** Records that are compared with an entry, those that share most keys with it. */
    private static final int COMPARED = 50;

    private static final int TOLD = 10;
    private static final int COMMON = 100;
    private static final int MOST_AT_ONCE = 20;

    private final DuplicateRules rules;
    private final EntityTypes types;
    private final Queries queries;
    private final KeyRows keys;
    private final FoundRows found;
    private final Callers callers;
    private final Rights rights;
    private final Jobs jobs;
    private final AtomicBoolean asked = new AtomicBoolean();

    @Activate
    public StoredDuplicates(
            @Reference DuplicateRules rules,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference KeyRows keys,
            @Reference FoundRows found,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Jobs jobs) {
        this.rules = rules;
        this.types = types;
        this.queries = queries;
        this.keys = keys;
        this.found = found;
        this.callers = callers;
        this.rights = rights;
        this.jobs = jobs;
    }

    @Override
    public List<Match> check(String entity, long except, Map<String, ?> values) {
        Caller caller = callers.current();
        EntityType type = types.get(entity);
        if (rights.level(caller, entity, Verb.CREATE) == Level.NONE
                && rights.level(caller, entity, Verb.UPDATE) == Level.NONE) {
            throw new ForbiddenException(entity, Verb.CREATE);
        }
        Optional<DuplicateRule> rule = rules.of(entity).map(whole -> readable(caller, whole));
        if (rule.isEmpty()) {
            return List.of();
        }
        makeKeysOnce(entity);
        Texts texts = new Texts(types, rule.get());
        Portrait entry = texts.portrait(name -> written(type, name, values.get(name)));
        List<Long> candidates = candidates(entity, except, entry);
        List<Row> rows = callers.as(Caller.system("duplicates"), () -> rows(texts, type, candidates));
        List<Scored> alike = rows.stream()
                .map(row -> new Scored(row, entry.compare(texts.portrait(row))))
                .filter(scored -> scored.likeness().score() >= rule.get().sharpness())
                .sorted(Comparator.comparingInt(scored -> -scored.likeness().score()))
                .limit(TOLD)
                .toList();
        Set<Long> seen =
                seen(entity, alike.stream().map(scored -> scored.row().id()).toList());
        return alike.stream().map(scored -> match(texts, scored, seen)).toList();
    }

    private record Scored(Row row, Likeness likeness) {}

    /** What a form sends; of a reference, which is an id or holds one, the title. */
    private Object written(EntityType type, String name, Object value) {
        String other = type.byName().get(name).ref();
        Object id = value instanceof Map<?, ?> ref ? ref.get("id") : value;
        if (other.isEmpty() || id == null) {
            return value;
        }
        String digits = String.valueOf(id);
        return !digits.matches("\\d{1,18}") || types.find(other).isEmpty()
                ? null
                : queries
                        .page(Query.of(other, types.get(other).title())
                                .where(Filter.eq("id", Long.valueOf(digits)))
                                .limit(1))
                        .rows()
                        .stream()
                        .findFirst()
                        .map(row -> row.values().get(0))
                        .orElse(null);
    }

    /** What a caller may not read must not be found out by trying. */
    private DuplicateRule readable(Caller caller, DuplicateRule rule) {
        return DuplicateRules.with(rule, field -> Portrait.fields(field).stream()
                .allMatch(name -> types.get(rule.entity()).field(name).isEmpty()
                        || rights.field(caller, rule.entity(), name) != Access.NONE));
    }

    /** After an update of the product the keys of what was there before are made in the background. */
    private void makeKeysOnce(String entity) {
        boolean stale = rules.of(entity)
                .filter(rule -> !keys.isCurrent(entity, DuplicateRules.state(rule)))
                .isPresent();
        if (stale && asked.compareAndSet(false, true)) {
            callers.as(Caller.system("duplicates"), () -> jobs.start(KeyJob.KIND, Map.of()));
        } else if (!stale) {
            asked.set(false);
        }
    }

    private List<Long> candidates(String entity, long except, Portrait entry) {
        Map<Long, Integer> holders = keys.holders(entity, entry.keys(), COMMON);
        holders.remove(except);
        if (except != 0) {
            holders.keySet().removeAll(found.different(entity, except));
        }
        return holders.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Row> rows(Texts texts, EntityType type, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> fields = new ArrayList<>(texts.names());
        fields.addAll(List.of(type.title(), "owner"));
        Query query = Query.of(type.name(), fields.toArray(String[]::new)).where(Filter.in("id", ids));
        return queries.page(query.limit(200)).rows();
    }

    /** Which of some records the caller may read. */
    private Set<Long> seen(String entity, Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : queries.page(Query.of(entity).where(Filter.in("id", ids)).limit(200)).rows().stream()
                        .map(Row::id)
                        .collect(Collectors.toSet());
    }

    private static Match match(Texts texts, Scored scored, Set<Long> seen) {
        List<Object> values = scored.row().values();
        String owner = values.get(texts.names().size() + 1) instanceof Ref ref ? ref.label() : "";
        if (!seen.contains(scored.row().id())) {
            return new Match(0, "", owner, scored.likeness().score(), List.of());
        }
        List<String> reasons = scored.likeness().reasons().stream()
                .map(Likeness.Reason::field)
                .filter(scored.likeness()::agrees)
                .toList();
        String title = String.valueOf(values.get(texts.names().size()));
        return new Match(scored.row().id(), title, owner, scored.likeness().score(), reasons);
    }

    @Override
    public long search(String entity, List<String> fields, int sharpness) {
        if (rights.level(callers.current(), types.get(entity).name(), Verb.UPDATE) == Level.NONE) {
            throw new ForbiddenException(entity, Verb.UPDATE);
        }
        DuplicateRule rule = rules.of(entity)
                .map(whole -> readable(callers.current(), whole))
                .orElseThrow(
                        () -> new MalformedQueryException("entity", "there is no rule for duplicates of " + entity));
        Map<String, Object> parameters = new HashMap<>(Map.of("entity", entity, "fields", List.copyOf(fields)));
        if (sharpness >= 0) {
            parameters.put("sharpness", sharpness);
        }
        Pattern.of(rule, parameters);
        return jobs.start(FinderJob.KIND, parameters);
    }

    @Override
    public Found found(long search, String after, int limit) {
        String entity = found.entity(search);
        if (entity.isEmpty()) {
            return new Found("", List.of(), "");
        }
        EntityType type = types.get(entity);
        List<FoundRows.Scored> pairs = found.groups(search, after.isEmpty() ? 0 : Long.parseLong(after), limit);
        Map<Long, Set<Long>> members = new LinkedHashMap<>();
        Map<Long, Integer> scores = new LinkedHashMap<>();
        for (FoundRows.Scored scored : pairs) {
            Set<Long> group = members.computeIfAbsent(scored.group(), g -> new LinkedHashSet<>());
            group.add(scored.pair().low());
            group.add(scored.pair().high());
            scores.merge(scored.group(), scored.score(), Math::max);
        }
        List<Group> groups = new ArrayList<>();
        members.forEach((group, ids) -> {
            List<Match> records = records(type, ids.stream().limit(MOST_AT_ONCE).toList());
            if (records.size() > 1) {
                groups.add(new Group(scores.get(group), records));
            }
        });
        String next = members.size() < limit
                ? ""
                : String.valueOf(pairs.get(pairs.size() - 1).group());
        return new Found(entity, groups, next);
    }

    private List<Match> records(EntityType type, List<Long> ids) {
        Query query = Query.of(type.name(), type.title(), "owner").where(Filter.in("id", ids));
        return queries.page(query.limit(200)).rows().stream()
                .map(row -> new Match(
                        row.id(),
                        String.valueOf(row.values().get(0)),
                        row.values().get(1) instanceof Ref ref ? ref.label() : "",
                        0,
                        List.of()))
                .toList();
    }

    @Override
    public void differ(String entity, Collection<Long> ids) {
        List<Long> all = ids.stream().distinct().sorted().limit(MOST_AT_ONCE).toList();
        Set<Long> seen = seen(types.get(entity).name(), all);
        for (int i = 0; i < all.size(); i++) {
            if (!seen.contains(all.get(i))) {
                throw new AbsentRecordException(entity, all.get(i));
            }
            for (int j = i + 1; j < all.size(); j++) {
                found.differ(
                        entity,
                        FoundRows.Pair.of(all.get(i), all.get(j)),
                        callers.current().user());
            }
        }
    }

    @Override
    public Quality judge(Reader pairs, int sharpness) {
        return new LabelledPairs(
                        entity -> rules.of(entity).orElseThrow(() -> new UnknownEntityException(entity)), sharpness)
                .judge(pairs);
    }
}

package org.salacrm.core.duplicate;

import java.io.Reader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.salacrm.api.query.Row;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.job.JobRows;
import org.salacrm.core.record.IdText;

/** Looks for duplicates by keys, compares what they give, and tells of it what the caller may know. */
@Component(service = Duplicates.class)
public final class StoredDuplicates implements Duplicates {
    /** Records that are compared with an entry, those that share most keys with it. */
    private static final int COMPARED = 50;

    /** More nobody reads while he writes. */
    private static final int TOLD = 10;

    /** Holders of one key from which it tells nothing of an entry; a search, which compares all with all, has less. */
    private static final int COMMON = 100;

    /** Everything was said before it. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final DuplicateRules rules;
    private final EntityTypes types;
    private final Queries queries;
    private final KeyRows keys;
    private final FoundRows found;
    private final FoundGroups groups;
    private final Callers callers;
    private final Rights rights;
    private final Jobs jobs;
    private final JobRows jobRows;
    private final AtomicBoolean asking = new AtomicBoolean();

    @Activate
    public StoredDuplicates(
            @Reference DuplicateRules rules,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference KeyRows keys,
            @Reference FoundRows found,
            @Reference FoundGroups groups,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Jobs jobs,
            @Reference JobRows jobRows) {
        this.rules = rules;
        this.types = types;
        this.queries = queries;
        this.keys = keys;
        this.found = found;
        this.groups = groups;
        this.callers = callers;
        this.rights = rights;
        this.jobs = jobs;
        this.jobRows = jobRows;
    }

    @Override
    public List<Match> check(String entity, long except, Map<String, ?> values) {
        Caller caller = callers.current();
        EntityType type = types.get(entity);
        if (rights.level(caller, entity, Verb.CREATE) == Level.NONE
                && rights.level(caller, entity, Verb.UPDATE) == Level.NONE) {
            throw new ForbiddenException(entity, Verb.CREATE);
        }
        Optional<DuplicateRule> rule = rules.of(entity).map(whole -> rules.readable(whole, caller));
        if (rule.isEmpty()) {
            return List.of();
        }
        makeKeys(entity);
        Texts texts = rules.texts(rule.get());
        Portrait entry = texts.portrait(name -> written(type, name, values.get(name)));
        List<Long> candidates = candidates(entity, except, entry);
        return alike(texts, type, entry, candidates).stream()
                .filter(match -> match.score() >= rule.get().sharpness())
                .sorted(Comparator.comparingInt(match -> -match.score()))
                .limit(TOLD)
                .toList();
    }

    /** What he may read is compared as he reads it; of the rest he is told only whom to ask. */
    private List<Match> alike(Texts texts, EntityType type, Portrait entry, List<Long> candidates) {
        Map<Long, Row> read = groups.rows(type, texts.names(), candidates);
        List<Long> hidden =
                candidates.stream().filter(id -> !read.containsKey(id)).toList();
        List<Match> alike = new ArrayList<>();
        read.values().forEach(row -> {
            Likeness likeness = entry.compare(texts.portrait(row));
            alike.add(FoundGroups.match(row, likeness.score(), likeness.agreeing()));
        });
        callers.as(Caller.system("duplicates"), () -> groups.rows(type, texts.names(), hidden))
                .values()
                .forEach(row -> {
                    int score = entry.compare(texts.portrait(row)).score();
                    alike.add(new Match(
                            0, "", FoundGroups.match(row, 0, List.of()).owner(), score, List.of()));
                });
        return alike;
    }

    /** What a form sends; of a reference, which is an id or holds one, the title. */
    private Object written(EntityType type, String name, Object value) {
        String other = type.byName().get(name).ref();
        Object id = value instanceof Map<?, ?> ref ? ref.get("id") : value;
        if (other.isEmpty() || id == null) {
            return value;
        }
        Optional<Long> known = IdText.read(String.valueOf(id));
        return known.isEmpty() || types.find(other).isEmpty()
                ? null
                : queries
                        .page(Query.of(other, types.get(other).title())
                                .where(Filter.eq("id", known.get()))
                                .limit(1))
                        .rows()
                        .stream()
                        .findFirst()
                        .map(row -> row.values().get(0))
                        .orElse(null);
    }

    /** After an update of the product the keys of what was there before are made in the background. */
    private void makeKeys(String entity) {
        boolean stale = rules.of(entity)
                .filter(rule -> !keys.isCurrent(entity, DuplicateRules.state(rule)))
                .isPresent();
        if (stale && asking.compareAndSet(false, true)) {
            try {
                if (!jobRows.isUnderWay(KeyJob.KIND)) {
                    callers.as(Caller.system("duplicates"), () -> jobs.start(KeyJob.KIND, Map.of()));
                }
            } finally {
                asking.set(false);
            }
        }
    }

    private List<Long> candidates(String entity, long except, Portrait entry) {
        Map<Long, Integer> holders = keys.holders(entity, Set.copyOf(entry.keys()), COMMON);
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

    @Override
    public long search(String entity, List<String> fields, int sharpness) {
        requireUpdate(entity);
        DuplicateRule rule = rules.readable(rules.require(entity), callers.current());
        Map<String, Object> parameters = new HashMap<>(Map.of("entity", entity, "fields", List.copyOf(fields)));
        if (sharpness >= 0) {
            parameters.put("sharpness", sharpness);
        }
        Sought.of(rule, parameters); // refuses what cannot be looked for
        long user = callers.current().user();
        return found.inTurn(user, () -> jobRows.underWay(FinderJob.KIND, user).entrySet().stream()
                .filter(job -> entity.equals(job.getValue().get("entity")))
                .findFirst()
                .map(job -> joined(job.getKey(), job.getValue().equals(parameters)))
                .orElseGet(() -> jobs.start(FinderJob.KIND, parameters)));
    }

    /** A second one would forget what the first finds. */
    private static long joined(long job, boolean same) {
        if (!same) {
            throw new ConflictException("duplicate.search.underWay", Map.of());
        }
        return job;
    }

    private void requireUpdate(String entity) {
        if (rights.level(callers.current(), types.get(entity).name(), Verb.UPDATE) == Level.NONE) {
            throw new ForbiddenException(entity, Verb.UPDATE);
        }
    }

    @Override
    public Found found(long search, String after, int limit) {
        return groups.found(search, after.isEmpty() ? 0 : Long.parseLong(after), limit);
    }

    @Override
    public void differ(String entity, Collection<Long> ids) {
        found.differ(
                entity, groups.pairs(types.get(entity), ids), callers.current().user());
    }

    @Override
    public Judged judged(String entity, String after, int limit) {
        requireUpdate(entity);
        return groups.judged(types.get(entity), after.isEmpty() ? NEVER : moment(after), limit);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new MalformedQueryException("after", "must be the next of a page");
        }
    }

    @Override
    public void resemble(String entity, Collection<Long> ids) {
        found.forget(entity, groups.pairs(types.get(entity), ids));
    }

    @Override
    public Quality judge(Reader pairs, int sharpness) {
        return new LabelledPairs(
                        entity -> rules.of(entity).orElseThrow(() -> new UnknownEntityException(entity)), sharpness)
                .judge(pairs);
    }
}

package org.salacrm.core.duplicate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.duplicate.Duplicates.Found;
import org.salacrm.api.duplicate.Duplicates.Group;
import org.salacrm.api.duplicate.Duplicates.Judged;
import org.salacrm.api.duplicate.Duplicates.Judgement;
import org.salacrm.api.duplicate.Duplicates.Match;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;

/** What a search found, as groups of records that whoever started it may read; and what people say of them. */
@Component(service = FoundGroups.class)
public final class FoundGroups {
    /** Records of a group that are told at once. */
    private static final int MOST = 20;

    /** Pairs whose records are read at once. */
    private static final int PAIRS = 100;

    private final DuplicateRules rules;
    private final EntityTypes types;
    private final Queries queries;
    private final FoundRows rows;
    private final Callers callers;
    private final Rights rights;

    @Activate
    public FoundGroups(
            @Reference DuplicateRules rules,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference FoundRows rows,
            @Reference Callers callers,
            @Reference Rights rights) {
        this.rules = rules;
        this.types = types;
        this.queries = queries;
        this.rows = rows;
        this.callers = callers;
        this.rights = rights;
    }

    Found found(long search, long after, int limit) {
        String entity = rows.entity(search, callers.current().user())
                .orElseThrow(() -> new AbsentRecordException("search", search));
        EntityType type = types.get(entity);
        Map<Long, List<FoundRows.Scored>> all = new LinkedHashMap<>();
        rows.groups(search, after, limit)
                .forEach(scored -> all.computeIfAbsent(scored.group(), group -> new ArrayList<>())
                        .add(scored));
        Optional<Texts> texts = rules.of(entity)
                .map(rule -> rules.readable(rule, callers.current()))
                .map(rules::texts);
        List<Group> groups = new ArrayList<>();
        long last = after;
        for (Map.Entry<Long, List<FoundRows.Scored>> each : all.entrySet()) {
            texts.flatMap(read -> group(type, read, each.getValue())).ifPresent(groups::add);
            last = each.getKey();
        }
        return new Found(entity, groups, all.size() < limit ? "" : String.valueOf(last));
    }

    /** The pairs of which he may read both; what is held together by others only is no group for him. */
    private Optional<Group> group(EntityType type, Texts texts, List<FoundRows.Scored> pairs) {
        Map<Long, Match> told = new LinkedHashMap<>();
        Set<String> reasons = new LinkedHashSet<>();
        int score = 0;
        for (int from = 0; from < pairs.size() && told.size() < MOST; from += PAIRS) {
            List<FoundRows.Pair> some = pairs.subList(from, Math.min(pairs.size(), from + PAIRS)).stream()
                    .map(FoundRows.Scored::pair)
                    .toList();
            Set<Long> ids = new LinkedHashSet<>();
            some.forEach(pair -> ids.addAll(List.of(pair.low(), pair.high())));
            Map<Long, Row> seen = rows(type, texts.names(), ids);
            for (FoundRows.Pair pair : some) {
                Row low = seen.get(pair.low());
                Row high = seen.get(pair.high());
                if (low != null && high != null && told.size() + strange(told, pair) <= MOST) {
                    told.put(low.id(), match(low, 0, List.of()));
                    told.put(high.id(), match(high, 0, List.of()));
                    Likeness likeness = texts.portrait(low).compare(texts.portrait(high));
                    reasons.addAll(likeness.agreeing());
                    score = Math.max(score, likeness.score());
                }
            }
        }
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Group(score, List.copyOf(reasons), List.copyOf(told.values())));
    }

    /** How many of a pair are not told yet. */
    private static int strange(Map<Long, Match> told, FoundRows.Pair pair) {
        return (told.containsKey(pair.low()) ? 0 : 1) + (told.containsKey(pair.high()) ? 0 : 1);
    }

    /** Records as the caller reads them: some fields, then title and owner. */
    Map<Long, Row> rows(EntityType type, List<String> names, Collection<Long> ids) {
        Map<Long, Row> read = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return read;
        }
        List<String> fields = new ArrayList<>(names);
        fields.addAll(List.of(type.title(), "owner"));
        Query query = Query.of(type.name(), fields.toArray(String[]::new)).where(Filter.in("id", ids));
        queries.page(query.limit(2 * PAIRS)).rows().forEach(row -> read.put(row.id(), row));
        return read;
    }

    static Match match(Row row, int score, List<String> reasons) {
        int last = row.values().size() - 1;
        Object title = row.values().get(last - 1);
        String owner = row.values().get(last) instanceof Ref ref ? ref.label() : "";
        return new Match(row.id(), title == null ? "" : title.toString(), owner, score, reasons);
    }

    /** Each moment at which somebody said that some are different, with those whom the caller may read and change. */
    Judged judged(EntityType type, Instant before, int limit) {
        Map<Instant, Set<Long>> said = new LinkedHashMap<>();
        rows.said(type.name(), before, limit).forEach(one -> said.computeIfAbsent(one.at(), at -> new LinkedHashSet<>())
                .addAll(List.of(one.pair().low(), one.pair().high())));
        List<Judgement> judgements = new ArrayList<>();
        String last = "";
        for (Map.Entry<Instant, Set<Long>> each : said.entrySet()) {
            List<Match> records = rows(type, List.of(), each.getValue()).values().stream()
                    .filter(row -> mayChange(type.name(), row.id()))
                    .map(row -> match(row, 0, List.of()))
                    .toList();
            if (records.size() > 1) {
                judgements.add(new Judgement(each.getKey(), records));
            }
            last = each.getKey().toString();
        }
        return new Judged(judgements, said.size() < limit ? "" : last);
    }

    /** Each with each of some records, of which the caller may say what they are: he must be able to change them. */
    List<FoundRows.Pair> pairs(EntityType type, Collection<Long> ids) {
        List<Long> all = List.copyOf(new TreeSet<>(ids));
        if (all.size() < 2 || all.size() > MOST) {
            throw new MalformedQueryException("ids", "must be 2 to " + MOST + " different records");
        }
        Map<Long, Row> read = rows(type, List.of(), all);
        for (long id : all) {
            if (!read.containsKey(id)) {
                throw new AbsentRecordException(type.name(), id);
            }
        }
        if (!all.stream().allMatch(id -> mayChange(type.name(), id))) {
            throw new ForbiddenException(type.name(), Verb.UPDATE);
        }
        return FoundRows.Pair.among(all);
    }

    private boolean mayChange(String entity, long id) {
        return rights.allowed(callers.current(), entity, id, Verb.UPDATE);
    }
}

package org.salacrm.core.duplicate;

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

/** What a search found, as groups of records that whoever started it may read; and what people say of them. */
@Component(service = FoundGroups.class)
public final class FoundGroups {
    /** Records of a group that are told at once. */
    private static final int MOST = 20;

    private static final int PAGE = 200;

    private final DuplicateRules rules;
    private final EntityTypes types;
    private final Queries queries;
    private final FoundRows rows;
    private final Callers callers;

    @Activate
    public FoundGroups(
            @Reference DuplicateRules rules,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference FoundRows rows,
            @Reference Callers callers) {
        this.rules = rules;
        this.types = types;
        this.queries = queries;
        this.rows = rows;
        this.callers = callers;
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
                .map(rule -> new Texts(types, rule));
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
        Set<Long> ids = new LinkedHashSet<>();
        for (FoundRows.Scored scored : pairs) {
            if (ids.size() < MOST) {
                ids.addAll(List.of(scored.pair().low(), scored.pair().high()));
            }
        }
        Map<Long, Row> seen = rows(type, texts.names(), ids);
        Map<Long, Match> told = new LinkedHashMap<>();
        Set<String> reasons = new LinkedHashSet<>();
        int score = 0;
        for (FoundRows.Scored scored : pairs) {
            Row low = seen.get(scored.pair().low());
            Row high = seen.get(scored.pair().high());
            if (low != null && high != null) {
                told.put(low.id(), match(low));
                told.put(high.id(), match(high));
                reasons.addAll(texts.portrait(low).compare(texts.portrait(high)).agreeing());
                score = Math.max(score, scored.score());
            }
        }
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Group(score, List.copyOf(reasons), List.copyOf(told.values())));
    }

    private Map<Long, Row> rows(EntityType type, List<String> names, Collection<Long> ids) {
        List<String> fields = new ArrayList<>(names);
        fields.addAll(List.of(type.title(), "owner"));
        Query query = Query.of(type.name(), fields.toArray(String[]::new)).where(Filter.in("id", ids));
        Map<Long, Row> read = new LinkedHashMap<>();
        queries.page(query.limit(PAGE)).rows().forEach(row -> read.put(row.id(), row));
        return read;
    }

    /** Title and owner stand at the end. */
    private static Match match(Row row) {
        int last = row.values().size() - 1;
        Object title = row.values().get(last - 1);
        String owner = row.values().get(last) instanceof Ref ref ? ref.label() : "";
        return new Match(row.id(), title == null ? "" : title.toString(), owner, 0, List.of());
    }

    /** The records among some that the caller may read, with what he may know of them. */
    Map<Long, Match> seen(EntityType type, Collection<Long> ids) {
        Map<Long, Match> seen = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            rows(type, List.of(), ids).forEach((id, row) -> seen.put(id, match(row)));
        }
        return seen;
    }

    void differ(EntityType type, Collection<Long> ids) {
        List<Long> all = List.copyOf(new TreeSet<>(ids));
        if (all.size() < 2 || all.size() > MOST) {
            throw new MalformedQueryException("ids", "must be 2 to " + MOST + " different records");
        }
        Map<Long, Match> seen = seen(type, all);
        for (int i = 0; i < all.size(); i++) {
            if (!seen.containsKey(all.get(i))) {
                throw new AbsentRecordException(type.name(), all.get(i));
            }
            for (int j = i + 1; j < all.size(); j++) {
                rows.differ(
                        type.name(),
                        FoundRows.Pair.of(all.get(i), all.get(j)),
                        callers.current().user());
            }
        }
    }
}

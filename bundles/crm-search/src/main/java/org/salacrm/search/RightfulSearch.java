package org.salacrm.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.FormerNames;
import org.salacrm.api.record.History;
import org.salacrm.api.search.Search;
import org.salacrm.api.search.SearchIndex;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Scope;
import org.salacrm.api.security.Shares;
import org.salacrm.api.security.Verb;
import org.salacrm.search.index.SearchedFields;
import org.salacrm.search.text.Needle;

/**
 * Asks the index for candidates and the engine what the caller may see of them. Only what he sees counts: where the
 * text stands only in a field hidden from him, there is no hit.
 */
@Component
public final class RightfulSearch implements Search {
    private static final int FIRST_LOOK = 40;
    private static final int SECOND_LOOK = 1000;
    private static final int PAGE = 200;
    private static final List<String> BESIDE = List.of("owner", "modifiedAt");

    private final SearchIndex index;
    private final EntityTypes types;
    private final Queries queries;
    private final Rights rights;
    private final Callers callers;
    private final Shares shares;
    private final Registry registry;
    private final FormerNames names;

    @Activate
    public RightfulSearch(
            @Reference SearchIndex index,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Shares shares,
            @Reference Registry registry,
            @Reference FormerNames names) {
        this.index = index;
        this.types = types;
        this.queries = queries;
        this.rights = rights;
        this.callers = callers;
        this.shares = shares;
        this.registry = registry;
        this.names = names;
    }

    /** What is looked for among records of one kind. */
    private record Quest(
            String text,
            Matcher matcher,
            EntityType type,
            List<FieldType> fields,
            Optional<FieldType> state,
            Caller caller) {}

    private record Found(Matcher.Match match, boolean own, Instant changed, Hit hit) {}

    private static final Comparator<Found> ORDER = Comparator.comparingInt(
                    (Found found) -> found.match().rank())
            .thenComparing(found -> !found.own())
            .thenComparing(Found::changed, Comparator.reverseOrder())
            .thenComparing(found -> found.hit().id(), Comparator.reverseOrder());

    @Override
    public List<Group> find(String text, List<String> entities, int each) {
        Needle needle = Needle.of(text);
        List<Group> groups = new ArrayList<>();
        if (needle.isEmpty()) {
            return groups;
        }
        Set<String> known = index.known();
        Caller caller = callers.current();
        for (EntityType type : ordered()) {
            if (!type.isPart() && (entities.isEmpty() || entities.contains(type.name()))) {
                List<FieldType> fields = readable(caller, type);
                if (!fields.isEmpty()) {
                    Quest quest = new Quest(text, new Matcher(needle), type, fields, state(caller, type), caller);
                    group(quest, known.contains(type.name()), each).ifPresent(groups::add);
                }
            }
        }
        return groups;
    }

    /** What people make every day comes first. */
    private List<EntityType> ordered() {
        return types.all().stream()
                .sorted(Comparator.comparing(
                                (EntityType type) -> !type.features().activities())
                        .thenComparing(type -> type.quick().isEmpty())
                        .thenComparing(EntityType::name))
                .toList();
    }

    private List<FieldType> readable(Caller caller, EntityType type) {
        return SearchedFields.of(type).stream()
                .filter(field -> !field.flags().hidden())
                .filter(field -> rights.field(caller, type.name(), field.name()) != Access.NONE)
                .toList();
    }

    /** The field that says where a record is in its lifecycle. */
    private Optional<FieldType> state(Caller caller, EntityType type) {
        return registry.all(Lifecycle.class).stream()
                .filter(lifecycle -> lifecycle.entity().equals(type.name()))
                .findFirst()
                .flatMap(lifecycle -> type.field(lifecycle.field()))
                .filter(field -> rights.field(caller, type.name(), field.name()) != Access.NONE);
    }

    private Optional<Group> group(Quest quest, boolean whole, int each) {
        Scope scope = rights.scope(quest.caller(), quest.type().name(), Verb.READ);
        if (scope.none()) {
            return Optional.empty();
        }
        int looked = FIRST_LOOK;
        List<Filter> candidates = whole ? candidates(quest, scope, looked) : List.of(text(quest));
        List<Found> found = seen(quest, candidates);
        boolean more = whole && size(candidates) >= looked;
        if (more && found.size() < each) {
            looked = SECOND_LOOK;
            candidates = candidates(quest, scope, looked);
            found = seen(quest, candidates);
            more = size(candidates) >= looked;
        }
        List<Hit> hits =
                found.stream().sorted(ORDER).limit(each).map(Found::hit).toList();
        boolean exact = whole ? !more : found.size() < PAGE;
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Group(quest.type().name(), hits, found.size(), exact));
    }

    private static Filter text(Quest quest) {
        return Filter.where("*", Op.MATCHES, quest.text().strip());
    }

    private static int size(List<Filter> candidates) {
        return candidates.stream()
                .mapToInt(filter -> ((Filter.Compare) filter).values().size())
                .sum();
    }

    /** Ids in portions of a page. The index does not know what is shared with whom: such records are looked at all. */
    private List<Filter> candidates(Quest quest, Scope scope, int most) {
        String entity = quest.type().name();
        Set<Long> ids = new LinkedHashSet<>(index.best(entity, quest.text(), scope, most));
        if (!scope.all()) {
            List<Long> shared = shares.with(entity, scope.principals(), PAGE + 1);
            ids.addAll(shared.size() > PAGE ? index.best(entity, quest.text(), Scope.ALL, most) : shared);
        }
        List<Long> all = List.copyOf(ids);
        List<Filter> portions = new ArrayList<>();
        for (int i = 0; i < all.size(); i += PAGE) {
            portions.add(Filter.in("id", all.subList(i, Math.min(all.size(), i + PAGE))));
        }
        return portions;
    }

    private List<Found> seen(Quest quest, List<Filter> candidates) {
        List<String> paths = new ArrayList<>(BESIDE);
        quest.fields().forEach(field -> paths.add(field.name()));
        quest.state().ifPresent(field -> paths.add(field.name()));
        Query query =
                Query.of(quest.type().name(), paths.toArray(String[]::new)).limit(PAGE);
        List<Found> found = new ArrayList<>();
        for (Filter filter : candidates) {
            List<Row> rows = queries.page(query.where(filter)).rows();
            Map<Long, List<FormerNames.Former>> former =
                    names.of(quest.type().name(), rows.stream().map(Row::id).toList()).stream()
                            .collect(Collectors.groupingBy(one -> one.into().id()));
            rows.forEach(row ->
                    look(quest, row, former.getOrDefault(row.id(), List.of())).ifPresent(found::add));
        }
        return found;
    }

    /** What those were called that were merged into a record, in fields of it that he may read. */
    private static List<Matcher.Place> former(Quest quest, List<FormerNames.Former> former) {
        return quest.fields().stream()
                .flatMap(field -> former.stream()
                        .map(one -> one.values().get(field.name()))
                        .filter(Objects::nonNull)
                        .map(value -> place(quest, field, value)))
                .toList();
    }

    private static Matcher.Place place(Quest quest, FieldType field, String value) {
        boolean title = field.name().equals(quest.type().title());
        return new Matcher.Place(field.name(), value, title, SearchedFields.isNumber(field));
    }

    private static Optional<Found> look(Quest quest, Row row, List<FormerNames.Former> former) {
        List<Matcher.Place> places = new ArrayList<>();
        String title = "";
        for (int i = 0; i < quest.fields().size(); i++) {
            FieldType field = quest.fields().get(i);
            if (row.values().get(i + BESIDE.size()) instanceof String value) {
                boolean isTitle = field.name().equals(quest.type().title());
                title = isTitle ? value : title;
                places.add(place(quest, field, value));
            }
        }
        List<Matcher.Place> merged = new ArrayList<>(former(quest, former));
        merged.removeAll(places);
        places.addAll(merged);
        String shown = title;
        boolean own = row.values().get(0) instanceof Ref owner
                && owner.id() == quest.caller().user();
        Instant changed = row.values().get(1) instanceof Instant at ? at : Instant.EPOCH;
        Optional<History.State> state = quest.state()
                .flatMap(field -> stateOf(
                        field, row.values().get(BESIDE.size() + quest.fields().size())));
        return quest.matcher().match(places).map(match -> {
            Matcher.Place place = match.place();
            Snippet snippet = Snippet.of(place.value(), match.marks());
            Hit hit = new Hit(
                    row.id(), shown, place.field(), snippet.value(), snippet.marks(), state, merged.contains(place));
            return new Found(match, own, changed, hit);
        });
    }

    private static Optional<History.State> stateOf(FieldType field, Object value) {
        return value instanceof String code ? Optional.of(new History.State(field.pickList(), code)) : Optional.empty();
    }
}

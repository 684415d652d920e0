package org.salacrm.core.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Receiver;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.label.AddressList;
import org.salacrm.api.label.Labels.Wish;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Sort;

/** Finds whom letters to records are for and where these are reached, as far as the caller may know. */
@Component(service = Addressees.class)
public final class Addressees {
    /** Of how many records at once the people and the addresses elsewhere are asked. */
    private static final int TOGETHER = 500;

    private static final int PAGE = 200;

    private final Queries queries;
    private final Registry registry;
    private final EntityTypes types;
    private final PersonLine persons;

    @Activate
    public Addressees(
            @Reference Queries queries,
            @Reference Registry registry,
            @Reference EntityTypes types,
            @Reference PickLists pickLists) {
        this.queries = queries;
        this.registry = registry;
        this.types = types;
        this.persons = new PersonLine(pickLists);
    }

    /** What is read of each record, in this order. */
    private enum Column {
        TITLE,
        ADDRESSES,
        COMPANY,
        COMPANY_EN,
        PERSON,
        SALUTATION,
        ELSEWHERE
    }

    /** @param reached whether a record is to be printed */
    List<Addressee> of(Wish wish, LongPredicate reached) {
        return found(wish, reached, query -> consumer -> queries.each(query, consumer));
    }

    /** The first of them, enough for a page. */
    List<Addressee> first(Wish wish, LongPredicate reached) {
        return found(wish, reached, query -> queries.page(query.limit(PAGE)).rows()::forEach);
    }

    private List<Addressee> found(Wish wish, LongPredicate reached, Function<Query, Consumer<Consumer<Row>>> asking) {
        EntityType type = types.get(wish.query().entity());
        Receiver rule = rule(type);
        List<String> paths = List.of(
                type.title(),
                addresses(type),
                rule.company(),
                rule.companyEn(),
                rule.person(),
                rule.salutation(),
                rule.elsewhere());
        List<String> asked = paths.stream().filter(p -> !p.isEmpty()).distinct().toList();
        Query query = wish.query();
        Query full = new Query(query.entity(), asked, query.filter(), query.sort(), 1, "", Query.Count.NONE, List.of());
        List<Found> found = new ArrayList<>();
        asking.apply(full).accept(row -> {
            if (reached.test(row.id())) {
                found.add(new Found(row, paths, asked));
            }
        });
        return addressees(type, rule, wish, found);
    }

    private List<Addressee> addressees(EntityType type, Receiver rule, Wish wish, List<Found> found) {
        List<Addressee> all = new ArrayList<>(found.size());
        for (int from = 0; from < found.size(); from += TOGETHER) {
            List<Found> some = found.subList(from, Math.min(found.size(), from + TOGETHER));
            Map<Long, String> people = people(rule, wish, some);
            Map<Long, Object> elsewhere = elsewhere(type, rule, some);
            some.forEach(one -> all.add(addressee(one, wish, people, elsewhere)));
        }
        return all;
    }

    /** A record as it was read. */
    private record Found(Row row, List<String> paths, List<String> asked) {
        Object at(Column column) {
            String path = paths.get(column.ordinal());
            return path.isEmpty() ? null : row.values().get(asked.indexOf(path));
        }

        String text(Column column) {
            return at(column) instanceof String text ? text.strip() : "";
        }
    }

    private Addressee addressee(Found found, Wish wish, Map<Long, String> people, Map<Long, Object> elsewhere) {
        String english = "th".equals(wish.language()) ? "" : found.text(Column.COMPANY_EN);
        String company = english.isEmpty() ? found.text(Column.COMPANY) : english;
        String own = persons.of(found.text(Column.PERSON), found.text(Column.SALUTATION));
        String person = own.isEmpty() ? people.getOrDefault(found.row().id(), "") : own;
        List<String> address = lines(found.at(Column.ADDRESSES), wish.kind());
        if (address.isEmpty() && found.at(Column.ELSEWHERE) instanceof Ref ref) {
            address = lines(elsewhere.get(ref.id()), wish.kind());
        }
        boolean named = wish.person() || company.isEmpty();
        return new Addressee(found.row().id(), found.text(Column.TITLE), company, named ? person : "", address);
    }

    private Receiver rule(EntityType type) {
        return registry.all(Receiver.class).stream()
                .filter(one -> one.entity().equals(type.name()))
                .findFirst()
                .orElseGet(
                        () -> new Receiver(type.name(), type.name(), type.title(), "", "", "", "", Optional.empty()));
    }

    private String addresses(EntityType type) {
        return AddressList.of(types, type)
                .map(FieldType::name)
                .orElseThrow(() -> new MalformedQueryException("entity", type.name() + " has no addresses"));
    }

    /** Who is written to at each record: the one who has been there the longest. */
    private Map<Long, String> people(Receiver rule, Wish wish, List<Found> found) {
        Map<Long, String> names = new HashMap<>();
        if (!wish.person() || rule.people().isEmpty()) {
            return names;
        }
        Receiver.People people = rule.people().get();
        if (types.find(people.entity()).isEmpty()) {
            return names;
        }
        List<Long> ids = found.stream().map(one -> one.row().id()).toList();
        List<String> paths = Stream.of(people.of(), people.name(), people.salutation())
                .filter(path -> !path.isEmpty())
                .toList();
        Query query = Query.of(people.entity(), paths.toArray(String[]::new))
                .where(people.filter().and(Filter.where(people.of(), Op.IN, ids.toArray())))
                .sorted(new Sort("id", false));
        queries.each(query, row -> {
            String salutation = paths.size() > 2 && row.values().get(2) instanceof String code ? code : "";
            if (row.values().get(0) instanceof Ref of && row.values().get(1) instanceof String name) {
                names.putIfAbsent(of.id(), persons.of(name.strip(), salutation));
            }
        });
        return names;
    }

    /** The addresses of what records without any of their own refer to. */
    private Map<Long, Object> elsewhere(EntityType type, Receiver rule, List<Found> found) {
        Map<Long, Object> addresses = new HashMap<>();
        List<Long> ids = found.stream()
                .filter(one -> isEmpty(one.at(Column.ADDRESSES)))
                .flatMap(one -> one.at(Column.ELSEWHERE) instanceof Ref ref ? Stream.of(ref.id()) : Stream.empty())
                .distinct()
                .toList();
        type.field(rule.elsewhere())
                .filter(field -> !ids.isEmpty())
                .flatMap(field -> types.find(field.ref()))
                .ifPresent(other -> queries.each(
                        Query.of(other.name(), addresses(other)).where(Filter.where("id", Op.IN, ids.toArray())),
                        row -> addresses.put(row.id(), row.values().get(0))));
        return addresses;
    }

    private static boolean isEmpty(Object parts) {
        return lines(parts, "").isEmpty();
    }

    /** Of several addresses the one of the wished kind, else the main one, else the first that says anything. */
    private static List<String> lines(Object parts, String kind) {
        List<List<String>> all = new ArrayList<>(List.of(List.of(), List.of(), List.of()));
        if (parts instanceof List<?> list) {
            for (Object part : list) {
                if (part instanceof Map<?, ?> values) {
                    String own = PostalLines.text(values, "kind");
                    int place = own.equals(kind) ? 0 : own.equals("main") ? 1 : 2;
                    List<String> lines = PostalLines.of(values);
                    if (all.get(place).isEmpty()) {
                        all.set(place, lines);
                    }
                }
            }
        }
        return all.stream().filter(lines -> !lines.isEmpty()).findFirst().orElse(List.of());
    }
}

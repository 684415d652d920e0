package org.salacrm.itest.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.salacrm.itest.Person;
import org.salacrm.test.RandomCompany;
import org.salacrm.test.RandomCompany.Kind;
import org.salacrm.test.RandomCompany.User;
import org.salacrm.test.RightsReference;

/** The company as it stands in a running Sala: every record as the administrator sees it, and the rules of rights. */
final class World {
    static final List<Kind> KINDS = List.of(
            new Kind(
                    "account",
                    false,
                    List.of(
                            "name",
                            "remark",
                            "creditLimit",
                            "employees",
                            "rating",
                            "parent",
                            "owner",
                            "hint",
                            "addresses",
                            "addresses.mapLink")),
            new Kind(
                    "opportunity",
                    false,
                    List.of(
                            "name",
                            "account",
                            "partner",
                            "stage",
                            "expectedRevenue",
                            "nextStep",
                            "expectedCloseOn",
                            "wonReason",
                            "team")),
            new Kind(
                    "activity",
                    false,
                    List.of("subject", "account", "regarding", "description", "status", "dueAt", "type")));

    /** People, of whom the law asks; other doors leave them alone, for whoever is erased is another afterwards. */
    static final Kind PERSON = new Kind("contact", false, List.of("name", "remark"));

    static final List<Kind> ALL =
            Stream.concat(KINDS.stream(), Stream.of(PERSON)).toList();

    /** Permissions of the company that stand for opening a deal again. */
    static final Set<String> REOPENS = Set.of("test.permission1", "test.permission2", "test.permission3");

    /** Those that stand for keeping lists for others. */
    static final Set<String> SHARES = Set.of("test.permission0", "test.permission3");

    /** Those that stand for telling people what is known of them, and for erasing them. */
    static final Set<String> PERSONAL = Set.of("test.permission2", "test.permission4");

    final RandomCompany company;
    final RightsReference rules;
    final Person admin;
    private final Map<String, Map<Long, Entry>> entries = new HashMap<>();
    private final Map<String, Map<Long, Map<String, Object>>> known = new HashMap<>();
    private final Map<String, Map<Long, Long>> numbers = new HashMap<>();

    private final List<String> stages = new ArrayList<>();
    private final Map<String, List<String>> codes = new HashMap<>();

    World(RandomCompany company, Person admin) {
        this.company = company;
        this.rules = new RightsReference(company);
        this.admin = admin;
        ALL.forEach(kind -> entries.put(kind.entity(), new TreeMap<>()));
    }

    static Kind kind(String entity) {
        return ALL.stream().filter(k -> k.entity().equals(entity)).findFirst().orElseThrow();
    }

    static String title(String entity) {
        return entity.equals("activity") ? "subject" : "name";
    }

    /** A user or team of the company has got an id. */
    void know(String entity, long number, long id, Map<String, Object> values) {
        numbers.computeIfAbsent(entity, e -> new LinkedHashMap<>()).put(number, id);
        known.computeIfAbsent(entity, e -> new HashMap<>()).put(id, values);
    }

    /** The id of a user, team or role; 0 for number 0. */
    long id(String entity, long number) {
        return number == 0 ? 0 : numbers.get(entity).get(number);
    }

    /** The number of a user or team; 0 for one who is not of the company. */
    private long number(String entity, Object ref) {
        return ref instanceof Plain.Ref to
                ? numbers.get(entity).entrySet().stream()
                        .filter(e -> e.getValue() == to.id())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(0L)
                : 0;
    }

    Entry add(String entity, long number, long id) {
        Entry entry = new Entry(entity, number, id);
        entries.get(entity).put(id, entry);
        look(entry);
        return entry;
    }

    /** Sees a record as it is now. */
    void look(Entry entry) {
        Map<String, Object> now = Plain.map(Plain.read(admin.get(entry.path()).toString()));
        entry.becomes(now, number("user", now.get("owner")), number("team", now.get("team")));
    }

    Collection<Entry> all(String entity) {
        return entries.get(entity).values();
    }

    Entry byNumber(String entity, long number) {
        return all(entity).stream().filter(e -> e.number == number).findFirst().orElseThrow();
    }

    /** The record of the company that a value leads to, null for any other. */
    Entry entry(Plain.Ref ref) {
        Entry entry = entries.getOrDefault(ref.entity(), Map.of()).get(ref.id());
        return entry != null && entry.isThere() ? entry : null;
    }

    /** What is known of a user or team, which everybody may see. */
    Map<String, Object> known(Plain.Ref ref) {
        return known.getOrDefault(ref.entity(), Map.of()).getOrDefault(ref.id(), Map.of());
    }

    /** How a record is called now, as whoever may read what refers to it sees it. */
    String label(Plain.Ref ref) {
        if (!entries.containsKey(ref.entity())) {
            return known(ref).isEmpty()
                    ? ref.label()
                    : String.valueOf(known(ref).get("name"));
        }
        Entry entry = entry(ref);
        Object title = entry == null ? null : entry.value(title(ref.entity()));
        return title == null ? "" : title.toString();
    }

    /** The words for the states of a deal, in both languages. */
    List<String> stages() {
        if (stages.isEmpty()) {
            Plain.list(Plain.read(admin.get("/api/pick-lists/opportunityStage").toString()))
                    .forEach(row -> Plain.map(Plain.map(row).get("label"))
                            .values()
                            .forEach(label -> stages.add(label.toString())));
        }
        return stages;
    }

    /** Where a code stands in the list that a field is chosen from; fields of others are those of accounts. */
    Integer place(String entity, String path, Object code) {
        String owner = path.contains(".") ? "account" : entity;
        String field = path.substring(path.lastIndexOf('.') + 1);
        List<String> list = codes.computeIfAbsent(owner + "." + field, key -> {
            Map<String, Object> type =
                    Plain.map(Plain.read(admin.get("/api/types/" + owner).toString()));
            return Plain.list(type.get("fields")).stream()
                    .map(Plain::map)
                    .filter(one -> field.equals(one.get("name")))
                    .flatMap(one -> Plain.list(one.get("options")).stream())
                    .map(option -> Plain.map(option).get("code").toString())
                    .toList();
        });
        return code == null ? null : list.indexOf(code.toString());
    }

    /** The words, in both languages, for the step between states that an address asks for; none for any other. */
    List<String> step(String address) {
        Map<String, Object> type =
                Plain.map(Plain.read(admin.get("/api/types/opportunity").toString()));
        return Plain.list(Plain.map(type.get("lifecycle")).get("transitions")).stream()
                .map(Plain::map)
                .filter(transition -> address.endsWith("/actions/" + transition.get("id")))
                .flatMap(transition -> Plain.map(transition.get("label")).values().stream())
                .map(Object::toString)
                .toList();
    }

    /** Whether somebody is out of use, to whom nothing is given; number 0 is nobody. */
    boolean hasLeft(long number) {
        return company.users().stream().anyMatch(user -> user.id() == number && !user.active());
    }

    List<User> active() {
        return company.users().stream().filter(User::active).toList();
    }
}

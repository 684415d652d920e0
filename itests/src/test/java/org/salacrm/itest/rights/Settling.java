package org.salacrm.itest.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.salacrm.itest.Person;
import org.salacrm.test.RandomCompany;
import org.salacrm.test.RandomCompany.Item;
import org.salacrm.test.RandomCompany.Role;
import org.salacrm.test.RandomCompany.Shared;
import org.salacrm.test.RandomCompany.Team;
import org.salacrm.test.RandomCompany.User;

/** Brings a company made up by chance into a running Sala, by HTTP as its administrator would. */
final class Settling {
    private static final List<String> STAGES = List.of("contacted", "needs", "considering", "negotiating");
    private final World world;
    private final Person admin;
    private final Random random;

    private Settling(World world, Random random) {
        this.world = world;
        this.admin = world.admin;
        this.random = random;
    }

    static World in(Person admin, RandomCompany company, Random random) {
        admin.install("sfa");
        Settling settling = new Settling(new World(company, admin), random);
        settling.people();
        settling.records();
        settling.leave();
        World.ALL.forEach(kind -> settling.world.all(kind.entity()).forEach(settling.world::look));
        return settling.world;
    }

    private void people() {
        admin.ok(
                "POST",
                "/api/types/account/fields",
                Map.of("name", "hint", "kind", "text", "label", Map.of("th", "คำใบ้", "en", "Hint"), "maxLength", 200));
        for (Team team : world.company.teams()) {
            Map<String, Object> values = named("name", "Team " + team.id());
            putId(values, "parent", "team", team.parent());
            know("team", team.id(), values);
        }
        world.company.roles().forEach(this::role);
        world.company.users().forEach(this::user);
        for (Team team : world.company.teams()) {
            if (team.manager() != 0) {
                patch("team", world.id("team", team.id()), Map.of("manager", "" + world.id("user", team.manager())));
            }
        }
    }

    private static Map<String, Object> named(String field, String name) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(field, name);
        return values;
    }

    private void putId(Map<String, Object> values, String field, String entity, long number) {
        if (number != 0) {
            values.put(field, Long.toString(world.id(entity, number)));
        }
    }

    private long know(String entity, long number, Map<String, Object> values) {
        long id = Plain.number(admin.create(entity, values).get("id").asText());
        world.know(entity, number, id, values);
        return id;
    }

    private void role(Role role) {
        Map<String, Object> values = named("name", "Role " + role.id());
        values.put("administrator", role.administrator());
        long id = know("role", role.id(), values);
        Map<String, Map<String, String>> levels = new TreeMap<>();
        role.levels().forEach((entity, verbs) -> {
            Map<String, String> words = levels.computeIfAbsent(entity, e -> new TreeMap<>());
            verbs.forEach((verb, level) -> words.put(verb, word(level)));
        });
        Map<String, String> fields = new TreeMap<>();
        role.fields()
                .forEach((path, access) ->
                        fields.put(path.replace("account.addresses.", "accountAddress."), word(access)));
        admin.ok(
                "PUT",
                "/api/roles/" + id + "/rights",
                Map.of("entities", levels, "fields", fields, "permissions", permissions(role)));
    }

    /** The permissions made up by chance stand for those that are asked for. */
    private static List<String> permissions(Role role) {
        List<String> permissions = new ArrayList<>();
        if (role.permissions().stream().anyMatch(World.REOPENS::contains)) {
            permissions.add("opportunity.reopen");
        }
        if (role.permissions().stream().anyMatch(World.SHARES::contains)) {
            permissions.add("core.share-views");
            permissions.add("mail.send");
        }
        if (role.permissions().stream().anyMatch(World.PERSONAL::contains)) {
            permissions.add("core.personal-data");
        }
        return permissions;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void user(User user) {
        Map<String, Object> values = named("name", String.format("User %03d", user.id()));
        values.put("login", "user" + user.id());
        putId(values, "team", "team", user.team());
        values.put(
                "teams",
                user.teams().stream()
                        .map(t -> Map.of("team", "" + world.id("team", t)))
                        .toList());
        values.put(
                "roles",
                user.roles().stream()
                        .map(r -> Map.of("role", "" + world.id("role", r)))
                        .toList());
        know("user", user.id(), values);
    }

    /** Whoever is out of use has left what was his: nothing is given to him any more. */
    private void leave() {
        world.company.users().stream()
                .filter(user -> !user.active())
                .forEach(user -> patch("user", world.id("user", user.id()), Map.of("active", false)));
    }

    private void records() {
        Map<String, Long> ids = new HashMap<>();
        for (Item item : world.company.items()) {
            Map<String, Object> values = values(item, ids);
            putId(values, "owner", "user", item.owner());
            putId(values, "team", "team", item.team());
            long id = Plain.number(admin.create(item.entity(), values).get("id").asText());
            ids.put(item.entity() + item.id(), id);
            ofNobody(item, id);
            Entry entry = world.add(item.entity(), item.id(), id);
            assertThat(entry.item()).isEqualTo(item);
            attached(entry);
        }
        Map<Item, List<Shared>> shares = new LinkedHashMap<>();
        world.company.shared().forEach(s -> shares.computeIfAbsent(s.item(), i -> new ArrayList<>())
                .add(s));
        shares.forEach((item, all) -> {
            Entry entry = world.byNumber(item.entity(), item.id());
            List<Shared> there =
                    all.stream().filter(s -> !world.hasLeft(s.user())).toList();
            world.rules.share(item, there);
            admin.ok(
                    "PUT",
                    entry.path() + "/shares",
                    there.stream().map(this::share).toList());
        });
    }

    Map<String, Object> share(Shared shared) {
        return share(world, shared);
    }

    static Map<String, Object> share(World world, Shared shared) {
        boolean user = shared.user() != 0;
        String entity = user ? "user" : "team";
        long number = user ? shared.user() : shared.team();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("principal", Map.of("kind", entity, "id", "" + world.id(entity, number)));
        told.put("read", true);
        told.put("write", shared.grants().write());
        told.put("delete", shared.grants().delete());
        told.put("append", shared.grants().append());
        shared.until().ifPresent(until -> told.put("until", until.toString()));
        return told;
    }

    /** A new record is its maker's until somebody takes it from him. */
    private void ofNobody(Item item, long id) {
        Map<String, Object> nobody = new HashMap<>();
        if (item.owner() == 0) {
            nobody.put("owner", null);
        }
        if (item.team() == 0) {
            nobody.put("team", null);
        }
        if (!nobody.isEmpty()) {
            patch(item.entity(), id, nobody);
        }
    }

    private void patch(String entity, long id, Map<String, Object> values) {
        admin.ok("PATCH", "/api/records/" + entity + "/" + id, values, "If-Match", "*");
    }

    private Map<String, Object> values(Item item, Map<String, Long> ids) {
        return switch (item.entity()) {
            case "account" -> account(item, ids);
            case "opportunity" -> opportunity(item, ids);
            case "contact" -> contact(item);
            default -> activity(item, ids);
        };
    }

    private Map<String, Object> account(Item item, Map<String, Long> ids) {
        Map<String, Object> values = named("name", String.format("บริษัท %04d %s", item.id(), token(item, "name")));
        values.put("remark", pick("alpha", "beta", "gamma") + " " + token(item, "remark"));
        maybe(values, "hint", pick("one", "two", "three") + " " + token(item, "hint"));
        maybe(values, "creditLimit", random.nextInt(40) * 250.5);
        maybe(values, "employees", random.nextInt(9) * 10);
        maybe(values, "rating", pick("hot", "warm", "cold"));
        if (item.id() > 1 && random.nextInt(2) == 0) {
            values.put("parent", "" + ids.get("account" + (1 + random.nextInt((int) item.id() - 1))));
        }
        List<Map<String, Object>> addresses = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            addresses.add(Map.of("mapLink", "https://example.org/" + item.id() + "-" + i));
        }
        values.put("addresses", addresses);
        return values;
    }

    private Map<String, Object> opportunity(Item item, Map<String, Long> ids) {
        Map<String, Object> values = named("name", String.format("ดีล %04d %s", item.id(), token(item, "name")));
        values.put("account", "" + any("account", ids));
        maybe(values, "partner", "" + any("account", ids));
        maybe(values, "stage", STAGES.get(random.nextInt(STAGES.size())));
        maybe(values, "expectedRevenue", random.nextInt(30) * 1000);
        maybe(values, "nextStep", pick("call", "visit", "mail") + " " + token(item, "nextStep"));
        values.put("expectedCloseOn", "2026-" + pick("01", "05", "09", "12") + "-" + pick("03", "17", "28"));
        return values;
    }

    private Map<String, Object> activity(Item item, Map<String, Long> ids) {
        Map<String, Object> values = named("subject", String.format("นัด %04d %s", item.id(), token(item, "subject")));
        maybe(values, "description", pick("talk", "show", "ask") + " " + token(item, "description"));
        values.put("type", pick("phone", "appointment", "task"));
        maybe(values, "dueAt", "2026-" + pick("02", "06", "10") + "-11T0" + random.nextInt(10) + ":30:00Z");
        String about = pick("account", "opportunity");
        maybe(values, "regarding", Map.of("entity", about, "id", "" + any(about, ids)));
        return values;
    }

    private static Map<String, Object> contact(Item item) {
        Map<String, Object> values = named("name", String.format("คุณ %04d %s", item.id(), token(item, "name")));
        values.put("remark", token(item, "remark"));
        return values;
    }

    private void attached(Entry entry) {
        if (random.nextInt(3) == 0) {
            admin.ok("POST", entry.path() + "/notes", Map.of("text", "note " + entry.token("note")));
        }
        if (random.nextInt(4) == 0) {
            byte[] content = entry.token("file").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            admin.attach(entry.path() + "/files", Map.of(), "paper" + entry.token("file") + ".txt", content);
        }
        if (entry.entity.equals("opportunity") && random.nextInt(3) == 0) {
            admin.act("opportunity", "" + entry.id, "close-won", Map.of("wonReason", "price"));
        }
    }

    private long any(String entity, Map<String, Long> ids) {
        long count = world.company.items().stream()
                .filter(i -> i.entity().equals(entity))
                .count();
        return ids.get(entity + (1 + random.nextInt((int) count)));
    }

    private void maybe(Map<String, Object> values, String field, Object value) {
        if (random.nextInt(6) != 0) {
            values.put(field, value);
        }
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    private static String token(Item item, String field) {
        return "§" + item.entity() + item.id() + "." + field + "§";
    }
}

package org.salacrm.itest.rights;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.salacrm.api.security.Verb;
import org.salacrm.itest.Wait;

/** What open browsers are told as it happens: of a record only those hear who may read it, and they all do. */
final class Listening {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> PLACES = List.of("regarding", "account", "contact");
    private final Asking asking;
    private final World world;
    private final List<Listener> listeners = new ArrayList<>();
    private final Map<String, List<String>> happened = new HashMap<>();

    Listening(Asking asking) {
        this.asking = asking;
        this.world = asking.world();
    }

    /**
     * Somebody at an open browser.
     *
     * @param told what he heard so far, as entity, id, kind and version
     * @param must what he has to hear
     * @param may what he may hear besides
     */
    private record Listener(Colleague who, Set<String> told, Set<String> must, Set<String> may) {
        void listen() {
            who.events()
                    .filter(line -> line.startsWith("data: "))
                    .map(line -> Plain.map(Plain.read(line.substring(6))))
                    .filter(event -> event.containsKey("op"))
                    .forEach(event -> told.add(word(
                            event.get("entity"),
                            event.get("id"),
                            event.get("op"),
                            Integer.parseInt(event.get("version").toString()))));
        }
    }

    private static String word(Object entity, Object id, Object op, int version) {
        return entity + " " + id + " " + op + " " + version;
    }

    void compare(int people, int happenings) {
        Map<Long, Colleague> all = new LinkedHashMap<>();
        for (int i = 0; i < people; i++) {
            Colleague who = asking.staff().get();
            all.putIfAbsent(who.eye.user.id(), who);
        }
        all.values()
                .forEach(who -> listeners.add(
                        new Listener(who, ConcurrentHashMap.newKeySet(), new TreeSet<>(), new TreeSet<>())));
        ExecutorService ears = Executors.newCachedThreadPool();
        try {
            listeners.forEach(listener -> ears.submit(listener::listen));
            everybodyHears();
            listeners.forEach(this::heardBefore);
            for (int i = 0; i < happenings; i++) {
                happen(i);
            }
            everybodyHears();
            listeners.forEach(this::judge);
        } finally {
            ears.shutdownNow();
        }
    }

    /** Something that everybody may read: whoever hears it has heard all that came before. */
    private void everybodyHears() {
        List<String> made = new ArrayList<>();
        Wait.until(() -> "everybody hears of a new competitor", SOON, () -> {
            String name = "คู่แข่ง " + System.nanoTime();
            String id = world.admin
                    .create("competitor", Map.of("name", name))
                    .get("id")
                    .asText();
            made.add(word("competitor", id, "create", 1));
            return listeners.stream().allMatch(listener -> made.stream().anyMatch(listener.told()::contains));
        });
    }

    /** News of what the doors did last may come only now, to those who may read it. */
    private void heardBefore(Listener listener) {
        for (String word : listener.told()) {
            String[] parts = word.split(" ");
            Entry entry = world.entry(new Plain.Ref(parts[0], Long.parseLong(parts[1]), ""));
            if (entry != null && listener.who().eye.reads(entry)) {
                listener.may().add(word);
            }
        }
    }

    private void happen(int number) {
        Entry entry = asking.pick(List.copyOf(world.all(asking.pick(World.KINDS).entity())));
        if (asking.random().nextInt(6) == 0) {
            deleted(entry);
            return;
        }
        boolean given = asking.random().nextInt(3) == 0;
        String field = given ? "owner" : World.title(entry.entity);
        Object value = given ? "" + world.id("user", asking.pick(world.active()).id()) : "heard " + number;
        if (!value.equals(Values.id(entry.value(field)))) {
            world.admin.ok("PATCH", entry.path(), Map.of(field, value), "If-Match", "*");
            world.look(entry);
            happened(entry, "update");
        }
    }

    /** Who reached a deleted record by a share only need not be told: the share went with it. */
    private void deleted(Entry entry) {
        int version = entry.version();
        traced(entry);
        world.admin.ok("DELETE", entry.path(), null, "If-Match", "*");
        readers(entry).forEach(l -> l.may().add(word(entry.entity, entry.id, "delete", version + 1)));
        Object bin = Plain.list(
                        Plain.map(Plain.read(world.admin.get("/api/recycle-bin").toString()))
                                .get("items"))
                .get(0);
        world.admin.ok("POST", "/api/recycle-bin/" + Plain.map(bin).get("id") + "/restore", null);
        world.look(entry);
        lost(entry);
        happened(entry, "restore");
    }

    /** Whoever no longer reads it, his share gone, is not told of what happened before and was still to be told. */
    private void lost(Entry restored) {
        List<Listener> readers = readers(restored);
        for (String word : happened.getOrDefault(restored.path(), List.of())) {
            listeners.stream()
                    .filter(l -> !readers.contains(l) && l.must().remove(word))
                    .forEach(l -> l.may().add(word));
        }
    }

    /** A deleted activity leaves a trace where it stood, of which those hear who read that. */
    private void traced(Entry deleted) {
        for (String field : deleted.entity.equals("activity") ? PLACES : List.<String>of()) {
            Entry place = deleted.value(field) instanceof Plain.Ref ref ? world.entry(ref) : null;
            if (place != null) {
                String word = word(place.entity, place.id, "update", place.version());
                readers(place).forEach(l -> l.may().add(word));
                happened.computeIfAbsent(place.path(), path -> new ArrayList<>())
                        .add(word);
            }
        }
    }

    /** Who may read the record now may also be told late of what happened to it before. */
    private void happened(Entry entry, String op) {
        List<String> before = happened.computeIfAbsent(entry.path(), path -> new ArrayList<>());
        String word = word(entry.entity, entry.id, op, entry.version());
        readers(entry).forEach(l -> {
            l.may().addAll(before);
            l.must().add(word);
        });
        before.add(word);
    }

    private List<Listener> readers(Entry entry) {
        return listeners.stream().filter(l -> l.who().eye.may(entry, Verb.READ)).toList();
    }

    private void judge(Listener listener) {
        asking.findings().asked("heard", listener.must().isEmpty() ? 404 : 200);
        listener.must().stream().filter(word -> !listener.told().contains(word)).forEach(word -> asking.findings()
                .differ(listener.who() + " does not hear of " + word));
        listener.told().stream()
                .filter(word -> World.KINDS.stream().anyMatch(kind -> word.startsWith(kind.entity() + " ")))
                .filter(word ->
                        !listener.must().contains(word) && !listener.may().contains(word))
                .forEach(word -> asking.findings().differ(listener.who() + " hears of " + word));
    }
}

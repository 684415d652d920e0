package org.salacrm.itest.rights;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.salacrm.test.RandomCompany.Item;

/** A record as the administrator saw it last. */
final class Entry {
    final String entity;
    /** Its number in the company made up by chance. */
    final long number;

    final long id;
    private Map<String, Object> values = Map.of();
    /** Where it led, which its history tells. */
    private final Set<Plain.Ref> ledTo = new HashSet<>();
    /** What stood in it, by field, which its history tells as well. */
    private final Map<String, Set<String>> held = new HashMap<>();

    private long owner;
    private long team;
    private boolean there = true;

    Entry(String entity, long number, long id) {
        this.entity = entity;
        this.number = number;
        this.id = id;
    }

    /** @param owner number of the user, 0 for nobody of the company */
    void becomes(Map<String, Object> now, long newOwner, long newTeam) {
        values.values().stream().filter(Plain.Ref.class::isInstance).forEach(ref -> ledTo.add((Plain.Ref) ref));
        values.forEach((field, value) -> {
            if (value instanceof String text) {
                held.computeIfAbsent(field, name -> new HashSet<>()).add(text);
            }
        });
        values = now;
        owner = newOwner;
        team = newTeam;
        there = true;
    }

    void goes() {
        there = false;
    }

    boolean isThere() {
        return there;
    }

    Object value(String field) {
        return values.get(field);
    }

    boolean ledTo(Entry other) {
        return ledTo.stream().anyMatch(ref -> ref.entity().equals(other.entity) && ref.id() == other.id);
    }

    /** The fields in which a word stood once. */
    Stream<String> held(String word) {
        return held.entrySet().stream()
                .filter(field -> field.getValue().stream().anyMatch(text -> text.contains(word)))
                .map(Map.Entry::getKey);
    }

    Set<String> fields() {
        return values.keySet();
    }

    int version() {
        return Integer.parseInt(String.valueOf(values.get("version")));
    }

    Item item() {
        return new Item(entity, number, owner, team);
    }

    String path() {
        return "/api/records/" + entity + "/" + id;
    }

    /** A word that stands in one field of this record and nowhere else. */
    String token(String field) {
        return "§" + entity + number + "." + field + "§";
    }

    @Override
    public String toString() {
        return entity + " " + number;
    }
}

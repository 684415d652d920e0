package org.salacrm.core.record;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Verb;
import org.salacrm.core.store.Tx;

/**
 * What only the database can say of values: whether references lead somewhere, unique values are free and nothing
 * stands below itself. Gathers the questions of any number of records and asks all references in one statement.
 */
final class Lookups {
    private final Tx tx;
    private final Reach reach;
    private final Caller caller;
    private final Map<String, Set<Long>> wanted = new LinkedHashMap<>();
    private final Map<String, EntityType> targets = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Unique> uniques = new ArrayList<>();
    private final List<Below> belows = new ArrayList<>();

    Lookups(Tx tx, Reach reach, Caller caller) {
        this.tx = tx;
        this.reach = reach;
        this.caller = caller;
    }

    /** Where a value stands and who is told when it is refused. */
    record Place(Refusals refusals, String path) {}

    /** What the caller must be allowed to do with the record that he refers to. */
    enum Need {
        NOTHING,
        READ,
        /** What hangs on a record, an activity say, is added to it. */
        APPEND
    }

    private record Reference(Place place, EntityType target, long id, Need need) {}

    record Unique(Place place, EntityType type, FieldType field, Object value, long own) {
        String column() {
            return field.table() + "." + field.column();
        }
    }

    private record Below(Place place, EntityType type, FieldType field, long id, long above) {}

    private record Belonging(Long owner, Long team) {}

    void reference(Place place, EntityType target, long id, Need need) {
        targets.put(target.name(), target);
        wanted.computeIfAbsent(target.name(), name -> new LinkedHashSet<>()).add(id);
        references.add(new Reference(place, target, id, need));
    }

    /** @param own id of the record that may have the value itself */
    void unique(Place place, EntityType type, FieldType field, Object value, long own) {
        uniques.add(new Unique(place, type, field, value, own));
    }

    /** A record of an entity whose records make a tree is to stand below another one. */
    void below(Place place, EntityType type, FieldType field, long id, long above) {
        belows.add(new Below(place, type, field, id, above));
    }

    void ask() {
        if (!references.isEmpty()) {
            askReferences();
        }
        if (!uniques.isEmpty()) {
            Map<String, Map<Object, Long>> holders = new HashMap<>();
            uniques.stream()
                    .collect(Collectors.groupingBy(Unique::column))
                    .forEach((column, asked) -> holders.put(column, holders(asked)));
            new FormerHolders(tx, reach, caller)
                    .refuse(uniques.stream()
                            .filter(one -> !holders.get(one.column()).containsKey(one.value()))
                            .toList());
            byRecord().forEach(own -> judge(own, holders));
        }
        belows.forEach(this::judge);
    }

    private void judge(Below below) {
        Place place = below.place();
        if (!place.refusals().has(place.path())
                && !new Ancestors(tx).mayStand(below.type(), below.field(), below.id(), below.above())) {
            place.refusals().add(place.path(), "invalid.ring", Ancestors.values());
        }
    }

    private void askReferences() {
        List<String> names = new ArrayList<>(wanted.keySet());
        Map<String, Map<Long, Belonging>> found = new HashMap<>();
        names.forEach(name -> found.put(name, new HashMap<>()));
        String sql = names.stream().map(n -> branch(names.indexOf(n))).collect(Collectors.joining(" union all "));
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            int index = 1;
            for (String name : names) {
                for (long id : padded(wanted.get(name))) {
                    statement.setLong(index++, id);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Belonging belonging = new Belonging(number(rows, 3), number(rows, 4));
                    found.get(names.get(rows.getInt(1))).put(rows.getLong(2), belonging);
                }
            }
        } catch (SQLException e) {
            throw new StatementException("cannot look references up", e);
        }
        references.forEach(
                reference -> judge(reference, found.get(reference.target().name())));
    }

    private String branch(int number) {
        EntityType target = targets.get(new ArrayList<>(wanted.keySet()).get(number));
        return "select " + number + ", id, owner_id, team_id from " + target.table() + " where id in ("
                + marks(padded(wanted.get(target.name())).length) + ")";
    }

    private void judge(Reference reference, Map<Long, Belonging> found) {
        Belonging belonging = found.get(reference.id());
        EntityType target = reference.target();
        Place place = reference.place();
        if (belonging == null || reference.need() != Need.NOTHING && !reads(reference, belonging)) {
            place.refusals().add(place.path(), "invalid.reference", Map.of("entity", target.name()));
        } else if (reference.need() == Need.APPEND
                && !reaches(reference, belonging, Verb.APPEND)
                && !reaches(reference, belonging, Verb.UPDATE)) {
            place.refusals().add(place.path(), "invalid.append", Map.of());
        }
    }

    private boolean reads(Reference reference, Belonging belonging) {
        return reference.target().features().common() || reaches(reference, belonging, Verb.READ);
    }

    private boolean reaches(Reference reference, Belonging belonging, String verb) {
        Reach.Subject subject =
                new Reach.Subject(reference.target(), reference.id(), belonging.owner(), belonging.team());
        return reach.reaches(caller, subject, verb);
    }

    /** The unique values of each record, in the order in which the records come. */
    private Collection<List<Unique>> byRecord() {
        Map<Refusals, List<Unique>> records = new LinkedHashMap<>();
        uniques.forEach(unique -> records.computeIfAbsent(unique.place().refusals(), own -> new ArrayList<>())
                .add(unique));
        return records.values();
    }

    /** Who holds which of the values that are asked for in one column. */
    private Map<Object, Long> holders(List<Unique> asked) {
        FieldType field = asked.get(0).field();
        Map<Object, Long> holders = new HashMap<>();
        String sql = "select " + field.column() + ", id from " + field.table() + " where " + field.column() + " in ("
                + marks(power(asked.size())) + ")";
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            for (int i = 0; i < power(asked.size()); i++) {
                Columns.write(
                        statement,
                        i + 1,
                        field,
                        asked.get(Math.min(i, asked.size() - 1)).value());
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    holders.put(Columns.read(rows, 1, field), rows.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new StatementException("cannot look up " + field.column(), e);
        }
        return holders;
    }

    /** A value goes to the first record that asks for it; what a refused record wanted stays free for the next. */
    private static void judge(List<Unique> own, Map<String, Map<Object, Long>> holders) {
        List<Unique> got = new ArrayList<>();
        for (Unique unique : own) {
            Long holder = holders.get(unique.column()).putIfAbsent(unique.value(), unique.own());
            if (holder == null) {
                got.add(unique);
            } else if (holder != unique.own()) {
                Place place = unique.place();
                place.refusals().add(place.path(), "invalid.unique", Map.of("value", TextKinds.shown(unique.value())));
            }
        }
        if (!own.get(0).place().refusals().isEmpty()) {
            got.forEach(unique -> holders.get(unique.column()).remove(unique.value()));
        }
    }

    /** Lengths are powers of two, so that few different statements exist. */
    private static long[] padded(Set<Long> ids) {
        long[] all = new long[power(ids.size())];
        int i = 0;
        for (long id : ids) {
            all[i++] = id;
        }
        while (i < all.length) {
            all[i] = all[i - 1];
            i++;
        }
        return all;
    }

    private static int power(int size) {
        return size <= 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    private static String marks(int count) {
        return "?, ".repeat(count - 1) + "?";
    }

    private static Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}

package org.salacrm.core.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * What stands above a record: the customers that a customer is part of, the superiors of a user. A field of an entity
 * that refers to its own entity makes a tree of its records, in which none stands below itself. Fields of the company's
 * own may go round: who is married to whom is no tree.
 *
 * <p>Two who write at the same time cannot make a ring between them, for whoever looks keeps the whole way up as it is
 * until his transaction ends. Not watched is what {@code LateMoves} lets refer to the winner of a merge because it was
 * saved in the moment of the merge. A ring that was there before may be opened, and does not keep others from saving.
 */
public final class Ancestors {
    /** Nothing has so many levels, and each costs statements. */
    private static final int MOST = 100;

    private static final Set<String> OF_EVERY_RECORD = Set.of("owner", "team", "createdBy", "modifiedBy");

    private final Sql sql;

    public Ancestors(Tx tx) {
        this.sql = new Sql(tx);
    }

    static boolean isTree(EntityType type, FieldType field) {
        return field.ref().equals(type.name())
                && !type.isPart()
                && !field.flags().custom()
                && !OF_EVERY_RECORD.contains(field.name());
    }

    /** The way up: a record and those above it, the next first. */
    public Set<Long> way(EntityType type, FieldType field, long from) {
        Set<Long> way = new LinkedHashSet<>();
        long at = from;
        while (at != 0 && way.size() <= MOST && way.add(at)) {
            at = above(type, field, at);
        }
        return way;
    }

    /** Whether some stand above a record or are the record itself; nothing does in a field that makes no tree. */
    public boolean reaches(EntityType type, FieldType field, long from, Set<Long> some) {
        return isTree(type, field) && way(type, field, from).stream().anyMatch(some::contains);
    }

    /** @throws InvalidRecordException naming the field in which a stored record stands below itself */
    public void require(EntityType type, long id) {
        Stream<FieldType> fields = type.fields().stream().filter(field -> isTree(type, field));
        List<Refusal> refusals = fields.filter(field -> {
                    long above = above(type, field, id);
                    return above != 0 && !mayStand(type, field, id, above);
                })
                .map(field -> new Refusal(field.name(), "invalid.ring", values()))
                .toList();
        if (!refusals.isEmpty()) {
            throw new InvalidRecordException(refusals);
        }
    }

    static Map<String, ?> values() {
        return Map.of("max", MOST);
    }

    /** Whether a record may stand below another one. If so the way up stays until the transaction ends. */
    boolean mayStand(EntityType type, FieldType field, long id, long above) {
        Set<Long> way = way(type, field, above);
        if (way.contains(id) || way.size() > MOST) {
            return false;
        }
        Set<Long> kept = new TreeSet<>(way); // in one order, so that nobody waits for each other
        kept.add(id);
        kept.forEach(one -> sql.update("update " + type.table() + " set version = version where id = ?", one));
        if (!way.equals(way(type, field, above))) {
            throw new LostRaceException(null);
        }
        return true;
    }

    /** 0 at the top. */
    private long above(EntityType type, FieldType field, long id) {
        String parent = "select " + field.column() + " from " + type.table() + " where id = ?";
        return sql.first(parent, row -> row.getLong(1), id).orElse(0L);
    }
}

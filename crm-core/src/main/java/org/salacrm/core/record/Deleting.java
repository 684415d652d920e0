package org.salacrm.core.record;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Verb;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Takes a record out of its tables into one document of the recycle bin, and puts it back as it was. */
final class Deleting {
    private static final String BIN = "insert into core_bin"
            + " (id, entity, record_id, version, label, user_id, deleted_at, document) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int LABEL = 300;

    private final Tx tx;
    private final EntityTypes types;
    private final Ids ids;
    private final Clock clock;
    private final RawRows rows;
    private final Supplier<List<AttachedTable>> attached;

    Deleting(Ground ground, Supplier<List<AttachedTable>> attached) {
        this.tx = ground.tx();
        this.types = ground.types();
        this.ids = ground.ids();
        this.clock = ground.clock();
        this.rows = new RawRows(tx, types);
        this.attached = attached;
    }

    /** What came back. */
    record Restored(EntityType type, long id, int version) {}

    private record Document(String entity, long id, int version, long user, List<RawRows.Row> rows) {}

    void delete(EntityType type, CrmRecord record, Caller caller) {
        List<RawRows.Row> document = new ArrayList<>();
        List<Place> places = places(type, record.getId());
        places.forEach(place -> document.addAll(rows.read(place.table(), place.where(), place.keys())));
        keep(type, record, caller, RawRows.text(document));
        Collections.reverse(places);
        int gone = 0;
        for (Place place : places) {
            gone = rows.delete(place.table(), place.where(), place.keys());
        }
        if (gone == 0) {
            throw new StaleRecordException(type.name(), record.getId());
        }
    }

    private record Place(String table, String where, Object... keys) {}

    /** Where the rows of a record stand, its own row first. */
    private List<Place> places(EntityType type, long id) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(type.table(), "id = ?", id));
        sideTables(type).forEach(table -> places.add(new Place(table, "id = ?", id)));
        for (EntityType part : types.all()) {
            if (part.parent().equals(type.name())) {
                places.add(new Place(part.table(), part.parentColumn() + " = ?", id));
            }
        }
        for (AttachedTable table : attached.get()) {
            places.add(new Place(table.table(), "entity = ? and record_id = ?", type.name(), id));
        }
        return places;
    }

    private static Stream<String> sideTables(EntityType type) {
        return type.fields().stream()
                .map(FieldType::table)
                .filter(table -> !table.isEmpty() && !table.equals(type.table()))
                .distinct();
    }

    private void keep(EntityType type, CrmRecord record, Caller caller, String document) {
        try (PreparedStatement insert = tx.connection().prepareStatement(BIN)) {
            insert.setLong(1, ids.next());
            insert.setString(2, type.name());
            insert.setLong(3, record.getId());
            insert.setInt(4, record.getVersion());
            insert.setString(5, label(type, record.getId()));
            insert.setLong(6, caller.user());
            insert.setTimestamp(7, Timestamp.from(clock.instant()));
            insert.setString(8, document);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StatementException("cannot fill the recycle bin", e);
        }
    }

    private String label(EntityType type, long id) {
        String column = type.titleField().column();
        List<RawRows.Row> row = rows.read(type.table(), "id = ?", id);
        String label = row.isEmpty() ? "" : row.get(0).values().getOrDefault(column, "");
        return label.substring(0, Math.min(label.length(), LABEL));
    }

    /** Where the record of an id that was deleted last lies. */
    long entry(String entity, long id) {
        String sql = "select id from core_bin where record_id = ? and entity = ? order by id desc";
        return new Sql(tx)
                .first(sql, row -> row.getLong(1), id, entity)
                .orElseThrow(() -> new AbsentRecordException(entity, id));
    }

    /** Puts the rows of a document back under a new version and empties its place in the bin. */
    Restored restore(long entry, Caller caller, Reach reach, Function<String, EntityType> recordType) {
        Document document = document(entry, caller);
        EntityType type = recordType.apply(document.entity());
        reach.requireLevel(caller, type, Verb.CREATE);
        Refusals refusals = new Refusals();
        Lookups lookups = new Lookups(tx, reach, caller);
        ask(type, document, lookups, refusals);
        lookups.ask();
        refusals.throwIfAny();
        if (rows.delete("core_bin", "id = ?", entry) == 0) {
            throw new AbsentRecordException("recycleBin", entry);
        }
        int version = document.version() + 2; // the deletion took the one between
        document.rows().get(0).values().put("version", String.valueOf(version));
        document.rows().forEach(rows::insert);
        // What lives on its own again has not become another record any more.
        rows.delete("core_merge_gone", "entity = ? and record_id = ?", type.name(), document.id());
        new FormerRows(tx).forget(type.name(), document.id());
        return new Restored(type, document.id(), version);
    }

    private Document document(long entry, Caller caller) {
        String sql = "select entity, record_id, version, user_id, document from core_bin where id = ?";
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.setLong(1, entry);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next() && (caller.mayEverything() || row.getLong(4) == caller.user())) {
                    return new Document(
                            row.getString(1),
                            row.getLong(2),
                            row.getInt(3),
                            row.getLong(4),
                            RawRows.parse(row.getString(5)));
                }
            }
        } catch (SQLException e) {
            throw new StatementException("cannot read the recycle bin", e);
        }
        throw new AbsentRecordException("recycleBin", entry);
    }

    /** Asks whether unique values of the record are still free, and whether what it stood below stands below it now. */
    private static void ask(EntityType type, Document document, Lookups lookups, Refusals refusals) {
        Map<String, String> values = document.rows().get(0).values();
        for (FieldType field : type.fields()) {
            String value = values.get(field.column());
            Lookups.Place place = new Lookups.Place(refusals, field.name());
            if (field.flags().unique() && value != null) {
                lookups.unique(place, type, field, Values.typed(field, value, true), document.id());
            }
            if (Ancestors.isTree(type, field) && value != null) {
                lookups.below(place, type, field, document.id(), Long.parseLong(value));
            }
        }
    }
}

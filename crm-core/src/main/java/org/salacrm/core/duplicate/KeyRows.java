package org.salacrm.core.duplicate;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.record.StatementException;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** The numbers under which records are found that may be the same. They go into the recycle bin with their record. */
@Component(service = {KeyRows.class, AttachedTable.class})
public final class KeyRows implements AttachedTable {
    private static final String TABLE = "core_duplicate_key";

    private final Tx tx;
    private final Sql sql;
    private final boolean inOne;

    @Activate
    public KeyRows(@Reference Tx tx, @Reference Database database) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.inOne = database.vendor() == Database.Vendor.POSTGRESQL;
    }

    @Override
    public String table() {
        return TABLE;
    }

    /** Each record has its own. */
    @Override
    public boolean followsMerge() {
        return false;
    }

    /** @param keys by record */
    void insert(String entity, Map<Long, List<Long>> keys) {
        tx.required(() -> {
            try (PreparedStatement insert = tx.connection()
                    .prepareStatement("insert into " + TABLE + " (entity, match_key, record_id) values (?, ?, ?)")) {
                for (Map.Entry<Long, List<Long>> record : keys.entrySet()) {
                    for (Long key : record.getValue()) {
                        insert.setString(1, entity);
                        insert.setLong(2, key);
                        insert.setLong(3, record.getKey());
                        insert.addBatch();
                    }
                }
                return insert.executeBatch();
            } catch (SQLException e) {
                throw new StatementException("cannot write the keys of duplicates", e);
            }
        });
    }

    void delete(String entity, Collection<Long> ids) {
        String in = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        sql.update("delete from " + TABLE + " where record_id in (" + in + ") and entity = ?", entity);
    }

    /**
     * The records that have one of some keys, with the number of keys they share.
     *
     * @param most holders of one key; one that more have tells nothing and is passed over
     */
    Map<Long, Integer> holders(String entity, Set<Long> keys, int most) {
        Map<Long, Integer> shared = new HashMap<>();
        holders(entity, keys, most, new HashSet<>())
                .values()
                .forEach(ids -> ids.forEach(id -> shared.merge(id, 1, Integer::sum)));
        return shared;
    }

    /**
     * The records that have some keys, by key.
     *
     * @param most holders of one key; one that more have tells nothing
     * @param common takes the keys that more have
     */
    Map<Long, List<Long>> holders(String entity, Set<Long> keys, int most, Set<Long> common) {
        Map<Long, List<Long>> holders = new HashMap<>();
        for (Holder one : inOne ? together(entity, keys, most + 1) : oneByOne(entity, keys, most + 1)) {
            holders.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one.record());
        }
        holders.forEach((key, ids) -> {
            if (ids.size() > most) {
                common.add(key);
            }
        });
        holders.keySet().removeAll(common);
        return holders;
    }

    /**
     * In one question. Each key is looked up for itself: asked for all with IN, a database that does not know yet how
     * the table grows walks through every key of the entity.
     */
    private List<Holder> together(String entity, Set<Long> keys, int most) {
        return reading(
                "select k.match_key, r.record_id from unnest(?) k(match_key) cross join lateral (select record_id from "
                        + TABLE + " where entity = ? and match_key = k.match_key limit " + most + ") r",
                select -> {
                    select.setArray(1, select.getConnection().createArrayOf("bigint", keys.toArray()));
                    select.setString(2, entity);
                    return found(select);
                });
    }

    private List<Holder> oneByOne(String entity, Set<Long> keys, int most) {
        return reading("select match_key, record_id from " + TABLE + " where entity = ? and match_key = ?", select -> {
            List<Holder> holders = new ArrayList<>();
            select.setMaxRows(most);
            select.setString(1, entity);
            for (Long key : keys) {
                select.setLong(2, key);
                holders.addAll(found(select));
            }
            return holders;
        });
    }

    /** A question and what is read by it. */
    private interface Reading {
        List<Holder> read(PreparedStatement select) throws SQLException;
    }

    private List<Holder> reading(String sql, Reading reading) {
        return tx.required(() -> {
            try (PreparedStatement select = tx.connection().prepareStatement(sql)) {
                return reading.read(select);
            } catch (SQLException e) {
                throw new StatementException("cannot read the keys of duplicates", e);
            }
        });
    }

    private static List<Holder> found(PreparedStatement select) throws SQLException {
        List<Holder> holders = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                holders.add(new Holder(rows.getLong(1), rows.getLong(2)));
            }
        }
        return holders;
    }

    /** A key and who has it. */
    record Holder(long key, long record) {}

    /** The next keys with their records, in the order of the keys. */
    List<Holder> after(String entity, long key, int rows) {
        return reading(
                "select match_key, record_id from " + TABLE
                        + " where entity = ? and match_key > ? order by match_key, record_id",
                select -> {
                    select.setMaxRows(rows);
                    select.setFetchSize(2000);
                    select.setString(1, entity);
                    select.setLong(2, key);
                    return found(select);
                });
    }

    /** The keys up to one that more than some records have. */
    List<Long> common(String entity, long upTo, int most) {
        return sql.list(
                "select match_key from " + TABLE + " where entity = ? and match_key <= ?"
                        + " group by match_key having count(*) > " + most,
                row -> row.getLong(1),
                entity,
                upTo);
    }

    /** Whether the keys of all records were made by a state of the rules. */
    boolean isCurrent(String entity, long rules) {
        return sql.first("select rules from core_duplicate_state where entity = ?", row -> row.getLong(1), entity)
                .filter(known -> known == rules)
                .isPresent();
    }

    void setCurrent(String entity, long rules) {
        if (sql.update("update core_duplicate_state set rules = ? where entity = ?", rules, entity) == 0) {
            sql.update("insert into core_duplicate_state (entity, rules) values (?, ?)", entity, rules);
        }
    }
}

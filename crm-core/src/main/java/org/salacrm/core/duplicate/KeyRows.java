package org.salacrm.core.duplicate;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.record.StatementException;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** The numbers under which records are found that may be the same. They go into the recycle bin with their record. */
@Component(service = {KeyRows.class, AttachedTable.class})
public final class KeyRows implements AttachedTable {
    private static final String TABLE = "core_duplicate_key";

    private static final int TOGETHER = 200;
    private static final String MARKS = "?" + ", ?".repeat(TOGETHER - 1);

    private final Tx tx;
    private final Sql sql;

    @Activate
    public KeyRows(@Reference Tx tx) {
        this.tx = tx;
        this.sql = new Sql(tx);
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
    Map<Long, Integer> holders(String entity, List<Long> keys, int most) {
        Map<Long, Integer> shared = new HashMap<>();
        tx.required(() -> {
            try (PreparedStatement select = tx.connection()
                    .prepareStatement("select record_id from " + TABLE + " where entity = ? and match_key = ?")) {
                select.setMaxRows(most + 1);
                for (Long key : keys) {
                    select.setString(1, entity);
                    select.setLong(2, key);
                    List<Long> some = ids(select);
                    if (some.size() <= most) {
                        some.forEach(id -> shared.merge(id, 1, Integer::sum));
                    }
                }
                return shared;
            } catch (SQLException e) {
                throw new StatementException("cannot read the keys of duplicates", e);
            }
        });
        return shared;
    }

    /**
     * The records that have some keys, by key, with few questions.
     *
     * @param most holders of one key; one that more have tells nothing
     * @param common takes the keys that more have
     */
    Map<Long, List<Long>> holders(String entity, Collection<Long> keys, int most, Set<Long> common) {
        Map<Long, List<Long>> holders = new HashMap<>();
        List<Long> all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += TOGETHER) {
            List<Long> some = all.subList(i, Math.min(i + TOGETHER, all.size()));
            Object[] values = new Object[TOGETHER + 1];
            Arrays.fill(values, some.get(0)); // always as many, so that the database knows the statement
            values[0] = entity;
            for (int k = 0; k < some.size(); k++) {
                values[k + 1] = some.get(k);
            }
            sql.list(
                    "select match_key, record_id from " + TABLE + " where entity = ? and match_key in (" + MARKS + ")",
                    row -> {
                        List<Long> ids = holders.computeIfAbsent(row.getLong(1), key -> new ArrayList<>());
                        return ids.size() <= most && ids.add(row.getLong(2)); // of a common one no more is kept
                    },
                    values);
        }
        holders.forEach((key, ids) -> {
            if (ids.size() > most) {
                common.add(key);
            }
        });
        holders.keySet().removeAll(common);
        return holders;
    }

    private static List<Long> ids(PreparedStatement select) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    /** A key and who has it. */
    record Holder(long key, long record) {}

    /** The next keys with their records, in the order of the keys. */
    List<Holder> after(String entity, long key, int rows) {
        return tx.required(() -> {
            try (PreparedStatement select = tx.connection()
                    .prepareStatement("select match_key, record_id from " + TABLE
                            + " where entity = ? and match_key > ? order by match_key, record_id")) {
                select.setMaxRows(rows);
                select.setFetchSize(2000);
                select.setString(1, entity);
                select.setLong(2, key);
                List<Holder> holders = new ArrayList<>();
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        holders.add(new Holder(found.getLong(1), found.getLong(2)));
                    }
                }
                return holders;
            } catch (SQLException e) {
                throw new StatementException("cannot read the keys of duplicates", e);
            }
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

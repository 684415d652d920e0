package org.salacrm.core.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Merges;
import org.salacrm.core.record.FormerRows;
import org.salacrm.core.record.PlainValues;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** What was merged into what, and how the one that stayed was before. */
@Component(service = MergeRows.class)
public class MergeRows {
    static final int MOST_STEPS = 100;
    /** Somebody may have taken the record {@code g} out of the recycle bin. */
    static final String ABSENT = " and not exists (select 1 from %s r where r.id = g.record_id)";

    private final Sql sql;
    private final FormerRows former;

    @Activate
    public MergeRows(@Reference Tx tx) {
        this.sql = new Sql(tx);
        this.former = new FormerRows(tx);
    }

    void add(Merge merge) {
        sql.update(
                "insert into core_merge (id, entity, winner_id, user_id, merged_at, old_values, new_values)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                merge.id(),
                merge.entity(),
                merge.winner(),
                merge.user(),
                merge.at(),
                PlainValues.write(merge.before()),
                PlainValues.write(merge.after()));
    }

    /** @param named by its fields what it was named by */
    void gone(long merge, String entity, long id, Map<String, Object> named) {
        sql.update("delete from core_merge_gone where entity = ? and record_id = ?", entity, id);
        sql.update("insert into core_merge_gone (entity, record_id, merge_id) values (?, ?, ?)", entity, id, merge);
        former.keep(merge, entity, id, named);
    }

    OptionalLong into(String entity, long id) {
        return former.into(entity, id);
    }

    /** A merge that can be taken back. */
    Optional<Merge> find(long id) {
        return sql.first(
                "select id, entity, winner_id, user_id, merged_at, old_values, new_values from core_merge"
                        + " where id = ? and old_values is not null",
                this::merge,
                id);
    }

    /** Those of somebody into a record that can be taken back, the latest first. @param user 0: anybody's */
    List<Merges.Recent> recent(String entity, long winner, long user, Instant since) {
        String his = user == 0 ? "" : " and m.user_id = " + user;
        return sql.list(
                "select m.id, m.merged_at, (select count(*) from core_merge_gone g where g.merge_id = m.id)"
                        + " from core_merge m where m.winner_id = ? and m.entity = ? and m.merged_at > ?"
                        + " and m.old_values is not null" + his + " order by m.merged_at desc",
                row -> new Merges.Recent(row.getLong(1), Sql.instant(row, "merged_at"), row.getInt(3)),
                winner,
                entity,
                since);
    }

    /** Those that are still gone. @param table where their entity's records are */
    List<Long> gone(long merge, String table) {
        return sql.list(
                "select record_id from core_merge_gone g where merge_id = ?" + ABSENT.formatted(table),
                row -> row.getLong(1),
                merge);
    }

    void forget(long merge) {
        sql.update("delete from core_merge_moved where merge_id = ?", merge);
        sql.update("delete from core_merge_name where merge_id = ?", merge);
        sql.update("delete from core_merge_gone where merge_id = ?", merge);
        sql.update("delete from core_merge where id = ?", merge);
    }

    /** What is as old as this is not taken back any more; where old links and codes lead stays. */
    void settle(Instant before) {
        sql.update(
                "delete from core_merge_moved where merge_id in (select id from core_merge where merged_at < ?)",
                before);
        sql.update(
                "update core_merge set old_values = null, new_values = null"
                        + " where merged_at < ? and old_values is not null",
                before);
    }

    private Merge merge(ResultSet row) throws SQLException {
        return new Merge(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                Sql.instant(row, "merged_at"),
                PlainValues.read(row.getString(6)),
                PlainValues.read(row.getString(7)));
    }

    /** As it is kept, so that it can be compared with what was kept. */
    Map<String, Object> asKept(Map<String, Object> values) {
        return PlainValues.read(PlainValues.write(values));
    }
}

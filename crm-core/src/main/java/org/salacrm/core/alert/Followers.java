package org.salacrm.core.alert;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.Ids;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Who follows which record, as rows that go with it. After a merge somebody may stand twice at one record, so that the
 * merge can be taken back: whoever asks gets him once.
 */
@Component(service = {Followers.class, AttachedTable.class})
public class Followers implements AttachedTable {
    private static final String TABLE = "core_follower";

    private final Sql sql;
    private final Ids ids;

    @Activate
    public Followers(@Reference Tx tx, @Reference Ids ids) {
        this.sql = new Sql(tx);
        this.ids = ids;
    }

    @Override
    public String table() {
        return TABLE;
    }

    /** An import may be undone although somebody follows what it brought. */
    @Override
    public boolean isWork() {
        return false;
    }

    boolean has(String entity, long record, long user) {
        return sql.first(
                        "SELECT id FROM " + TABLE + " WHERE record_id = ? AND user_id = ? AND entity = ?",
                        row -> row.getLong(1),
                        record,
                        user,
                        entity)
                .isPresent();
    }

    void add(String entity, long record, long user) {
        if (!has(entity, record, user)) {
            sql.update(
                    "INSERT INTO " + TABLE + " (id, entity, record_id, user_id) VALUES (?, ?, ?, ?)",
                    ids.next(),
                    entity,
                    record,
                    user);
        }
    }

    void remove(String entity, long record, long user) {
        sql.update(
                "DELETE FROM " + TABLE + " WHERE record_id = ? AND user_id = ? AND entity = ?", record, user, entity);
    }

    /** The users who follow some records, by record; whoever is out of use does so again when he comes back. */
    Map<Ref, Set<Long>> of(Collection<Long> records) {
        Map<Ref, Set<Long>> found = new HashMap<>();
        sql.listOf(
                        "SELECT entity, record_id, user_id FROM " + TABLE
                                + " WHERE user_id IN (SELECT id FROM core_user WHERE active = true) AND record_id IN",
                        row -> Map.entry(new Ref(row.getString(1), row.getLong(2), ""), row.getLong(3)),
                        List.copyOf(records))
                .forEach(one -> found.computeIfAbsent(one.getKey(), record -> new TreeSet<>())
                        .add(one.getValue()));
        return found;
    }
}

package org.salacrm.core.file;

import java.util.ArrayList;
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
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.core.alert.AlertDesk;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Which people the notes of a record name: one row per note and person, to be read with the note and to be told of. */
@Component(service = {Mentions.class, AttachedTable.class})
public class Mentions implements AttachedTable {
    private static final int MOST = 50;

    private final Sql sql;
    private final Ids ids;
    private final AlertDesk alerts;

    @Activate
    public Mentions(@Reference Tx tx, @Reference Ids ids, @Reference AlertDesk alerts) {
        this.sql = new Sql(tx);
        this.ids = ids;
        this.alerts = alerts;
    }

    @Override
    public String table() {
        return "core_mention";
    }

    /** People by note, for the notes of a record from {@code first} to {@code last}. */
    Map<Long, List<Ref>> of(String entity, long id, long first, long last) {
        Map<Long, List<Ref>> all = new HashMap<>();
        sql.list(
                        "SELECT m.note_id, m.user_id, u.name FROM core_mention m JOIN core_user u ON u.id = m.user_id"
                                + " WHERE m.record_id = ? AND m.entity = ? AND m.note_id BETWEEN ? AND ? ORDER BY m.id",
                        row -> Map.entry(row.getLong(1), new Ref("user", row.getLong(2), row.getString(3))),
                        id,
                        entity,
                        first,
                        last)
                .forEach(found -> all.computeIfAbsent(found.getKey(), note -> new ArrayList<>())
                        .add(found.getValue()));
        return all;
    }

    /** The note names these people from now on; who was named before stays the same row. */
    void keep(String entity, long id, long note, Set<Long> users) {
        Set<Long> gone = new TreeSet<>(
                sql.list("SELECT user_id FROM core_mention WHERE note_id = ?", row -> row.getLong(1), note));
        Collection<Long> fresh =
                users.stream().filter(user -> !gone.remove(user)).toList();
        if (fresh.size() > MOST) {
            throw new InvalidRecordException(
                    List.of(new InvalidRecordException.Refusal("mentions", "invalid.mentions", Map.of("max", MOST))));
        }
        gone.forEach(user -> sql.update("DELETE FROM core_mention WHERE note_id = ? AND user_id = ?", note, user));
        fresh.stream().filter(this::isUser).forEach(user -> insert(entity, id, note, user));
    }

    private void insert(String entity, long id, long note, long user) {
        sql.update(
                "INSERT INTO core_mention (id, entity, record_id, note_id, user_id) VALUES (?, ?, ?, ?, ?)",
                ids.next(),
                entity,
                id,
                note,
                user);
        alerts.mention(entity, id, note, user);
    }

    private boolean isUser(long id) {
        return sql.first("SELECT id FROM core_user WHERE id = ?", row -> row.getLong(1), id)
                .isPresent();
    }
}

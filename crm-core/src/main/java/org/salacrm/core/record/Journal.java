package org.salacrm.core.record;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.record.Ids;
import org.salacrm.core.record.outbox.EventText;
import org.salacrm.core.store.Tx;

/** Writes what a transaction did: one row of history per record and write, one row of the outbox for all of them. */
final class Journal {
    private static final String HISTORY = "insert into core_history"
            + " (id, entity, record_id, version, verb, user_id, source, happened_at, changes)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int SOURCE = 120;

    private final Tx tx;
    private final Ids ids;

    Journal(Tx tx, Ids ids) {
        this.tx = tx;
        this.ids = ids;
    }

    /** A write to be told of. @param changes as {@link ChangeText} writes them */
    record Entry(RecordEvent event, String changes) {}

    void write(List<Entry> entries) {
        try {
            writeHistory(entries);
            try (PreparedStatement insert =
                    tx.connection().prepareStatement("insert into core_outbox (id, events) values (?, ?)")) {
                insert.setLong(1, ids.next());
                insert.setString(
                        2, EventText.write(entries.stream().map(Entry::event).toList()));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new StatementException("cannot write the history", e);
        }
    }

    private void writeHistory(List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = tx.connection().prepareStatement(HISTORY)) {
            for (Entry entry : entries) {
                RecordEvent event = entry.event();
                insert.setLong(1, event.sequence());
                insert.setString(2, event.entity());
                insert.setLong(3, event.id());
                insert.setInt(4, event.version());
                insert.setString(5, event.kind());
                if (event.user() == 0) {
                    insert.setNull(6, Types.BIGINT);
                } else {
                    insert.setLong(6, event.user());
                }
                insert.setString(7, cut(event.source()));
                insert.setTimestamp(8, Timestamp.from(event.at()));
                insert.setString(9, entry.changes());
                if (entries.size() == 1) {
                    insert.executeUpdate();
                } else {
                    insert.addBatch();
                }
            }
            if (entries.size() > 1) {
                insert.executeBatch();
            }
        }
    }

    private static String cut(String source) {
        return source.length() <= SOURCE ? source : source.substring(0, SOURCE);
    }
}

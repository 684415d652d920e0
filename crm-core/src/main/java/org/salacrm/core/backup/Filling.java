package org.salacrm.core.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.salacrm.core.backup.Manifest.Rows;
import org.salacrm.core.store.Migration;
import org.salacrm.core.store.SchemaSource;

/**
 * Fills a new database from a backup. The tables are made by the very changelogs that made those of the backup, so the
 * rows fit; what a newer product wants of them, its own changelogs do at its next start, as with every upgrade.
 */
final class Filling {
    private static final int BATCH = 500;

    private final BackupFile backup;
    private final Aside target;

    Filling(BackupFile backup, Aside target) {
        this.backup = backup;
        this.target = target;
    }

    void run() throws SQLException, IOException {
        Path folder = Files.createTempDirectory("changelogs");
        try {
            for (SchemaSource source : Changelogs.lay(backup, folder)) {
                new Migration(target).apply(source);
            }
        } finally {
            SideDerby.delete(folder);
        }
        try (Connection connection = target.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Map<String, Table> there = Table.all(connection);
            for (Rows rows : backup.manifest().tables()) {
                Table table = rows.table();
                if (!table.name().equals(Changelogs.TABLE)) {
                    table.complete(connection, Optional.ofNullable(there.get(table.name())), target.vendor());
                    load(connection, rows);
                }
            }
        }
    }

    /** In place of what the changelogs put into the table. */
    private void load(Connection connection, Rows rows) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + rows.table().name());
        }
        try (InputStream in = backup.rows(rows);
                JsonParser json = new JsonFactory().createParser(in);
                PreparedStatement row = connection.prepareStatement(rows.table().insert())) {
            long count = 0;
            while (json.nextToken() == JsonToken.START_ARRAY) {
                fill(rows.table(), json, row);
                row.addBatch();
                if (++count % BATCH == 0) {
                    row.executeBatch();
                    connection.commit();
                }
            }
            row.executeBatch();
            connection.commit();
            if (count != rows.count()) {
                throw RefusedBackupException.damaged(rows.entry());
            }
        }
    }

    private void fill(Table table, JsonParser json, PreparedStatement row) throws SQLException, IOException {
        int at = 1;
        for (Column column : table.columns()) {
            json.nextToken();
            column.read(json, row, at++, target.vendor());
        }
        if (json.nextToken() != JsonToken.END_ARRAY) {
            throw RefusedBackupException.damaged(table.name());
        }
    }
}

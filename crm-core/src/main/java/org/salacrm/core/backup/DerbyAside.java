package org.salacrm.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.salacrm.core.store.DatabaseSettings;
import org.salacrm.core.store.RestoredFolder;

/** A folder beside the folder in use. */
final class DerbyAside implements Aside {
    private final DatabaseSettings settings;
    private final RestoredFolder folder;
    private final SideDerby building;

    DerbyAside(DatabaseSettings settings) throws SQLException, IOException {
        this.settings = settings;
        this.folder = RestoredFolder.of(settings);
        folder.settle();
        SideDerby.delete(folder.ready());
        SideDerby.delete(folder.building());
        Files.createDirectories(folder.building().toAbsolutePath().getParent());
        this.building = new SideDerby(folder.building());
    }

    @Override
    public DataSource dataSource() {
        return building.source();
    }

    @Override
    public Vendor vendor() {
        return Vendor.DERBY;
    }

    @Override
    public boolean isUsed() throws SQLException {
        if (!Files.exists(folder.place())) {
            return false;
        }
        try (Connection connection = settings.derby().getConnection()) {
            return Aside.hasTraces(connection);
        }
    }

    @Override
    public void takePlace(String before) throws IOException {
        building.close();
        SideDerby.shutdown(settings.derbyFolder());
        Path kept = Path.of(settings.derbyFolder() + "." + (before.isEmpty() ? "unused" : before));
        folder.takePlace(kept);
        if (before.isEmpty()) {
            SideDerby.delete(kept);
        }
    }

    @Override
    public void close() throws IOException {
        building.close();
        SideDerby.delete(folder.building());
    }
}

package org.salacrm.core.backup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.salacrm.core.backup.Manifest.Rows;
import org.salacrm.core.store.SchemaSource;

/** The changelogs that made the tables of a backup, laid into a folder so that they can be applied again. */
final class Changelogs {
    /** Rows of unit, path, whether it is the one that includes the others, and text. */
    static final String TABLE = "core_changelog";

    private final Path folder;
    private final Map<String, Map<String, URL>> files = new TreeMap<>();
    private final Map<String, String> mains = new TreeMap<>();

    private Changelogs(Path folder) {
        this.folder = folder;
    }

    /** The core's tables come first: the others refer to them. */
    static List<SchemaSource> lay(BackupFile backup, Path folder) throws IOException {
        Rows rows = backup.manifest().tables().stream()
                .filter(each -> each.table().name().equals(TABLE))
                .findFirst()
                .orElseThrow(() -> RefusedBackupException.damaged(TABLE));
        List<String> columns = rows.table().columns().stream().map(Column::name).toList();
        Changelogs all = new Changelogs(folder);
        try (InputStream in = backup.rows(rows);
                JsonParser json = new ObjectMapper().createParser(in)) {
            while (json.nextToken() != null) {
                JsonNode row = json.readValueAsTree();
                all.lay(
                        row.path(columns.indexOf("unit")).asText(),
                        row.path(columns.indexOf("path")).asText(),
                        row.path(columns.indexOf("main")).asBoolean(),
                        row.path(columns.indexOf("body")).asText());
            }
        }
        return all.sources();
    }

    private void lay(String unit, String path, boolean main, String text) throws IOException {
        Path home = folder.resolve(unit).normalize();
        Path file = home.resolve(path).normalize();
        if (!home.startsWith(folder) || home.equals(folder) || !file.startsWith(home)) {
            throw RefusedBackupException.damaged(unit + " " + path);
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        files.computeIfAbsent(unit, key -> new TreeMap<>())
                .put(path, file.toUri().toURL());
        if (main) {
            mains.put(unit, path);
        }
    }

    private List<SchemaSource> sources() {
        List<SchemaSource> sources = new ArrayList<>();
        mains.forEach((unit, main) ->
                sources.add(unit.equals("core") ? 0 : sources.size(), SchemaSource.of(unit, main, files.get(unit))));
        return sources;
    }
}

package org.salacrm.core.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.backup.Backups.Summary;

/**
 * What a backup says of itself, in its last entry: a file without it is not whole.
 *
 * @param format number of this format; another one is read by newer versions only
 * @param product version that wrote it
 * @param createdAt moment it is of
 * @param database the kind of database it comes from
 * @param modules checksums of module files by name
 * @param files number of attached files, each named by its checksum
 * @param damaged attached files whose content does not have the checksum of their name any more
 */
record Manifest(
        int format,
        String product,
        String createdAt,
        String database,
        List<Rows> tables,
        Map<String, String> modules,
        long files,
        Set<String> damaged) {
    static final String ENTRY = "manifest.json";
    static final int FORMAT = 1;

    /**
     * A table with its rows.
     *
     * @param sha256 checksum of the rows
     */
    record Rows(Table table, long count, String sha256) {
        String entry() {
            return "tables/" + table.name() + ".json";
        }
    }

    Summary summary(Path file) {
        return new Summary(
                file, tables.size(), tables.stream().mapToLong(Rows::count).sum(), files, Set.copyOf(damaged));
    }
}

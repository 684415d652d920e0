package org.salacrm.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lies beside the database and belongs to the company: attached files and the module files it brought in. */
record DataFolder(Path data) {
    static final Pattern FILE = Pattern.compile("files/[0-9a-f]{2}/[0-9a-f]{2}/([0-9a-f]{64})");
    static final Pattern MODULE = Pattern.compile("modules/[A-Za-z0-9][A-Za-z0-9._-]*\\.kar");

    /** Gets each file, by its name in the folder. */
    interface Visitor {
        void visit(String name, Path file) throws IOException;
    }

    void visit(Visitor visitor) throws IOException {
        for (String part : List.of("modules", "files")) {
            Path folder = data.resolve(part);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Iterator<Path> each = all.iterator(); each.hasNext(); ) {
                        Path file = each.next();
                        String name = data.relativize(file).toString().replace('\\', '/');
                        if (isOurs(name)) {
                            visitor.visit(name, file);
                        }
                    }
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
        }
    }

    static boolean isOurs(String name) {
        return FILE.matcher(name).matches() || MODULE.matcher(name).matches();
    }

    /** Lays the files of a backup into the folder; files that are there already are the same. @return the new ones */
    List<Path> place(BackupFile backup) throws IOException {
        List<Path> placed = new ArrayList<>();
        boolean all = false;
        try {
            backup.visit(DataFolder::isOurs, (name, content) -> {
                Path file = data.resolve(name);
                if (!Files.exists(file)) {
                    Files.createDirectories(file.getParent());
                    WholeFile.write(file, content::transferTo);
                    placed.add(file);
                }
            });
            all = true;
            return placed;
        } finally {
            if (!all) {
                remove(placed);
            }
        }
    }

    static void remove(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** Of one file. */
    interface Content {
        void read(String name, InputStream content) throws IOException;
    }
}

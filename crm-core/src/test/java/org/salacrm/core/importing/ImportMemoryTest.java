package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.job.JobKind;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.file.StoredFiles;
import org.salacrm.core.job.UndoRows;
import org.salacrm.core.store.Database;

/** An import holds a few rows at a time, however many its file has. */
public class ImportMemoryTest {
    private static final int ROWS = 2000;
    /** A cell that no field is read from, which makes these rows as heavy as many more of usual length. */
    private static final int CELL = 20_000;

    private static final String TEXT = new Random(1)
            .ints(10 * CELL, 'a', 'z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    /** Not the embedded database, which would live in the memory that is measured. */
    private final ActionWorld world = new ActionWorld(Database.Vendor.POSTGRESQL, "").asUser();

    @After
    public void close() {
        world.close();
    }

    @Test
    public void rowsOfATextAreForgottenWhenTheyAreDone() throws IOException {
        Path file = folder.newFile().toPath();
        Stream<String> lines = IntStream.rangeClosed(1, ROWS + 1).mapToObj(row -> String.join(",", cells(row)));
        Files.write(file, (Iterable<String>) lines::iterator);
        assertMemoryStays(file);
    }

    @Test
    public void rowsOfAWorkbookAreForgottenWhenTheyAreDone() throws IOException {
        Path file = folder.newFile().toPath();
        String rows = IntStream.rangeClosed(1, ROWS + 1)
                .mapToObj(row -> TestWorkbook.row(row, cells(row)))
                .collect(Collectors.joining());
        new TestWorkbook().sheet("ลูกค้า", rows).write(file);
        assertMemoryStays(file);
    }

    /** Headers, then rows of which some are refused. */
    private static String[] cells(int row) {
        if (row == 1) {
            return new String[] {"ชื่อลูกค้า", "อีเมล", "ลำดับ"};
        }
        int start = row * 7919 % (TEXT.length() - CELL);
        String email = row % 10 == 0 ? "nobody" : "a" + row + "@b.co.th";
        return new String[] {"บริษัท " + row, email, TEXT.substring(start, start + CELL)};
    }

    private void assertMemoryStays(Path file) throws IOException {
        StoredFiles files = ImportParts.files(world, folder.getRoot().toPath());
        Preview preview = Preview.best(
                new ColumnMapper(world.types, world.messages).headers("account"),
                "account",
                file,
                FormatFinder.find(file));
        try (InputStream content = Files.newInputStream(file)) {
            ImportStore.Stored upload =
                    new ImportStore.Stored(preview.state(1, "file"), files.keep(content), 7, Tally.START);
            world.store.tx().required(() -> inserted(upload));
        }
        ImportWork check = new ImportWork(ImportWork.CHECK, services(files));
        Watch watch = new Watch();
        long before = alive();
        assertThat(check.run(Map.of("import", 1L), watch))
                .containsEntry("rows", (long) ROWS)
                .containsEntry("failed", ROWS / 10L);

        long little = (long) ROWS * CELL / 4;
        assertThat(watch.surveying).as("while rows are looked through").isBetween(1L, before + little);
        assertThat(watch.writing).as("while rows are written").isBetween(1L, before + little);
    }

    private ImportStore.Stored inserted(ImportStore.Stored upload) {
        try {
            new ImportStore().insert(world.store.tx().connection(), upload, world.clock.instant());
            return upload;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ImportServices services(StoredFiles files) {
        UndoRows undos =
                new UndoRows(world.store.tx(), world.store.database(), world.ids::incrementAndGet, world.clock);
        return ImportParts.services(world, files, undos, null);
    }

    private static long alive() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Measures when most is done: it is asked to stop at every row looked at, and told of every batch written. */
    private static final class Watch implements JobKind.Progress {
        private static final int MOST = ROWS / 10 * 9;

        private long asked;
        private long surveying;
        private long writing;

        @Override
        public boolean cancelled() {
            if (++asked == MOST) {
                surveying = alive();
            }
            return false;
        }

        @Override
        public void report(long done, long total) {
            if (done == MOST) {
                writing = alive();
            }
        }

        @Override
        public Map<String, Object> checkpoint() {
            return Map.of();
        }

        @Override
        public void checkpoint(Map<String, Object> state) {
            throw new UnsupportedOperationException();
        }
    }
}

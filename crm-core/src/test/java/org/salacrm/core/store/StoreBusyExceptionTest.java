package org.salacrm.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.NoRoomException;

public class StoreBusyExceptionTest {
    /** A file system without any room. */
    private static final Path FULL = Path.of("/proc");

    private static final Exception NO_TABLE =
            new IllegalStateException(new SQLException("Table 'CORE_ACCOUNT' does not exist", "42X05"));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void whateverTheDatabaseSaysOnAFullDiskComesOfThat() {
        assumeTrue(Files.isDirectory(FULL));
        assertThat(StoreBusyException.from(NO_TABLE, FULL)).containsInstanceOf(NoRoomException.class);
    }

    @Test
    public void withRoomOnTheDiskAMissingTableIsAMistakeOfOurs() {
        assertThat(StoreBusyException.from(NO_TABLE, folder.getRoot().toPath())).isEmpty();
    }

    @Test
    public void wrongValuesAndLostRacesAreWhatTheyAreOnAFullDiskToo() {
        assertThat(StoreBusyException.from(new SQLException("duplicate", "23505"), FULL))
                .isEmpty();
        assertThat(StoreBusyException.from(new SQLException("deadlock", "40001"), FULL))
                .hasValueSatisfying(lost -> assertThat(lost).isInstanceOf(StoreBusyException.class));
        assertThat(StoreBusyException.from(new BusyException("later", Duration.ZERO), FULL))
                .get()
                .isNotInstanceOf(NoRoomException.class);
    }
}

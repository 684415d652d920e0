package org.salacrm.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.core.store.FullDisk;

public class WholeFileTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void aDiskThatGetsFullLeavesNoHalfFile() {
        Path file = folder.getRoot().toPath().resolve("backup.zip");
        IOException full = new IOException("No space left on device");
        assertThatThrownBy(() -> WholeFile.<String, IOException>write(file, out -> {
                    out.write(new byte[100_000]);
                    throw full;
                }))
                .isSameAs(full);
        assertThat(folder.getRoot()).isEmptyDirectory();
        assertThat(FullDisk.is(new IllegalStateException(full))).isTrue();
        assertThat(FullDisk.is(new IOException("Broken pipe"), folder.getRoot().toPath()))
                .isFalse();
    }

    @Test
    public void onlyTheOwnerCanReadIt() throws IOException {
        Path file = folder.getRoot().toPath().resolve("backup.zip");
        WholeFile.<String, IOException>write(file, out -> {
            out.write(1);
            return "";
        });
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}

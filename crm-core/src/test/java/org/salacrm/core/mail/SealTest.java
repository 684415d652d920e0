package org.salacrm.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SealTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path key(String name) {
        return folder.getRoot().toPath().resolve(name).resolve("secret.key");
    }

    @Test
    public void whatIsLockedTellsNothingAndOpensWithItsKeyOnly() {
        Seal seal = new Seal(key("one"));
        String locked = seal.locked("รหัสผ่าน");

        assertThat(locked).doesNotContain("รหัสผ่าน").isNotEqualTo(seal.locked("รหัสผ่าน"));
        assertThat(new Seal(key("one")).opened(locked)).contains("รหัสผ่าน");
        assertThat(new Seal(key("other")).opened(locked)).isEmpty();
        assertThat(seal.opened(locked.substring(0, locked.length() - 4) + "AAAA"))
                .isEmpty();
    }

    @Test
    public void whatWasKeptBeforeStaysReadable() {
        assertThat(new Seal(key("one")).opened("plain")).contains("plain");
    }

    @Test
    public void nobodyElseReadsTheKeyAndNothingIsLeftBeside() throws IOException {
        new Seal(key("one")).locked("x");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key("one"))))
                .isEqualTo("rw-------");
        assertThat(key("one").getParent().toFile().list()).containsExactly("secret.key");
    }
}

package org.salacrm.core.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.salacrm.api.record.NoRoomException;
import org.salacrm.core.store.FullDisk;

/** A copy of kept content in a file of its own for as long as it is read; workbooks need to jump about in it. */
record TempCopy(Path path) implements AutoCloseable {

    static TempCopy of(InputStream content) throws IOException {
        Path path = null;
        try (content) {
            path = Files.createTempFile("import", ".table");
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            return new TempCopy(path);
        } catch (IOException e) {
            if (path != null) {
                Files.deleteIfExists(path);
            }
            if (FullDisk.is(e, Path.of(System.getProperty("java.io.tmpdir")))) {
                throw new NoRoomException(e);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}

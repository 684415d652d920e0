package org.salacrm.core.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.record.Traces;
import org.salacrm.core.testing.FakeLive;

/** A lead that notes and files are put to. */
public abstract class FileCase extends ActionCase {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    final FakeLive live = new FakeLive(new ArrayList<>());
    StoredFiles files;
    StoredNotes notes;
    long lead;

    @Before
    public void open() {
        Traces traces = new Traces(
                world.store.tx(),
                world.types,
                world.callers,
                world.ids::incrementAndGet,
                world.clock,
                () -> world.clock.forward(0));
        FileWorld put = new FileWorld(world, folder.getRoot().toPath(), traces, live);
        files = put.files;
        notes = put.notes;
        lead = world.records.create("lead", Map.of("name", "Lead")).id();
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

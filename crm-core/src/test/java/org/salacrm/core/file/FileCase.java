package org.salacrm.core.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.event.LocalLive;
import org.salacrm.core.record.Traces;

/** A lead that notes and files are put to. */
public abstract class FileCase extends ActionCase {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    final LocalLive live = new LocalLive();
    StoredFiles files;
    StoredNotes notes;
    long lead;

    @Before
    public void open() {
        Attachments attachments = new Attachments(world.queries, world.store.tx(), world.given, world.callers, live);
        Traces traces = new Traces(
                world.store.tx(),
                world.types,
                world.callers,
                world.ids::incrementAndGet,
                world.clock,
                () -> world.clock.forward(0));
        files = new StoredFiles(
                world.store.tx(),
                world.ids::incrementAndGet,
                world.clock,
                world.settings,
                attachments,
                traces,
                world.followTold,
                folder.getRoot().toPath());
        notes = new StoredNotes(
                world.store.tx(),
                world.ids::incrementAndGet,
                world.clock,
                attachments,
                new Mentions(world.store.tx(), world.ids::incrementAndGet, world.alertDesk),
                traces,
                world.followTold);
        lead = world.records.create("lead", Map.of("name", "Lead")).id();
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.salacrm.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;
import org.salacrm.api.file.Files.Stored;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.History;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.NoRoomException;
import org.salacrm.api.record.Notes;
import org.salacrm.api.record.Slice;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.record.HistoryReader;
import org.salacrm.core.testing.FakeCallers;
import org.salacrm.test.Proves;

public class StoredFilesTest extends FileCase {
    @Test
    public void fileComesBackAsItWentIn() throws IOException {
        Stored stored = files.attach("lead", lead, "../../etc/ใบเสนอราคา.pdf", bytes("%PDF-1.7 hello"));

        assertThat(stored.name()).isEqualTo("ใบเสนอราคา.pdf");
        assertThat(stored.size()).isEqualTo(14);
        assertThat(files.of("lead", lead)).containsExactly(stored);
        try (InputStream in = files.open(stored.id())) {
            assertThat(in.readAllBytes()).isEqualTo("%PDF-1.7 hello".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    public void marksThatNobodySeesDoNotStandInAName() {
        assertThat(files.attach("lead", lead, "x\u202Efdp.ex\u200B\u2066e", bytes("MZ"))
                        .name())
                .isEqualTo("xfdp.exe");
        assertThatThrownBy(() -> files.attach("lead", lead, "\u202E", bytes("x")))
                .hasMessageContaining("file.name");
    }

    @Test
    public void typeIsWhatTheContentSays() {
        assertThat(type("x.txt", "%PDF-1.4")).isEqualTo("application/pdf");
        assertThat(type("x.pdf", "<html><script>")).isEqualTo("text/plain");
        assertThat(type("x.txt", "สวัสดี")).isEqualTo("text/plain");
        assertThat(type("x.jpg", "PK\u0003\u0004....xl/workbook.xml")).contains("spreadsheetml");
        assertThat(type("x.txt", "a\u0000b")).isEqualTo("application/octet-stream");
    }

    @Test
    public void sameContentIsKeptOnce() throws IOException {
        files.attach("lead", lead, "a.txt", bytes("same"));
        files.attach("lead", lead, "b.txt", bytes("same"));
        files.attach("lead", lead, "B.TXT", bytes("same"));

        assertThat(files.count("lead", lead)).isEqualTo(2); // an older version counts for none
        try (Stream<Path> all = java.nio.file.Files.walk(folder.getRoot().toPath())) {
            assertThat(all.filter(java.nio.file.Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    public void tooLargeAndEmptyFilesAreRefusedAndLeaveNothing() throws IOException {
        world.callers.be(Caller.system("test"));
        world.settings.company("upload.maxBytes", String.valueOf(1024 * 1024));
        world.clock.forward(10);

        assertThatThrownBy(() -> files.keep(new ByteArrayInputStream(new byte[1024 * 1024 + 1])))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("invalid.file.size");
        assertThatThrownBy(() -> files.keep(bytes("")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("invalid.file.empty");
        assertThatThrownBy(() -> files.keep(new FullDisk())).isInstanceOf(NoRoomException.class);

        try (Stream<Path> all = java.nio.file.Files.walk(folder.getRoot().toPath())) {
            assertThat(all.filter(java.nio.file.Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    public void rightsAreThoseOfTheRecord() {
        Stored stored = files.attach("lead", lead, "a.txt", bytes("secret"));

        world.rights.add("!lead.append");
        world.rights.add("!lead.update");
        assertThatThrownBy(() -> files.attach("lead", lead, "b.txt", bytes("x")))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> files.remove(stored.id())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> notes.add("lead", lead, "x", Set.of())).isInstanceOf(ForbiddenException.class);

        world.rights.add("!lead.read");
        assertThat(files.find(stored.id())).isEmpty();
        assertThatThrownBy(() -> files.open(stored.id())).isInstanceOf(AbsentRecordException.class);
        assertThatThrownBy(() -> files.of("lead", lead)).isInstanceOf(AbsentRecordException.class);
        assertThatThrownBy(() -> notes.of("lead", lead, "")).isInstanceOf(AbsentRecordException.class);
    }

    @Test
    public void whoMayOnlyAddTakesBackHisOwnFilesOnly() {
        Stored stored = files.attach("lead", lead, "a.txt", bytes("x"));
        world.rights.add("!lead.update");
        world.callers.be(FakeCallers.user(8));
        assertThatThrownBy(() -> files.remove(stored.id())).isInstanceOf(ForbiddenException.class);
        world.callers.be(FakeCallers.user(7));
        files.remove(stored.id());
        assertThat(files.of("lead", lead)).isEmpty();
    }

    @Test
    public void removedFileIsGone() {
        Stored stored = files.attach("lead", lead, "a.txt", bytes("x"));

        files.remove(stored.id());

        assertThat(files.of("lead", lead)).isEmpty();
        assertThatThrownBy(() -> files.remove(stored.id())).isInstanceOf(AbsentRecordException.class);
    }

    @Test
    public void theHistoryTellsWhoRemovedWhichFile() {
        Stored stored = files.attach("lead", lead, "ใบเสนอราคา.pdf", bytes("x"));
        files.remove(stored.id());

        HistoryReader history = new HistoryReader(world.store.tx(), world.types, world.callers, world.given);
        History.Entry removed = history.of("lead", lead, "").items().get(0);
        assertThat(removed.verb()).isEqualTo("remove-file");
        assertThat(removed.by().id()).isEqualTo(7);
        assertThat(removed.at()).isEqualTo(world.clock.instant());
        assertThat(removed.changes())
                .containsExactly(new History.Difference("files", Optional.of("ใบเสนอราคา.pdf"), Optional.empty()));
    }

    @Test
    public void notesAreReadNewestFirstPageByPage() {
        for (int i = 0; i < 60; i++) {
            notes.add("lead", lead, "  note " + i + " ", Set.of());
        }

        Slice<Notes.Note> first = notes.of("lead", lead, "");
        Slice<Notes.Note> second = notes.of("lead", lead, first.next());

        assertThat(notes.count("lead", lead)).isEqualTo(60);
        assertThat(first.items())
                .hasSize(50)
                .first()
                .extracting(Notes.Note::text)
                .isEqualTo("note 59");
        assertThat(second.items())
                .hasSize(10)
                .last()
                .extracting(Notes.Note::text)
                .isEqualTo("note 0");
        assertThat(second.next()).isEmpty();
        assertThat(first.items().get(0).by().id()).isEqualTo(FakeCallers.user(7).user());
    }

    @Test
    public void emptyAndEndlessNotesAreRefused() {
        assertThatThrownBy(() -> notes.add("lead", lead, " ", Set.of())).hasMessageContaining("invalid.required");
        for (String nothing : List.of("\u200B", "\u202E \u00A0", "\u3164\u2060")) {
            assertThatThrownBy(() -> notes.add("lead", lead, nothing, Set.of()))
                    .hasMessageContaining("invalid.required");
        }
        assertThatThrownBy(() -> notes.add("lead", lead, "x".repeat(20_001), Set.of()))
                .hasMessageContaining("invalid.length");
    }

    @Test
    @Proves("GEN-25")
    public void theAuthorWritesANoteAnewAndTakesItBackAndTheHistoryTellsBoth() {
        Notes.Note note = notes.add("lead", lead, "wrong", Set.of());
        world.callers.be(FakeCallers.user(8));
        assertThatThrownBy(() -> notes.change(note.id(), Optional.empty(), "mine", Set.of()))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> notes.remove(note.id())).isInstanceOf(ForbiddenException.class);

        world.callers.be(FakeCallers.user(7));
        Notes.Note anew = notes.change(note.id(), Optional.empty(), "right", Set.of());
        assertThat(anew.text()).isEqualTo("right");
        assertThat(anew.at()).isEqualTo(note.at());
        assertThat(anew.changed()).contains(world.clock.instant());
        notes.remove(note.id());

        assertThat(notes.of("lead", lead, "").items()).isEmpty();
        HistoryReader history = new HistoryReader(world.store.tx(), world.types, world.callers, world.given);
        assertThat(history.of("lead", lead, "").items())
                .extracting(History.Entry::verb)
                .startsWith("remove-note", "change-note");
    }

    @Test
    @Proves("GEN-25")
    public void bothTextsOfANoteStandInTheHistory() {
        Notes.Note note = notes.add("lead", lead, "wrong", Set.of());
        notes.change(note.id(), Optional.empty(), "right", Set.of());
        HistoryReader history = new HistoryReader(world.store.tx(), world.types, world.callers, world.given);
        assertThat(history.of("lead", lead, "").items().get(0).changes())
                .containsExactly(new History.Difference("note", Optional.of("wrong"), Optional.of("right")));
    }

    @Test
    @Proves("GEN-25")
    public void whatWasWrittenMeanwhileInAnotherWindowIsNotOverwritten() {
        Notes.Note seen = notes.add("lead", lead, "seen by both", Set.of());
        world.clock.forward(1);
        Notes.Note first = notes.change(seen.id(), Optional.of(seen.written()), "first", Set.of());
        world.clock.forward(1);
        assertThatThrownBy(() -> notes.change(seen.id(), Optional.of(seen.written()), "second", Set.of()))
                .isInstanceOf(StaleRecordException.class);
        assertThat(notes.one(seen.id()).text()).isEqualTo("first");
        assertThat(notes.change(seen.id(), Optional.of(first.written()), "second", Set.of())
                        .text())
                .isEqualTo("second");
    }

    @Test
    public void whoIsNamedAndCannotReadTheRecordIsTold() {
        long somchai = world.records
                .create("user", Map.of("name", "สมชาย ใจดี", "login", "blind"))
                .id();
        world.callers.be(Caller.system("test"));
        Notes.Note note = notes.add("lead", lead, "@สมชาย ใจดี ช่วยดูหน่อย", Set.of(somchai));
        assertThat(notes.unreached(note.id())).isEmpty();
        world.rights.add("!lead.read");
        assertThat(notes.unreached(note.id())).extracting(Ref::label).containsExactly("สมชาย ใจดี");
    }

    @Test
    public void whoIsNamedInANoteIsKeptWithIt() {
        long somchai = world.records
                .create("user", Map.of("name", "สมชาย ใจดี", "login", "somchai"))
                .id();

        Notes.Note note = notes.add("lead", lead, "@สมชาย ใจดี ช่วยดูหน่อย", Set.of(somchai, 404L));

        assertThat(note.mentioned()).extracting(Ref::label).containsExactly("สมชาย ใจดี");
        assertThat(notes.of("lead", lead, "").items()).containsExactly(note);
        assertThat(notes.change(note.id(), Optional.empty(), "nobody", Set.of()).mentioned())
                .isEmpty();
    }

    @Test
    public void aPinnedNoteStaysInViewUntilItIsLetGo() {
        Notes.Note first = notes.add("lead", lead, "first", Set.of());
        notes.add("lead", lead, "second", Set.of());

        notes.pin(first.id(), true);

        assertThat(notes.pinned("lead", lead)).extracting(Notes.Note::text).containsExactly("first");
        notes.pin(first.id(), false);
        assertThat(notes.pinned("lead", lead)).isEmpty();
    }

    private String type(String name, String content) {
        return files.attach("lead", lead, name, bytes(content)).type();
    }

    /** A disk that is full after the first bytes. */
    private static final class FullDisk extends InputStream {
        private int given;

        @Override
        public int read() throws IOException {
            if (given++ > 10) {
                throw new IOException("No space left on device");
            }
            return 'x';
        }
    }
}

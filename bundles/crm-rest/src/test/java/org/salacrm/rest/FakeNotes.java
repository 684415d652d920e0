package org.salacrm.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.Notes;
import org.salacrm.api.record.Slice;
import org.salacrm.api.record.StaleRecordException;

/** Notes that hang on nothing and remember what was done to them. */
final class FakeNotes implements Notes {
    final List<Note> notes = new ArrayList<>();

    @Override
    public Slice<Note> of(String entity, long id, String after) {
        return new Slice<>(notes, "");
    }

    @Override
    public long count(String entity, long id) {
        return notes.size();
    }

    @Override
    public List<Note> pinned(String entity, long id) {
        return notes.stream().filter(Note::pinned).toList();
    }

    @Override
    public Note add(String entity, long id, String text, Set<Long> mentioned) {
        return keep(notes.size() + 1L, text, Optional.empty(), false, mentioned);
    }

    @Override
    public Note change(long note, Optional<Instant> seen, String text, Set<Long> mentioned) {
        if (!seen.orElse(one(note).written()).equals(one(note).written())) {
            throw new StaleRecordException("note", note);
        }
        return keep(note, text, Optional.of(Fakes.NOW.plusSeconds(1)), false, mentioned);
    }

    @Override
    public Note one(long note) {
        return notes.stream().filter(one -> one.id() == note).findFirst().orElseThrow();
    }

    /** Nobody but 2 reads anything. */
    @Override
    public List<Ref> unreached(long note) {
        return one(note).mentioned().stream().filter(one -> one.id() != 2).toList();
    }

    @Override
    public Note pin(long note, boolean on) {
        return keep(note, "kept", Optional.empty(), on, Set.of());
    }

    @Override
    public void remove(long note) {
        notes.removeIf(one -> one.id() == note);
    }

    private Note keep(long id, String text, Optional<Instant> changed, boolean pinned, Set<Long> mentioned) {
        remove(id);
        List<Ref> people =
                mentioned.stream().map(user -> new Ref("user", user, "")).toList();
        notes.add(0, new Note(id, text, Fakes.NOW, Fakes.MALEE, changed, pinned, people));
        return notes.get(0);
    }
}

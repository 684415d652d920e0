package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salacrm.api.record.Notes;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;

/** Notes as requests bring them and answers show them. */
final class NoteShapes {

    private NoteShapes() {}

    /** What somebody wrote and whom he named. */
    record Written(String text, Set<Long> mentioned) {

        static Written read(InputStream body) throws IOException {
            return of(Json.object(body));
        }

        static Written of(Map<String, Object> body) {
            if (!(body.get("text") instanceof String text)) {
                throw new RefusedException(400, "value.text", Map.of("name", "text"));
            }
            Set<Long> mentioned = new TreeSet<>();
            if (body.get("mentions") instanceof Iterable<?> people) {
                people.forEach(id -> mentioned.add(Wire.id("user", String.valueOf(id))));
            }
            return new Written(text, mentioned);
        }
    }

    /** As whoever wrote it is answered: he has to know who will not see it. */
    static Shape written(Notes notes, long note) {
        return shape(notes.one(note))
                .some(
                        "unreached",
                        notes.unreached(note).stream().map(Slices::person).toList());
    }

    static Shape shape(Notes.Note note) {
        return new Shape()
                .id("id", note.id())
                .with("text", note.text())
                .with("at", note.at())
                .with("by", Slices.person(note.by()))
                .some("changed", note.changed())
                .some("pinned", note.pinned() ? true : null)
                .some("mentions", note.mentioned().stream().map(Slices::person).toList());
    }
}

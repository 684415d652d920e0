package org.salacrm.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.salacrm.api.event.Live;
import org.salacrm.api.record.Notes;
import org.salacrm.core.store.Sql;

/** Who hears of a note or a file. */
public class AttachedToldTest extends FileCase {
    @Test
    public void whoFollowsTheRecordIsToldOfNotesAndFiles() {
        Sql sql = new Sql(world.store.tx());
        String login = "follower" + lead;
        long follower = world.records
                .create("user", Map.of("name", "Follower", "login", login))
                .id();
        sql.update(
                "insert into core_follower (id, entity, record_id, user_id) values (?, 'lead', ?, ?)",
                world.ids.incrementAndGet(),
                lead,
                follower);
        files.attach("lead", lead, "a.txt", bytes("a"));
        notes.add("lead", lead, "Hello", Set.of());

        String told = "select rule_id from core_alert_told where user_id = ? and record_id = ? order by id";
        assertThat(sql.list(told, row -> row.getString(1), follower, lead))
                .containsExactly("core.followed-file", "core.followed-note");
    }

    @Test
    public void whoHasTheRecordOpenIsToldOfNotesAndFilesAtOnce() {
        files.attach("lead", lead, "a.txt", bytes("a"));
        Notes.Note note = notes.add("lead", lead, "Hello", Set.of());
        notes.pin(note.id(), true);
        notes.pin(note.id(), false);
        assertThatThrownBy(() -> world.store.tx().required(() -> {
                    notes.add("lead", lead, "Taken back", Set.of());
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(live.told())
                .hasSize(4)
                .containsOnly(new Live.Message("attached", 0, Map.of("entity", "lead", "id", lead)));
    }
}

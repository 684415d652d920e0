package org.salacrm.core.file;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.store.Rounds;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Takes contents off the disk that were erased with a person. They wait for an hour: the same content may be coming in
 * again just now, and its row is not seen yet.
 */
@Component(service = ErasedContents.class, immediate = true)
public class ErasedContents {
    static final Duration WAIT = Duration.ofHours(1);
    private static final int SECONDS = 600;
    private static final List<String> NEEDED = List.of(
            "select 1 from core_file where hash = ?",
            "select 1 from core_import where hash = ?",
            "select 1 from core_bin where document like '%' || ? || '%'");

    private final Sql sql;
    private final Clock clock;
    private final ContentStore contents;
    private final Rounds rounds;

    @Activate
    public ErasedContents(@Reference Tx tx, @Reference Clock clock) {
        this(tx, clock, Path.of(System.getProperty("sala.data", "data"), "files"));
    }

    ErasedContents(Tx tx, Clock clock, Path folder) {
        this.sql = new Sql(tx);
        this.clock = clock;
        this.contents = new ContentStore(folder, clock);
        this.rounds = new Rounds("Erased contents").every(SECONDS, SECONDS, this::look);
    }

    @Deactivate
    public void stop() {
        rounds.close();
    }

    /** Remembers in the running transaction that contents are to go, should nothing else need them. */
    public void leave(Stream<String> hashes) {
        hashes.distinct().forEach(hash -> {
            sql.update("delete from core_erased_content where hash = ?", hash);
            sql.update("insert into core_erased_content (hash, erased_at) values (?, ?)", hash, clock.instant());
        });
    }

    private record Erased(String hash, Instant at) {}

    void look() {
        sql.list(
                        "select hash, erased_at from core_erased_content where erased_at < ?",
                        row -> new Erased(row.getString(1), Sql.instant(row, "erased_at")),
                        clock.instant().minus(WAIT))
                .forEach(this::remove);
    }

    private void remove(Erased erased) {
        boolean needed = NEEDED.stream().anyMatch(question -> sql.first(question, row -> 1, erased.hash())
                .isPresent());
        if (!needed) {
            contents.remove(erased.hash(), erased.at());
        }
        sql.update("delete from core_erased_content where hash = ?", erased.hash());
    }
}

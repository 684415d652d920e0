package org.salacrm.core.file;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.file.Files;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.alert.FollowTold;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.record.Traces;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Files as rows of the database with their contents in the data folder. */
@Component(service = {Files.class, AttachedTable.class})
public class StoredFiles implements Files, AttachedTable {
    private static final String SELECT = "SELECT a.*, u.name AS person FROM core_file" + Attachments.JOIN;
    private static final String COLUMNS =
            "id, entity, record_id, file_name, media_type, file_size, hash, created_at, created_by";
    /** Company setting: the largest file in bytes. */
    private static final String LARGEST = "upload.maxBytes";

    private static final long USUALLY_LARGEST = 100L << 20;
    private static final int LONGEST_NAME = 255;

    private final Tx tx;
    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Settings settings;
    private final Attachments attachments;
    private final Traces traces;
    private final FollowTold followers;
    private final ContentStore contents;

    @Activate
    public StoredFiles(
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Settings settings,
            @Reference Attachments attachments,
            @Reference Traces traces,
            @Reference FollowTold followers) {
        this(
                tx,
                ids,
                clock,
                settings,
                attachments,
                traces,
                followers,
                Path.of(System.getProperty("sala.data", "data"), "files"));
    }

    public StoredFiles(
            Tx tx,
            Ids ids,
            Clock clock,
            Settings settings,
            Attachments attachments,
            Traces traces,
            FollowTold followers,
            Path folder) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.attachments = attachments;
        this.traces = traces;
        this.followers = followers;
        this.contents = new ContentStore(folder, clock);
    }

    @Override
    public String table() {
        return "core_file";
    }

    @Override
    public Stored attach(String entity, long id, String name, InputStream content) {
        Caller caller = attachments.requireAppend(entity, id);
        String clean = clean(name);
        ContentStore.Content kept = contents.keep(content, largest());
        Instant now = clock.instant();
        Long by = caller.user() == 0 ? null : caller.user();
        long file = ids.next();
        tx.required(() -> {
            int made = sql.update(
                    "INSERT INTO core_file (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    file,
                    entity,
                    id,
                    clean,
                    kept.type(),
                    kept.size(),
                    kept.hash(),
                    now,
                    by);
            followers.attached(entity, id, file);
            attachments.changed(entity, id);
            return made;
        });
        return new Stored(
                file, entity, id, clean, kept.type(), kept.size(), kept.hash(), now, attachments.person(caller));
    }

    @Override
    public List<Stored> of(String entity, long id) {
        attachments.requireRead(entity, id);
        return sql.list(
                SELECT + " WHERE a.record_id = ? AND a.entity = ? ORDER BY a.id DESC", StoredFiles::row, id, entity);
    }

    @Override
    public long count(String entity, long id) {
        return attachments.count("SELECT COUNT(DISTINCT LOWER(file_name)) FROM core_file", entity, id);
    }

    @Override
    public Optional<Stored> find(long file) {
        return sql.first(SELECT + " WHERE a.id = ?", StoredFiles::row, file)
                .filter(row -> attachments.visible(row.entity(), row.record()));
    }

    @Override
    public InputStream open(long file) {
        return contents.open(existing(file).hash());
    }

    @Override
    public void remove(long file) {
        Stored row = existing(file);
        attachments.requireRemove(row);
        tx.required(() -> {
            int removed = sql.update("DELETE FROM core_file WHERE id = ?", file);
            if (removed > 0) { // or somebody was quicker, and it is told already
                traces.fileRemoved(row.entity(), row.record(), row.name());
            }
            return removed;
        });
    }

    @Override
    public String keep(InputStream content) {
        return contents.keep(content, largest()).hash();
    }

    @Override
    public InputStream content(String hash) {
        return contents.open(hash);
    }

    @Override
    public long largest() {
        return settings.company(LARGEST)
                .filter(json -> json.matches("[1-9]\\d{0,17}"))
                .map(Long::parseLong)
                .orElse(USUALLY_LARGEST);
    }

    private Stored existing(long file) {
        return find(file).orElseThrow(() -> new AbsentRecordException("file", file));
    }

    /**
     * The name without folders, without what no file system likes and without marks that cannot be seen: those that
     * turn round the direction would make a program look like a picture.
     */
    private static String clean(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean =
                last.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\"<>|?*:]", "").strip();
        if (clean.isEmpty() || clean.matches("\\.+")) {
            throw new InvalidRecordException("file", "invalid.file.name");
        }
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }

    private static Stored row(ResultSet r) throws SQLException {
        return new Stored(
                r.getLong("id"),
                r.getString("entity"),
                r.getLong("record_id"),
                r.getString("file_name"),
                r.getString("media_type"),
                r.getLong("file_size"),
                r.getString("hash"),
                Sql.instant(r, "created_at"),
                Attachments.person(r));
    }
}

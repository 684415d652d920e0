package org.salacrm.core.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.core.file.ErasedContents;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Takes away what is kept about records beside their own rows. That something was done to them stays, not what. */
@Component(service = Forgetting.class)
public final class Forgetting {
    private static final List<String> ABOUT = List.of(
            "delete from core_note where entity = ? and record_id = ?",
            "delete from core_mention where entity = ? and record_id = ?",
            "delete from core_file where entity = ? and record_id = ?",
            "delete from core_alert_told where entity = ? and record_id = ?",
            "delete from core_undo_step where entity = ? and record_id = ?",
            "delete from core_bin where entity = ? and record_id = ?",
            "delete from core_duplicate_not where entity = ? and ? in (low_id, high_id)",
            "delete from core_merge_name where entity = ? and record_id = ?",
            "update core_history set changes = '[]' where entity = ? and record_id = ?");
    private static final String FOUND = "delete from core_duplicate_found where ? in (low_id, high_id)";
    private static final String FILES = "select hash from core_file where entity = ? and record_id = ?";
    private static final String DOCUMENTS = "select document from core_bin where entity = ? and record_id = ?";
    private static final String GONE = "select g.record_id from core_merge_gone g join core_merge m"
            + " on m.id = g.merge_id where m.entity = ? and m.winner_id = ?";
    private static final Pattern HASH = Pattern.compile("\"hash\":\"([0-9a-f]{64})\"");

    private final Sql sql;
    private final EntityTypes types;
    private final ErasedContents contents;

    @Activate
    public Forgetting(@Reference Tx tx, @Reference EntityTypes types, @Reference ErasedContents contents) {
        this.sql = new Sql(tx);
        this.types = types;
        this.contents = contents;
    }

    /** In the running transaction: notes, files, alerts, ways back and former values of a record and of those in it. */
    void about(String entity, long id) {
        all(entity, id, new HashSet<>());
    }

    /** With whoever went into him, and before that into these. */
    private void all(String entity, long id, Set<Long> done) {
        if (!done.add(id)) {
            return;
        }
        one(entity, id);
        sql.list(GONE, row -> row.getLong(1), entity, id).forEach(merged -> all(entity, merged, done));
        sql.update(
                "update core_merge set old_values = null, new_values = null where entity = ? and winner_id = ?",
                entity,
                id);
    }

    private void one(String entity, long id) {
        contents.leave(sql.list(FILES, row -> row.getString(1), entity, id).stream());
        contents.leave(sql.list(DOCUMENTS, row -> row.getString(1), entity, id).stream()
                .flatMap(Forgetting::hashes));
        ABOUT.forEach(statement -> sql.update(statement, entity, id));
        sql.update(FOUND, id);
    }

    private static Stream<String> hashes(String document) {
        return HASH.matcher(document).results().map(found -> found.group(1));
    }

    /** In the running transaction: records of an entity in the recycle bin that refer to a person. */
    void deleted(String entity, String person, long id) {
        EntityType type = types.get(entity);
        for (FieldType field : type.fields()) {
            String refers = said(field.column(), id);
            if (field.ref().equals(person)) {
                inBin(entity, refers, "%");
            } else if (field.ref().equals("*")) {
                String column = type.field(field.refType()).orElseThrow().column();
                inBin(entity, refers, said(column, person));
            }
        }
    }

    /** A column with a value, in a document of the recycle bin. */
    private static String said(String column, Object value) {
        return "%" + ("\"" + column + "\":\"" + value + "\"").replaceAll("([!%_])", "!$1") + "%";
    }

    private void inBin(String entity, String first, String second) {
        String question = "select record_id from core_bin where entity = ?"
                + " and document like ? escape '!' and document like ? escape '!'";
        sql.list(question, row -> row.getLong(1), entity, first, second).forEach(id -> one(entity, id));
    }
}

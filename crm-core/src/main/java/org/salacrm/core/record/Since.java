package org.salacrm.core.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** What was done to a record since a write of its history. */
@Component(service = Since.class)
public class Since {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sql sql;

    @Activate
    public Since(@Reference Tx tx) {
        this.sql = new Sql(tx);
    }

    /** Who wrote last, 0 for the machine. */
    public record Last(long user, Instant at) {}

    public Optional<Last> last(String entity, long id) {
        return sql.first(
                "select user_id, happened_at from core_history where record_id = ? and entity = ?"
                        + " order by id desc fetch first 1 rows only",
                row -> new Last(row.getLong(1), Sql.instant(row, "happened_at")),
                id,
                entity);
    }

    /** Whether any field is another one than after the write; what was changed and put back is not. */
    public boolean isChanged(Kept write) {
        Map<List<String>, JsonNode> after = new HashMap<>();
        Map<List<String>, JsonNode> now = new HashMap<>();
        for (JsonNode change : changes(write)) {
            List<String> field =
                    List.of(change.path("field").asText(), change.path("part").asText());
            after.putIfAbsent(field, change.path("old"));
            now.put(field, change.path("new"));
        }
        return !after.equals(now);
    }

    private List<JsonNode> changes(Kept write) {
        List<JsonNode> changes = new ArrayList<>();
        sql.list(
                        "select changes from core_history where record_id = ? and entity = ? and id > ? order by id",
                        row -> row.getString(1),
                        write.record(),
                        write.entity(),
                        write.step())
                .forEach(text -> read(text).forEach(changes::add));
        return changes;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the history cannot be read", e);
        }
    }
}

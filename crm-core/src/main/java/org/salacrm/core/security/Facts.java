package org.salacrm.core.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.security.Caller;
import org.salacrm.core.store.Sql;

/** Looks up what decides about a single record: whose it is and with whom it is shared. */
final class Facts {
    private final Sql sql;
    private final EntityTypes types;

    Facts(Sql sql, EntityTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /** Whose a record is; 0 for nobody's. */
    record Keys(long id, long owner, long team) {}

    /** The keys of the deciding record; empty when there is no such record or, for a part, none above it. */
    Optional<Keys> keys(String entity, long id) {
        Optional<EntityType> found = types.find(entity);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        EntityType type = found.get();
        if (type.isPart()) {
            return sql.first(
                            "select " + type.parentColumn() + " from " + type.table() + " where id = ?",
                            row -> row.getLong(1),
                            id)
                    .flatMap(parent -> keys(type.parent(), parent));
        }
        return sql.first(
                "select owner_id, team_id from " + type.table() + " where id = ?",
                row -> new Keys(id, row.getLong(1), row.getLong(2)),
                id);
    }

    /** What is shared with the caller of one record, also what has ended. */
    List<ShareRow> shares(Caller caller, String entity, long id) {
        List<Long> principals = principals(caller).boxed().toList();
        List<Object> values = new ArrayList<>(List.of(entity, id));
        values.addAll(principals);
        String marks = principals.stream().map(p -> "?").collect(Collectors.joining(", "));
        return sql.list(
                ShareRow.SELECT + " where entity = ? and record_id = ? and principal_id in (" + marks + ")"
                        + " order by principal_id",
                ShareRow::read,
                values.toArray());
    }

    /** Under which ids records may be shared with a caller: his own and those of the teams he works in. */
    static LongStream principals(Caller caller) {
        return Stream.concat(Stream.of(caller.user()), caller.teams().stream()).mapToLong(Long::longValue);
    }
}

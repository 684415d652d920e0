package org.salacrm.core.query;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.entity.EntityType;

/**
 * Since when records are in the state of their life cycle, for whoever may read that state: one question for a page,
 * which may be read already. Nothing is known of records whose steps were not kept.
 */
final class StateSince {
    private final Dialect dialect;
    private final Statements statements;
    private final int seconds;

    StateSince(Dialect dialect, Statements statements, int seconds) {
        this.dialect = dialect;
        this.statements = statements;
        this.seconds = seconds;
    }

    Map<Long, Object> of(EntityType type, List<Long> ids, Asking asking) {
        Values values = new Values();
        Keys keys = Keys.bindIds(values, ids, dialect.arrays());
        Sql sql = new Sql()
                .add("select s.record_id, s.state_field, max(s.changed_at) from core_stage_change s where s.entity = ")
                .bind(values.add(type.name()))
                .add(" and s.record_id")
                .in(keys)
                .add(" group by s.record_id, s.state_field")
                .add(dialect.dirty());
        return statements.ask(new Plan(sql.text(), sql.slots(), null), values, seconds, rows -> {
            Map<Long, Object> since = new HashMap<>();
            while (rows.next()) {
                boolean readable = type.field(rows.getString(2))
                        .filter(state -> asking.readable(type, state))
                        .isPresent();
                if (readable) {
                    // Once its life cycle may have been another.
                    Instant at = (Instant) RowReader.value(rows, 3, Instant.class);
                    since.merge(rows.getLong(1), at, (one, other) -> at.isAfter((Instant) one) ? other : one);
                }
            }
            return since;
        });
    }
}

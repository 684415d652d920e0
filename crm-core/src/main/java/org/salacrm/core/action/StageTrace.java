package org.salacrm.core.action;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.Ids;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Writes down every change of a state; the rows follow their record when it gets another owner. */
@Component(service = {StageTrace.class, AttachedTable.class})
public class StageTrace implements AttachedTable {
    private static final String INSERT =
            "INSERT INTO core_stage_change (id, version, owner_id, team_id, created_at, created_by, modified_at,"
                    + " modified_by, record_id, entity, account_id, state_field, from_state, to_state,"
                    + " changed_at, changed_by_id, from_percent, to_percent, downgraded, amount, days)"
                    + " VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private final Lifecycles lifecycles;
    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public StageTrace(@Reference Lifecycles lifecycles, @Reference Tx tx, @Reference Ids ids, @Reference Clock clock) {
        this.lifecycles = lifecycles;
        this.sql = new Sql(tx);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String table() {
        return "core_stage_change";
    }

    /** Each deal has its own way through the states; two would be mixed into one that nobody went. */
    @Override
    public boolean followsMerge() {
        return false;
    }

    /** To be called after a record with a life cycle was saved, in its transaction. */
    void follow(Change change, Lifecycle cycle) {
        if (change.kind() == Change.Kind.DELETE) {
            return;
        }
        if (change.kind() == Change.Kind.UPDATE && (change.changed("owner") || change.changed("team"))) {
            sql.update(
                    "UPDATE core_stage_change SET owner_id = ?, team_id = ? WHERE record_id = ? AND entity = ?",
                    value(change, "owner"),
                    value(change, "team"),
                    change.id(),
                    change.type().name());
        }
        if (change.kind() == Change.Kind.CREATE || change.changed(cycle.field())) {
            sql.update(INSERT, row(change, cycle));
        }
    }

    /** To be called after new records of one entity were saved together. */
    void begin(List<? extends Change> created, Lifecycle cycle) {
        sql.updateAll(INSERT, created.stream().map(change -> row(change, cycle)).toList());
    }

    private Object[] row(Change change, Lifecycle cycle) {
        Instant now = clock.instant();
        Optional<PickList.Item> from = change.kind() == Change.Kind.CREATE
                ? Optional.empty()
                : change.old(cycle.field()).flatMap(code -> lifecycles.state(cycle, (String) code));
        String code = (String) change.value(cycle.field()).orElse("");
        Optional<PickList.Item> to = lifecycles.state(cycle, code);
        Long user = change.caller().user() == 0 ? null : change.caller().user();
        return new Object[] {
            ids.next(),
            value(change, "owner"),
            value(change, "team"),
            now,
            user,
            now,
            user,
            change.id(),
            change.type().name(),
            change.type().name().equals("account") ? (Long) change.id() : value(change, "account"),
            cycle.field(),
            from.map(PickList.Item::code).orElse(null),
            code,
            now,
            user,
            percent(from),
            percent(to),
            downgraded(from, to),
            cycle.amount().isEmpty() ? null : value(change, cycle.amount()),
            days(change, cycle, now)
        };
    }

    private static BigDecimal percent(Optional<PickList.Item> state) {
        return state.flatMap(PickList.Item::percent).orElse(null);
    }

    private static boolean downgraded(Optional<PickList.Item> from, Optional<PickList.Item> to) {
        BigDecimal before = percent(from);
        BigDecimal after = percent(to);
        return before != null
                && after != null
                && after.compareTo(before) < 0
                && from.map(PickList.Item::phase).equals(to.map(PickList.Item::phase));
    }

    private BigDecimal days(Change change, Lifecycle cycle, Instant now) {
        if (change.kind() == Change.Kind.CREATE) {
            return null;
        }
        Instant before = sql.first(
                        "SELECT MAX(changed_at) AS latest FROM core_stage_change"
                                + " WHERE record_id = ? AND entity = ? AND state_field = ?",
                        row -> Sql.instant(row, "latest"),
                        change.id(),
                        change.type().name(),
                        cycle.field())
                .orElse(Instant.EPOCH);
        return before.equals(Instant.EPOCH)
                ? null
                : BigDecimal.valueOf(Duration.between(before, now).toSeconds())
                        .divide(SECONDS_A_DAY, 4, RoundingMode.HALF_UP);
    }

    private static Object value(Change change, String field) {
        return change.type().field(field).flatMap(f -> change.value(field)).orElse(null);
    }
}

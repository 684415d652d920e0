package org.salacrm.core.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.salacrm.api.record.Merges;
import org.salacrm.api.record.Merges.Seen;
import org.salacrm.api.record.Records;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.record.Traces;
import org.salacrm.core.store.Sql;

/** Two customers that mean the same, on one of the databases. */
public abstract class MergeCase extends ActionCase {
    Sql sql;
    Merges merges;
    LateMoves late;
    long stays;
    long goes;

    @Before
    public void open() {
        sql = new Sql(world.store.tx());
        Moves moves = moves(world);
        moves.attached = List.of(() -> "core_note", world.trace, world.followers);
        late = new LateMoves(world.types, moves, new MergeRows(world.store.tx()), world.callers, world.clock);
        late.stop();
        merges = merges(world, moves);
        stays = account(Map.of("name", "สยามการค้า", "phone", "021234567"));
        goes = account(Map.of(
                "name",
                "บจก. สยามการค้า",
                "code",
                "OLD-" + world.ids.get(),
                "email",
                "sale@siam.co.th",
                "addresses",
                List.of(Map.of("province", "กรุงเทพ"))));
    }

    /** Makes records of any world one. */
    public static Merges merges(ActionWorld world) {
        return merges(world, moves(world));
    }

    private static Moves moves(ActionWorld world) {
        Traces traces = new Traces(
                world.store.tx(), world.types, world.callers, world.ids::incrementAndGet, world.clock, () -> {});
        return new Moves(world.types, world.queries, traces, world.store.tx());
    }

    private static Merges merges(ActionWorld world, Moves moves) {
        return new MergedRecords(
                world.records,
                world.records,
                world.queries,
                world.types,
                world.callers,
                world.given,
                new Completest(world.queries, world.types, world.given, world.callers, world.store.tx()),
                moves,
                new MergeRows(world.store.tx()),
                world.ids::incrementAndGet,
                world.clock,
                world.store.tx());
    }

    long account(Map<String, Object> values) {
        return world.records.create("account", values).id();
    }

    long contact(long account) {
        return world.records
                .create("contact", Map.of("name", "สมหญิง", "account", account))
                .id();
    }

    Merges.Merged merge(Map<String, ?> values) {
        return merges.merge("account", seen(stays), List.of(seen(goes)), values);
    }

    static Seen seen(long id) {
        return new Seen(id, Records.ANY_VERSION);
    }

    Object field(String entity, long id, String name) {
        return world.queries
                .one(entity, id, List.of(name))
                .orElseThrow()
                .values()
                .get(0);
    }

    void note(long account) {
        sql.update(
                "insert into core_note (id, entity, record_id, note_text, created_at) values (?, 'account', ?, 'x', ?)",
                world.ids.incrementAndGet(),
                account,
                world.clock.instant());
    }

    long notes(long account) {
        return sql.first("select count(*) from core_note where record_id = ?", row -> row.getLong(1), account)
                .orElseThrow();
    }

    /** The rows of all tables concerned, without what counts and dates writes. */
    List<String> state() {
        List<String> state = new ArrayList<>();
        for (String table : List.of("account", "account_address", "contact", "activity", "note", "merge_moved")) {
            state.addAll(sql.list("select * from core_" + table, row -> table + line(row)));
        }
        return state.stream().sorted().toList();
    }

    static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
            if (!column.equals("version") && !column.startsWith("modified")) {
                line.append(' ').append(column).append('=').append(row.getString(i));
            }
        }
        return line.toString();
    }
}

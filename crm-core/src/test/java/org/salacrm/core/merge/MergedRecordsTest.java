package org.salacrm.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Merges;
import org.salacrm.api.record.Merges.Seen;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.record.Traces;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.test.Proves;

@RunWith(Parameterized.class)
public class MergedRecordsTest {
    private static final Map<Database.Vendor, ActionWorld> OPEN = new EnumMap<>(Database.Vendor.class);

    @Parameterized.Parameters(name = "{0}")
    public static Database.Vendor[] databases() {
        return Database.Vendor.values();
    }

    @Parameterized.Parameter
    public Database.Vendor vendor;

    private ActionWorld world;
    private Sql sql;
    private Merges merges;
    private LateMoves late;
    private long stays;
    private long goes;

    @Before
    public void open() {
        world = OPEN.computeIfAbsent(vendor, v -> new ActionWorld(v, "")).asUser();
        sql = new Sql(world.store.tx());
        Traces traces = new Traces(
                world.store.tx(), world.types, world.callers, world.ids::incrementAndGet, world.clock, () -> {});
        Moves moves = new Moves(world.types, traces, world.store.tx());
        moves.attached = List.of(() -> "core_note", world.trace);
        MergeRows rows = new MergeRows(world.store.tx());
        late = new LateMoves(world.types, moves, rows, world.callers, world.clock, world.store.tx());
        late.stop();
        merges = new MergedRecords(
                world.records,
                world.records,
                world.queries,
                world.types,
                world.callers,
                world.given,
                new Completest(world.queries, world.types, world.given, world.callers),
                moves,
                rows,
                world.ids::incrementAndGet,
                world.clock,
                world.store.tx());
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

    @AfterClass
    public static void close() {
        OPEN.values().forEach(ActionWorld::close);
        OPEN.clear();
    }

    private long account(Map<String, Object> values) {
        return world.records.create("account", values).id();
    }

    private long contact(long account) {
        return world.records
                .create("contact", Map.of("name", "สมหญิง", "account", account))
                .id();
    }

    private Merges.Merged merge(Map<String, ?> values) {
        return merges.merge(
                "account", new Seen(stays, Records.ANY_VERSION), List.of(new Seen(goes, Records.ANY_VERSION)), values);
    }

    private Object field(String entity, long id, String name) {
        return world.queries
                .one(entity, id, List.of(name))
                .orElseThrow()
                .values()
                .get(0);
    }

    private void note(long account) {
        sql.update(
                "insert into core_note (id, entity, record_id, note_text, created_at) values (?, 'account', ?, 'x', ?)",
                world.ids.incrementAndGet(),
                account,
                world.clock.instant());
    }

    private long notes(long account) {
        return sql.first("select count(*) from core_note where record_id = ?", row -> row.getLong(1), account)
                .orElseThrow();
    }

    /** The rows of all tables concerned, without what counts and dates writes. */
    private List<String> state() {
        List<String> state = new ArrayList<>();
        for (String table : List.of("account", "account_address", "contact", "activity", "note", "merge_moved")) {
            state.addAll(sql.list("select * from core_" + table, row -> table + line(row)));
        }
        return state.stream().sorted().toList();
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT);
            if (!column.equals("version") && !column.startsWith("modified")) {
                line.append(' ').append(column).append('=').append(row.getString(i));
            }
        }
        return line.toString();
    }

    @Test
    @Proves("CDB-12")
    public void everythingThatRefersToTheOneThatGoesIsWithTheOneThatStays() {
        long contact = contact(goes);
        note(goes);

        Merges.Merged merged = merge(Map.of());

        assertThat(world.queries.one("account", goes, List.of("name"))).isEmpty();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(stays);
        assertThat(notes(stays)).isEqualTo(1);
        assertThat(merged.moved()).isEqualTo(2);
        assertThat(merges.into("account", goes)).hasValue(stays);
    }

    @Test
    @Proves("CDB-12")
    public void theMostCompleteOfThemIsProposedAndKept() {
        contact(goes);
        Merges.Proposal proposal = merges.propose("account", List.of(stays, goes));

        assertThat(proposal.values()).containsKeys("code", "email", "addresses").doesNotContainKeys("name", "phone");
        assertThat(proposal.moves()).containsEntry("contact", 1L);
        merge(proposal.values());
        assertThat(field("account", stays, "email")).isEqualTo("sale@siam.co.th");
        assertThat(field("account", stays, "phone")).isEqualTo("021234567");
        assertThat((List<?>) field("account", stays, "addresses")).hasSize(1);
    }

    @Test
    @Proves("CDB-12")
    public void takenBackEverythingIsAsItWas() {
        contact(goes);
        contact(stays);
        note(goes);
        world.records.create("activity", Map.of("subject", "โทร", "account", goes));
        List<String> before = state();
        Merges.Merged merged =
                merge(merges.propose("account", List.of(stays, goes)).values());
        assertThat(state()).isNotEqualTo(before);

        assertThat(merges.recent("account", stays)).singleElement().satisfies(recent -> {
            assertThat(recent.merge()).isEqualTo(merged.merge());
            assertThat(recent.went()).isEqualTo(1);
        });
        assertThat(merges.undo(merged.merge())).isEmpty();

        assertThat(merges.recent("account", stays)).isEmpty();
        assertThat(state()).isEqualTo(before);
        assertThat(merges.into("account", goes)).isEmpty();
        assertThatThrownBy(() -> merges.undo(merged.merge())).isInstanceOf(AbsentRecordException.class);
    }

    @Test
    public void whatSomebodyChangedSinceStaysAndIsNamed() {
        long contact = contact(goes);
        long third = account(Map.of("name", "อื่น"));
        Merges.Merged merged = merge(Map.of("email", "sale@siam.co.th", "phone", "029999999"));
        world.records.update("account", stays, Records.ANY_VERSION, Map.of("email", "new@siam.co.th"));
        world.records.update("contact", contact, Records.ANY_VERSION, Map.of("account", third));

        assertThat(merges.undo(merged.merge()))
                .containsExactlyInAnyOrder(
                        new Merges.Changed("account", stays, "email"), new Merges.Changed("contact", contact, ""));

        assertThat(field("account", stays, "email")).isEqualTo("new@siam.co.th");
        assertThat(field("account", stays, "phone")).isEqualTo("021234567");
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(third);
        assertThat(field("account", goes, "name")).isEqualTo("บจก. สยามการค้า");
    }

    @Test
    public void aRecordThatSomebodySavedMeanwhileIsNotMerged() {
        world.records.update("account", goes, Records.ANY_VERSION, Map.of("phone", "020000000"));
        assertThatThrownBy(() -> merges.merge("account", new Seen(stays, 1), List.of(new Seen(goes, 1)), Map.of()))
                .isInstanceOf(StaleRecordException.class);
        assertThat(field("account", goes, "phone")).isEqualTo("020000000");
    }

    @Test
    public void anOldLinkLeadsThroughAllMergesSince() {
        long first = account(Map.of("name", "แรก"));
        merges.merge("account", new Seen(goes, 1), List.of(new Seen(first, 1)), Map.of());
        merge(Map.of());
        assertThat(merges.into("account", first)).hasValue(stays);
    }

    @Test
    public void theOneThatStaysDoesNotBelongToTheOneThatGoes() {
        world.records.update("account", stays, Records.ANY_VERSION, Map.of("parent", goes));
        Merges.Merged merged = merge(Map.of());
        assertThat(field("account", stays, "parent")).isNull();
        merges.undo(merged.merge());
        assertThat(((Ref) field("account", stays, "parent")).id()).isEqualTo(goes);
    }

    @Test
    public void recordsOfAModuleThatWasAwayFollowWhenItIsBack() {
        Merges.Merged merged = merge(Map.of());
        long contact = contact(stays);
        sql.update("update core_contact set account_id = ? where id = ?", goes, contact); // as if it had been away
        late.look();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(stays);

        merges.undo(merged.merge());
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
    }

    @Test
    public void recordsThatCameLateFollowThroughAllMergesSince() {
        long first = account(Map.of("name", "แรก"));
        merges.merge("account", new Seen(goes, 1), List.of(new Seen(first, 1)), Map.of());
        Merges.Merged second = merge(Map.of());
        long contact = contact(stays);
        sql.update("update core_contact set account_id = ? where id = ?", first, contact); // as if it had been away
        late.look();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(stays);
        merges.undo(second.merge());
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
    }

    private void takeOutOfTheBin(long id) {
        world.records.restore(sql.first("select id from core_bin where record_id = ?", row -> row.getLong(1), id)
                .orElseThrow());
    }

    @Test
    public void whatWasTakenOutOfTheBinKeepsWhatItIsGivenAndIsMergedAgain() {
        merge(Map.of());
        takeOutOfTheBin(goes);
        long contact = contact(goes);
        late.look();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
        assertThat(merges.into("account", goes)).isEmpty();
        assertThat(merge(Map.of()).moved()).isEqualTo(1);
        assertThat(merges.into("account", goes)).hasValue(stays);
    }

    @Test
    public void whatWasTakenOutOfTheBinDoesNotKeepTheMergeFromBeingTakenBack() {
        long contact = contact(goes);
        Merges.Merged merged = merge(Map.of("phone", "029999999"));
        takeOutOfTheBin(goes);
        assertThat(merges.undo(merged.merge())).isEmpty();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
        assertThat(field("account", stays, "phone")).isEqualTo("021234567");
    }

    /** As those are that were taken out of the bin before that was remembered. */
    @Test
    public void whatLivesIsNotTakenForGone() {
        Merges.Merged merged = merge(Map.of());
        takeOutOfTheBin(goes);
        sql.update(
                "insert into core_merge_gone (entity, record_id, merge_id) values ('account', ?, ?)",
                goes,
                merged.merge());
        long contact = contact(goes);
        late.look();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
        merges.undo(merged.merge());
        assertThat(field("account", goes, "name")).isEqualTo("บจก. สยามการค้า");
    }

    @Test
    public void eachRecordHasItsOwnWayThroughItsStates() {
        long one = world.records.create("lead", Map.of("name", "วิชัย")).id();
        long other = world.records.create("lead", Map.of("name", "นายวิชัย")).id();
        String ways = "select count(*) from core_stage_change where entity = 'lead' and record_id = ";
        merges.merge("lead", new Seen(one, 1), List.of(new Seen(other, 1)), Map.of());
        assertThat(sql.first(ways + one, row -> row.getInt(1))).contains(1);
        takeOutOfTheBin(other);
        assertThat(sql.first(ways + other, row -> row.getInt(1))).contains(1);
    }

    @Test
    public void afterThirtyDaysItIsForGoodAndOldLinksStillLead() {
        Merges.Merged merged = merge(Map.of("phone", "029999999"));
        world.clock.forward(Duration.ofDays(Merges.DAYS + 1).toSeconds());
        late.look();
        assertThatThrownBy(() -> merges.undo(merged.merge())).isInstanceOf(AbsentRecordException.class);
        assertThat(merges.into("account", goes)).hasValue(stays);
    }
}

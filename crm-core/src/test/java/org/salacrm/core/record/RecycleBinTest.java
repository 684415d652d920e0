package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.record.RecycleBin;
import org.salacrm.api.record.Slice;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Access;

public class RecycleBinTest extends WriteTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");

    @Test
    public void aDeletedRecordComesBackWholeWithTheSameIds() {
        Saved saved = world.records.create(
                "account",
                Map.of(
                        "name", "ศาลา",
                        "annualRevenue", "1234.50",
                        "foundedOn", "2001-02-03",
                        "addresses", List.of(Map.of("province", "a"), Map.of("province", "b"))));
        world.update(
                "insert into core_share (entity, record_id, principal_id, can_read, can_write, can_delete, can_append)"
                        + " values ('account', ?, 77, true, false, false, true)",
                saved.id());
        List<Map<String, Object>> account = world.rows("select * from core_account where id = ?", saved.id());
        List<Map<String, Object>> addresses = addresses(saved.id());
        List<Map<String, Object>> shares = world.rows("select * from core_share where record_id = ?", saved.id());

        world.records.delete("account", saved.id(), 1);
        assertThat(world.rows("select id from core_account where id = ?", saved.id()))
                .isEmpty();
        assertThat(addresses(saved.id())).isEmpty();
        assertThat(world.rows("select * from core_share where record_id = ?", saved.id()))
                .isEmpty();

        Saved back = world.records.restore(entry(saved.id()));
        assertThat(back).isEqualTo(new Saved("account", saved.id(), 3));
        account.get(0).put("version", 3);
        assertThat(world.rows("select * from core_account where id = ?", saved.id()))
                .isEqualTo(account);
        assertThat(addresses(saved.id())).isEqualTo(addresses);
        assertThat(world.rows("select * from core_share where record_id = ?", saved.id()))
                .isEqualTo(shares);
        assertThat(world.rows("select verb, version from core_history where record_id = ? order by id", saved.id()))
                .extracting(row -> row.get("verb") + " " + row.get("version"))
                .containsExactly("create 1", "delete 2", "restore 3");
        assertThat(world.records
                        .update("account", saved.id(), 3, Map.of("name", "ศาลาไทย"))
                        .version())
                .isEqualTo(4);
    }

    @Test
    public void aUniqueValueThatIsTakenMeanwhileIsAReasonNotToComeBack() {
        Saved saved = world.records.create("account", Map.of("name", "A", "code", "BIN-" + vendor));
        world.records.delete("account", saved.id(), 1);
        Saved other = world.records.create("account", Map.of("name", "B", "code", "BIN-" + vendor));
        assertThat(Stores.refusals(() -> world.records.restore(entry(saved.id()))))
                .containsExactly("code invalid.unique");
        world.records.update("account", other.id(), 1, Map.of("code", ""));
        assertThat(world.records.restore(entry(saved.id())).id()).isEqualTo(saved.id());
    }

    @Test
    public void onlyWhoDeletedItOrAnAdministratorBringsItBack() {
        Saved saved = world.account("A");
        world.as(World.user(5), () -> {
            world.records.delete("account", saved.id(), 1);
            return "";
        });
        long entry = entry(saved.id());
        assertThatThrownBy(() -> world.as(World.user(6), () -> world.records.restore(entry)))
                .isInstanceOf(AbsentRecordException.class);
        world.as(World.user(5), () -> world.records.restore(entry));
        assertThatThrownBy(() -> world.records.restore(entry)).isInstanceOf(AbsentRecordException.class);
    }

    @Test
    public void anOutdatedVersionIsNotDeleted() {
        Saved saved = world.account("A");
        assertThatThrownBy(() -> world.records.delete("account", saved.id(), 9))
                .isInstanceOf(StaleRecordException.class);
    }

    @Test
    public void itIsFoundByNameKindPersonAndDay() {
        String name = "Siam 100%_" + vendor + world.account("x").id();
        deleted(5, "account", name + " A");
        deleted(5, "competitor", name + " b");
        deleted(6, "account", name + " C");

        assertThat(found(wish(name.toLowerCase(Locale.ROOT), "", 0))).containsExactly("C", "b", "A");
        assertThat(found(wish(name + " B", "", 0))).containsExactly("b");
        assertThat(found(wish(name.replace('_', 'x'), "", 0))).isEmpty();
        assertThat(found(wish(name, "account", 0))).containsExactly("C", "A");
        assertThat(found(wish(name, "", 5))).containsExactly("b", "A");
        LocalDate today = LocalDate.ofInstant(world.clock.instant(), ZONE);
        assertThat(found(days(name, today, today))).hasSize(3);
        assertThat(found(days(name, today.plusDays(1), today.plusDays(2)))).isEmpty();
        assertThat(found(days(name, today.minusDays(2), today.minusDays(1)))).isEmpty();
    }

    @Test
    public void nobodyFindsWhatOthersDeletedOrByATitleThatIsHiddenFromHim() {
        String name = "Hidden " + vendor + world.account("x").id();
        deleted(5, "account", name + " A");
        RecycleBin.Wish wish = wish(name, "", 5);

        assertThat(world.as(World.user(5), () -> found(wish))).containsExactly("A");
        assertThat(world.as(World.user(6), () -> found(wish))).isEmpty();
        world.rights.fields.put("account.name", Access.NONE);
        assertThat(world.as(World.user(5), () -> found(wish))).isEmpty();
        assertThat(world.as(World.user(5), () -> found(wish("", "", 5)))).contains("");
        world.rights.fields.remove("account.name");
    }

    @Test
    public void whatIsFoundComesInPieces() {
        String name = "Many " + vendor + world.account("x").id();
        for (int i = 0; i < 60; i++) {
            deleted(5, "account", name + " " + i);
        }

        Slice<RecycleBin.Entry> first = bin().entries(wish(name, "account", 5));
        Slice<RecycleBin.Entry> second = bin().entries(wish(name, "account", 5).after(first.next()));

        assertThat(first.items()).hasSize(50);
        assertThat(second.items()).hasSize(10);
        assertThat(second.next()).isEmpty();
    }

    private static RecycleBin.Wish wish(String text, String entity, long by) {
        return new RecycleBin.Wish(text, entity, by, Optional.empty(), Optional.empty(), "");
    }

    private static RecycleBin.Wish days(String text, LocalDate from, LocalDate until) {
        return new RecycleBin.Wish(text, "", 0, Optional.of(from), Optional.of(until), "");
    }

    private BinReader bin() {
        return new BinReader(world.tx, world.types, world, world.rights, () -> ZONE);
    }

    /** The last word of each. */
    private List<String> found(RecycleBin.Wish wish) {
        return bin().entries(wish).items().stream()
                .map(entry -> entry.label().substring(entry.label().lastIndexOf(' ') + 1))
                .toList();
    }

    private void deleted(long user, String entity, String name) {
        world.as(World.user(user), () -> {
            long id = world.records.create(entity, Map.of("name", name)).id();
            world.records.delete(entity, id, 1);
            return id;
        });
    }

    private List<Map<String, Object>> addresses(long account) {
        return world.rows("select * from core_account_address where account_id = ? order by position", account);
    }

    private long entry(long record) {
        return (Long) world.rows("select id from core_bin where record_id = ?", record)
                .get(0)
                .get("id");
    }
}

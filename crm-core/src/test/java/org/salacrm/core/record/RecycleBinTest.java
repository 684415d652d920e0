package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.record.StaleRecordException;

public class RecycleBinTest extends WriteTest {
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

    private List<Map<String, Object>> addresses(long account) {
        return world.rows("select * from core_account_address where account_id = ? order by position", account);
    }

    private long entry(long record) {
        return (Long) world.rows("select id from core_bin where record_id = ?", record)
                .get(0)
                .get("id");
    }
}

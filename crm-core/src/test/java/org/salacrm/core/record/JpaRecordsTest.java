package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.record.StaleRecordException;

public class JpaRecordsTest extends WriteTest {
    @Test
    public void aNewRecordHasItsDefaultsItsOwnerAndItsHistory() {
        Saved saved = world.records.create(
                "account",
                Map.of(
                        "name", " บริษัท ศาลา จำกัด ",
                        "email", "Info@Sala.Example",
                        "addresses", List.of(Map.of("province", "กรุงเทพมหานคร"), Map.of("province", "เชียงใหม่"))));
        Map<String, Object> row = row(saved.id());
        assertThat(row)
                .containsEntry("name", "บริษัท ศาลา จำกัด")
                .containsEntry("email", "info@sala.example")
                .containsEntry("status", "active")
                .containsEntry("relations", ",customer,")
                .containsEntry("owner_id", 1L)
                .containsEntry("created_by", 1L)
                .containsEntry("version", 1);
        assertThat(saved.version()).isEqualTo(1);
        assertThat((String) row.get("name_key")).isNotEmpty();
        assertThat(provinces(saved.id())).containsExactly("กรุงเทพมหานคร", "เชียงใหม่");
        Map<String, Object> history = history(saved.id()).get(0);
        assertThat(history).containsEntry("verb", "create").containsEntry("source", "127.0.0.1");
        assertThat((String) history.get("changes"))
                .contains("\"field\":\"name\"", "\"field\":\"addresses.province\"")
                .doesNotContain("nameKey");
    }

    @Test
    public void aChangeRaisesTheVersionAndTellsOldAndNew() {
        Saved first = world.records.create("account", Map.of("name", "A", "employees", 5));
        Saved second =
                world.records.update("account", first.id(), 1, Map.of("name", "B", "employees", "12", "phone", ""));
        assertThat(second.version()).isEqualTo(2);
        assertThat((String) history(first.id()).get(1).get("changes"))
                .contains("{\"field\":\"name\",\"old\":\"A\",\"new\":\"B\"}")
                .contains("{\"field\":\"employees\",\"old\":5,\"new\":12}")
                .doesNotContain("phone");
    }

    @Test
    public void savingWhatIsThereAlreadyChangesNothing() {
        Saved first = world.records.create("account", Map.of("name", "A", "annualRevenue", "1000.5"));
        Saved again = world.records.update("account", first.id(), 1, Map.of("name", "A", "annualRevenue", 1000.50));
        assertThat(again.version()).isEqualTo(1);
        assertThat(history(first.id())).hasSize(1);
    }

    @Test
    public void anOutdatedVersionIsRefused() {
        Saved saved = world.account("A");
        world.records.update("account", saved.id(), 1, Map.of("name", "B"));
        assertThatThrownBy(() -> world.records.update("account", saved.id(), 1, Map.of("name", "C")))
                .isInstanceOf(StaleRecordException.class);
        assertThat(world.records
                        .update("account", saved.id(), Records.ANY_VERSION, Map.of("name", "C"))
                        .version())
                .isEqualTo(3);
    }

    @Test
    public void partsAreAddedChangedMovedAndRemovedByTheirIds() {
        Saved saved = world.records.create(
                "account", Map.of("name", "A", "addresses", List.of(Map.of("province", "a"), Map.of("province", "b"))));
        List<Map<String, Object>> parts =
                world.rows("select id from core_account_address where account_id = ? order by position", saved.id());
        String a = parts.get(0).get("id").toString();
        String b = parts.get(1).get("id").toString();
        Saved second = world.records.update(
                "account",
                saved.id(),
                1,
                Map.of(
                        "addresses",
                        List.of(Map.of("id", b, "province", "B"), Map.of("province", "c"), Map.of("id", a))));
        assertThat(second.version()).isEqualTo(2);
        assertThat(provinces(saved.id())).containsExactly("B", "c", "a");
        assertThat((String) history(saved.id()).get(1).get("changes"))
                .contains("{\"field\":\"addresses.province\",\"part\":\"" + b + "\",\"old\":\"b\",\"new\":\"B\"}")
                .contains("{\"field\":\"addresses\",\"old\":\"" + a + " " + b);
        world.records.update("account", saved.id(), 2, Map.of("addresses", List.of(Map.of("id", a))));
        assertThat(provinces(saved.id())).containsExactly("a");
        assertThat(row(saved.id())).containsEntry("version", 3);
    }

    @Test
    public void aPartOfAnotherRecordIsRefused() {
        Saved other =
                world.records.create("account", Map.of("name", "A", "addresses", List.of(Map.of("province", "a"))));
        Object id = world.rows("select id from core_account_address where account_id = ?", other.id())
                .get(0)
                .get("id");
        Saved mine = world.account("B");
        assertThat(refusals(() -> world.records.update(
                        "account", mine.id(), 1, Map.of("addresses", List.of(Map.of("id", id.toString()))))))
                .containsExactly("addresses[0] invalid.part");
    }

    @Test
    public void hooksSetFieldsRefuseAndWriteOtherRecordsInTheSameTransaction() {
        List<String> told = new ArrayList<>();
        world.setHooks(new RecordHook() {
            @Override
            public String entity() {
                return "account";
            }

            @Override
            public void before(Change change) {
                told.add("before " + change.kind() + change.changed().contains("name"));
                change.set("nameEn", change.value("name").map(n -> n + "!").orElse(""));
            }

            @Override
            public void after(Change change) {
                if (!change.value("name").orElse("").equals("child")) {
                    world.records.create("account", Map.of("name", "child", "parent", change.id()));
                }
                if (change.value("name").orElse("").equals("bad")) {
                    throw new InvalidRecordException("name", "invalid.bad");
                }
            }
        });
        Saved saved = world.account("A");
        assertThat(row(saved.id())).containsEntry("name_en", "A!");
        assertThat(world.rows("select name from core_account where parent_id = ?", saved.id()))
                .hasSize(1);
        assertThat(told).contains("before CREATEtrue");
        assertThat(refusals(() -> world.account("bad"))).containsExactly("name invalid.bad");
        assertThat(world.rows("select id from core_account where name = 'bad'")).isEmpty();
    }

    @Test
    public void severalWritesAreOneTransactionAndOneRowOfTheOutbox() {
        int before = world.rows("select id from core_outbox").size();
        world.records.transaction(() -> {
            world.account("A");
            return world.account("B");
        });
        assertThat(world.rows("select id from core_outbox")).hasSize(before + 1);
        assertThatThrownBy(() -> world.records.transaction(() -> {
                    world.account("lost");
                    return world.records.create("account", Map.of());
                }))
                .isInstanceOf(InvalidRecordException.class);
        assertThat(world.rows("select id from core_account where name = 'lost'"))
                .isEmpty();
        assertThat(world.rows("select id from core_outbox")).hasSize(before + 1);
    }

    @Test
    public void whatAnActionDoesIsToldUnderItsName() {
        Saved saved = world.account("A");
        world.records.because(
                "close-won", () -> world.records.update("account", saved.id(), 1, Map.of(), Map.of("name", "won")));
        assertThat(history(saved.id()).get(1)).containsEntry("verb", "close-won");
    }

    @Test
    public void aRecordThatIsNotThereIsAbsent() {
        assertThatThrownBy(() -> world.records.update("account", 7, 1, Map.of("name", "A")))
                .isInstanceOf(AbsentRecordException.class);
    }

    private List<String> refusals(Runnable work) {
        return Stores.refusals(work);
    }

    private Map<String, Object> row(long id) {
        return world.rows("select * from core_account where id = ?", id).get(0);
    }

    private List<Map<String, Object>> history(long id) {
        return world.rows("select * from core_history where record_id = ? order by id", id);
    }

    private List<Object> provinces(long id) {
        return world
                .rows("select province from core_account_address where account_id = ? order by position", id)
                .stream()
                .map(row -> row.get("province"))
                .toList();
    }
}

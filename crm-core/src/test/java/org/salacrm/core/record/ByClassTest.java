package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.core.security.Role;
import org.salacrm.core.security.User;
import org.salacrm.core.security.UserRole;

public class ByClassTest extends WriteTest {
    private static int number;

    @Test
    public void aRecordMadeByClassPassesTheSameChecks() {
        User user = user("  อนงค์ ");
        assertThat(world.rows("select name, version, owner_id from core_user where id = ?", user.getId()))
                .containsExactly(Map.of("name", "อนงค์", "version", 1, "owner_id", 1L));
        assertThat(user.getVersion()).isEqualTo(1);
        assertThat(Stores.refusals(() -> world.records.create(new User())))
                .contains("name invalid.required", "login invalid.required");
    }

    @Test
    public void aChangeByClassIsToldWithOldAndNew() {
        User user = user("A");
        int version = world.records.transaction(() -> {
            User found = world.records.find(User.class, user.getId()).orElseThrow();
            found.setName("B");
            return world.records.update(found).getVersion();
        });
        assertThat(version).isEqualTo(2);
        assertThat(history(user.getId()).get(1)).contains("{\"field\":\"name\",\"old\":\"A\",\"new\":\"B\"}");
    }

    @Test
    public void partsByClassAreSavedAndToldAndRaiseTheVersion() {
        Role role = new Role();
        role.setName("seller" + ++number);
        world.records.create(role);
        User user = user("A");
        world.records.transaction(() -> {
            User found = world.records.find(User.class, user.getId()).orElseThrow();
            UserRole part = new UserRole();
            part.setRole(role.getId());
            found.getRoles().add(part);
            return world.records.update(found);
        });
        assertThat(world.rows("select role_id from core_user_role where user_id = ?", user.getId()))
                .containsExactly(Map.of("role_id", role.getId()));
        assertThat(world.rows("select version from core_user where id = ?", user.getId()))
                .containsExactly(Map.of("version", 2));
        assertThat(history(user.getId()).get(1)).contains("\"field\":\"roles.role\"", "\"new\":\"" + role.getId());
        world.records.transaction(() -> {
            User found = world.records.find(User.class, user.getId()).orElseThrow();
            found.getRoles().clear();
            return world.records.update(found);
        });
        assertThat(world.rows("select role_id from core_user_role where user_id = ?", user.getId()))
                .isEmpty();
        assertThat(history(user.getId()).get(2)).contains("\"field\":\"roles.role\"", "\"old\":\"" + role.getId());
    }

    @Test
    public void twoChangesInOneTransactionAreTwoVersions() {
        User user = user("A");
        world.records.transaction(() -> {
            User found = world.records.find(User.class, user.getId()).orElseThrow();
            found.setName("B");
            world.records.update(found);
            found.setName("C");
            return world.records.update(found);
        });
        assertThat(world.rows("select name, version from core_user where id = ?", user.getId()))
                .containsExactly(Map.of("name", "C", "version", 3));
        assertThat(history(user.getId())).hasSize(3);
    }

    @Test
    public void aRecordFromElsewhereIsNotUpdated() {
        User user = user("A");
        assertThatThrownBy(() -> world.records.update(user)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void whatWasRefusedAfterItWasWrittenIsNotKeptThoughSomebodyCatchesIt() {
        world.setHooks(new RecordHook() {
            @Override
            public String entity() {
                return "*";
            }

            @Override
            public void after(Change change) {
                if (change.value("name").orElse("").equals("late")) {
                    throw new InvalidRecordException("name", "invalid.late");
                }
            }
        });
        assertThatThrownBy(() -> world.records.transaction(() -> {
                    Saved good = world.account("good" + vendor);
                    assertThat(Stores.refusals(() -> world.account("late"))).containsExactly("name invalid.late");
                    return good;
                }))
                .hasMessageContaining("half-way");
        assertThat(world.rows("select id from core_account where name in ('late', ?)", "good" + vendor))
                .isEmpty();
    }

    @Test
    public void whatWasRefusedBeforeItWasWrittenDoesNotTakeTheOthersAlong() {
        Saved good = world.records.transaction(() -> {
            assertThat(Stores.refusals(() -> world.records.create("account", Map.of("employees", "x"))))
                    .hasSize(2);
            return world.account("good");
        });
        assertThat(world.rows("select id from core_account where id = ?", good.id()))
                .hasSize(1);
    }

    private User user(String name) {
        User user = new User();
        user.setName(name);
        user.setLogin("login" + ++number + vendor);
        return world.records.create(user);
    }

    private List<String> history(long id) {
        return world.rows("select changes from core_history where record_id = ? order by id", id).stream()
                .map(row -> (String) row.get("changes"))
                .toList();
    }
}

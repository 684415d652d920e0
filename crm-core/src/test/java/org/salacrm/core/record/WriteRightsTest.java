package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.Test;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Scope;

public class WriteRightsTest extends WriteTest {
    private static final Caller ANONG = World.user(50, 5L);
    private static final Scope OWN = new Scope(false, Set.of(50L), Set.of(), Set.of(50L, 5L));
    private static final Scope TEAM = new Scope(false, Set.of(50L), Set.of(5L), Set.of(50L, 5L));

    @Test
    public void creatingTakesTheRightToCreate() {
        world.rights.scopes.put("account.create", Scope.NONE);
        assertThatThrownBy(() -> anong(() -> world.account("A"))).isInstanceOf(ForbiddenException.class);
        world.rights.scopes.put("account.create", OWN);
        Saved saved = anong(() -> world.account("A"));
        assertThat(world.rows("select owner_id from core_account where id = ?", saved.id()))
                .containsExactly(Map.of("owner_id", 50L));
    }

    @Test
    public void givingAwayTakesTheRightToAssign() {
        world.rights.scopes.put("account.assign", OWN);
        world.rights.scopes.put("user.read", Scope.ALL);
        world.update("delete from core_user where id = 60");
        world.update("insert into core_user (id, version, created_at, modified_at, name, login, language, active)"
                + " values (60, 1, current_timestamp, current_timestamp, 'N', 'n60', 'th', true)");
        assertThatThrownBy(() -> anong(() -> world.records.create("account", Map.of("name", "A", "owner", 60))))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("assign");
        Saved mine = anong(() -> world.account("A"));
        anong(() -> world.records.update("account", mine.id(), 1, Map.of("owner", "60")));
        assertThatThrownBy(() -> anong(() -> world.records.update("account", mine.id(), 2, Map.of("owner", "50"))))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("assign");
    }

    @Test
    public void whatMayNotBeReadDoesNotExistAndWhatMayBeReadOnlyIsForbidden() {
        Saved foreign = world.account("A");
        world.rights.scopes.put("account.read", OWN);
        assertThatThrownBy(() -> anong(() -> rename(foreign))).isInstanceOf(AbsentRecordException.class);
        world.rights.scopes.put("account.read", Scope.ALL);
        world.rights.scopes.put("account.update", TEAM);
        world.rights.scopes.put("account.delete", TEAM);
        assertThatThrownBy(() -> anong(() -> rename(foreign))).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> anong(() -> {
                    world.records.delete("account", foreign.id(), 1);
                    return "";
                }))
                .isInstanceOf(ForbiddenException.class);
        world.rights.shared.add("account" + foreign.id() + "update");
        assertThat(anong(() -> rename(foreign)).version()).isEqualTo(2);
    }

    @Test
    public void fieldsAreWrittenByThoseWhoMay() {
        Saved mine = anong(() -> world.account("A"));
        world.rights.fields.put("account.creditLimit", Access.READ);
        world.rights.fields.put("account.remark", Access.NONE);
        world.rights.fields.put("accountAddress.street", Access.READ);
        assertThat(Stores.refusals(() -> anong(() -> world.records.update(
                        "account",
                        mine.id(),
                        1,
                        Map.of("creditLimit", 5, "remark", "x", "addresses", List.of(Map.of("street", "x")))))))
                .containsExactlyInAnyOrder(
                        "creditLimit invalid.readOnly",
                        "remark invalid.unknown",
                        "addresses[0].street invalid.readOnly");
        anong(() -> world.records.update("account", mine.id(), 1, Map.of("addresses", List.of(Map.of()))));
    }

    @Test
    public void aReferenceToWhatOneMayNotReadIsRefusedAsIfItWereNotThere() {
        Saved hidden = world.account("hidden");
        world.rights.scopes.put("account.read", OWN);
        assertThat(Stores.refusals(
                        () -> anong(() -> world.records.create("account", Map.of("name", "B", "parent", hidden.id())))))
                .containsExactly("parent invalid.reference");
        world.rights.shared.add("account" + hidden.id() + "read");
        anong(() -> world.records.create("account", Map.of("name", "B", "parent", hidden.id())));
    }

    private Saved rename(Saved record) {
        return world.records.update("account", record.id(), record.version(), Map.of("name", "B"));
    }

    private <T> T anong(Supplier<T> work) {
        return world.as(ANONG, work);
    }
}

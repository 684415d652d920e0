package org.salacrm.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.alert.Alerts.Alert;
import org.salacrm.api.query.Query;
import org.salacrm.api.security.Caller;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.FakeCallers;

/** Administrators hear of it when much leaves the product at once. */
public class LargeExportsTest extends ActionCase {
    private long administrator;

    @Before
    public void open() {
        long role = world.records
                .create("role", Map.of("name", "Boss " + world.ids.incrementAndGet(), "administrator", true))
                .id();
        List<Map<String, Long>> roles = List.of(Map.of("role", role));
        String login = "boss" + role;
        administrator = world.records
                .create("user", Map.of("name", "Boss", "login", login, "language", "en", "roles", roles))
                .id();
        world.store.tx().required(() -> {
            world.directories.changed();
            return new Sql(world.store.tx())
                    .update(
                            "insert into core_user (id, version, created_at, modified_at, name, login, language,"
                                    + " active) values (?, 1, ?, ?, 'Clerk', 'clerk', 'en', true)",
                            world.callers.current().user(),
                            world.clock.instant(),
                            world.clock.instant());
        });
        world.rights.add("core.configure");
    }

    private List<String> told(long rows) {
        world.exportLog().write(Query.of("lead"), "txt", rows);
        Caller clerk = world.callers.current();
        world.callers.be(FakeCallers.user(administrator));
        try {
            return world.alerts().list("all", "").items().stream()
                    .map(Alert::text)
                    .toList();
        } finally {
            world.callers.be(clerk);
        }
    }

    @Test
    public void fromSoManyRowsOnAsTheCompanySays() {
        assertThat(told(9_999)).as("until it says so").isEmpty();
        world.settings.company("export.alertRows", "1500");
        assertThat(told(1_499)).isEmpty();
        assertThat(told(1_500)).containsExactly("Clerk exported · 1,500 Leads (txt)");
        world.settings.company("export.alertRows", "0");
        assertThat(told(1_000_000)).hasSize(1);
    }
}

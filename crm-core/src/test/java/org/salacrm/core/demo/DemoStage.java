package org.salacrm.core.demo;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.module.CrmModule;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.security.Callers;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.model.AccountOf;
import org.salacrm.core.model.ActivityHook;
import org.salacrm.core.model.AnniversaryHook;
import org.salacrm.core.model.ContactHook;
import org.salacrm.core.model.LeadHook;
import org.salacrm.core.query.SqlQueries;
import org.salacrm.core.query.TextIds;
import org.salacrm.core.record.Gates;
import org.salacrm.core.record.Ground;
import org.salacrm.core.record.JpaRecords;
import org.salacrm.core.record.Tsids;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.SystemClock;
import org.salacrm.core.store.TestStore;
import org.salacrm.core.testing.FakeRights;
import org.salacrm.core.testing.ModuleFiles;
import org.salacrm.test.FakePickLists;
import org.salacrm.test.MemorySettings;

/** The write path and the query engine over a fresh database, for playing the made-up company without a container. */
final class DemoStage {
    final Stage stage;
    final Queries queries;
    final MetadataRegistry types;

    DemoStage(TestStore store, List<CrmModule> modules) {
        types = new MetadataRegistry(modules);
        FakePickLists pickLists = new FakePickLists();
        modules.forEach(
                module -> new ModuleFiles(module).definitions(PickList.class).forEach(pickLists::save));
        SystemClock clock = new SystemClock();
        Ids ids = new Tsids(clock, () -> 1);
        Callers callers = new org.salacrm.core.testing.FakeCallers();
        FakeRights rights = new FakeRights(Set.of());
        Sql sql = new Sql(store.tx());
        JpaRecords records = new JpaRecords(
                new Ground(store.tx(), types, callers, rights, ids, clock),
                pickLists,
                user -> sql.first("select team_id from core_user where id = ?", row -> row.getLong(1), user)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                () -> {},
                new Gates());
        Settings settings = new MemorySettings();
        CompanyZone zone = new CompanyZone(settings);
        List<RecordHook> hooks = new ArrayList<>();
        hooks.add(new ActivityHook(new AccountOf(types, store.tx()), pickLists, clock, zone));
        hooks.add(new AnniversaryHook(new AccountOf(types, store.tx()), store.tx(), clock, zone));
        hooks.add(new LeadHook(pickLists, clock, store.tx()));
        hooks.add(new ContactHook());
        records.with(hooks, List.of());
        queries = new SqlQueries(
                types,
                rights,
                pickLists,
                callers,
                store.database(),
                store.tx(),
                clock,
                zone,
                new TextIds(),
                new Limits());
        stage = new Stage(records, records, queries, callers, clock, settings, zone);
        stage.asSystem(() -> {
            for (String role : List.of("Administrator", "Sales manager", "Salesperson", "Service")) {
                stage.pen.create("role", Map.of("name", role, "nameEn", role));
            }
            return true;
        });
    }

    /** The settings of the query engine as they are shipped. */
    private static final class Limits implements SqlQueries.Settings {
        @Override
        public int listSeconds() {
            return 10;
        }

        @Override
        public int reportSeconds() {
            return 60;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SqlQueries.Settings.class;
        }
    }
}

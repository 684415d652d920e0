package org.salacrm.core.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.ActionResult;
import org.salacrm.api.calendar.Calendars;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.event.Live;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.FormerNames;
import org.salacrm.api.record.Records;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.alert.AlertDesk;
import org.salacrm.core.alert.AlertRows;
import org.salacrm.core.alert.Deeds;
import org.salacrm.core.alert.FollowTold;
import org.salacrm.core.alert.Followers;
import org.salacrm.core.alert.StoredAlerts;
import org.salacrm.core.alert.StoredChoices;
import org.salacrm.core.alert.Subjects;
import org.salacrm.core.calendar.QueriedCalendars;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.definition.JdbcPickLists;
import org.salacrm.core.definition.JdbcSettings;
import org.salacrm.core.definition.LayeredRegistry;
import org.salacrm.core.definition.ModuleTexts;
import org.salacrm.core.definition.PropertyMessages;
import org.salacrm.core.definition.Setup;
import org.salacrm.core.definition.StoredDefinitions;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.export.ExportLog;
import org.salacrm.core.export.LargeExports;
import org.salacrm.core.mail.MailTemplateHook;
import org.salacrm.core.merge.StoredFormerNames;
import org.salacrm.core.model.AccountOf;
import org.salacrm.core.model.ActivityHook;
import org.salacrm.core.model.AnniversaryHook;
import org.salacrm.core.model.AnniversaryRuleHook;
import org.salacrm.core.model.CoreModule;
import org.salacrm.core.model.LeadHook;
import org.salacrm.core.model.RecurrenceHook;
import org.salacrm.core.model.RemovedActivities;
import org.salacrm.core.privacy.ConsentHook;
import org.salacrm.core.privacy.ConsentPurposeHook;
import org.salacrm.core.query.SqlQueries;
import org.salacrm.core.query.TextIds;
import org.salacrm.core.record.Gates;
import org.salacrm.core.record.Ground;
import org.salacrm.core.record.JpaRecords;
import org.salacrm.core.record.Traces;
import org.salacrm.core.security.Directories;
import org.salacrm.core.security.NewOwnerHook;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.TestStore;
import org.salacrm.core.testing.FakeCallers;
import org.salacrm.core.testing.FakeLive;
import org.salacrm.core.testing.FakeRights;
import org.salacrm.core.testing.TestClock;

/** The core's records, questions and verbs over a database, with the core's own definitions and those of a test. */
public final class ActionWorld implements AutoCloseable {
    public final TestStore store;
    public final TestClock clock = new TestClock(Instant.parse("2026-11-22T04:00:00Z"));
    public final FakeCallers callers = new FakeCallers();
    public final Set<String> rights = new HashSet<>();
    public final MetadataRegistry types = new MetadataRegistry(List.of(new CoreModule()));
    public final JpaRecords records;
    public final Queries queries;
    public final Messages messages;
    public final Settings settings;
    public final Calendars calendars;
    public final PickLists picks;
    public final AtomicLong ids = new AtomicLong(1000);
    public final FakeRights given = new FakeRights(rights);
    final Verbs verbs;
    public final DefinedActions actions;
    public final CompanyZone zone;
    public final Directories directories;
    /** What browsers were told of alerts. */
    public final List<Live.Message> rung = new ArrayList<>();

    public final AlertRows alertRows;
    public final AlertDesk alertDesk;
    public final Followers followers;
    public final FollowTold followTold;
    public final Registry registry;
    /** Without an index until a test brings one. */
    public final TextIds textIds;

    public final StageTrace trace;

    public ActionWorld(Database.Vendor vendor, String yaml) {
        store = vendor == Database.Vendor.DERBY ? TestStore.derby() : TestStore.postgres();
        Setup setup =
                new Setup(store.tx(), callers, given, new FakeLive(new ArrayList<>()), ids::incrementAndGet, clock);
        ModuleTexts texts = texts(yaml);
        registry = new LayeredRegistry(texts, new StoredDefinitions(store.tx(), setup, clock));
        picks = new JdbcPickLists(registry, store.tx(), setup, clock);
        settings = new JdbcSettings(store.tx(), setup, clock);
        messages = new PropertyMessages(texts);
        zone = new CompanyZone(settings);
        textIds = new TextIds(store.tx());
        queries = new SqlQueries(
                types, given, picks, callers, store.database(), store.tx(), clock, zone, textIds, new Defaults());
        alertRows = new AlertRows(store.tx(), ids::incrementAndGet);
        alertDesk = new AlertDesk(
                alertRows,
                new StoredChoices(settings, picks, callers, given, zone),
                callers,
                given,
                new FakeLive(rung),
                store.tx(),
                clock);
        followers = new Followers(store.tx(), ids::incrementAndGet);
        followTold =
                new FollowTold(followers, new Deeds(new Subjects(types, queries, callers), alertDesk, clock), callers);
        calendars = new QueriedCalendars(registry, types, queries, zone);
        Lifecycles lifecycles = new Lifecycles(registry, picks, types);
        verbs = new Verbs(registry, types, lifecycles);
        trace = new StageTrace(lifecycles, store.tx(), ids::incrementAndGet, clock);
        directories = new Directories(store.tx(), clock);
        records = new JpaRecords(
                        new Ground(store.tx(), types, callers, given, ids::incrementAndGet, clock),
                        picks,
                        user -> OptionalLong.empty(),
                        () -> clock.forward(0),
                        new Gates())
                .with(
                        List.of(
                                new LifecycleGuard(lifecycles, verbs, trace, given),
                                new NewOwnerHook(directories),
                                new AnniversaryHook(new AccountOf(types, store.tx()), store.tx(), clock, zone),
                                new LeadHook(picks, clock, store.tx()),
                                new ActivityHook(new AccountOf(types, store.tx()), picks, clock, zone),
                                new RemovedActivities(
                                        new Traces(store.tx(), types, callers, ids::incrementAndGet, clock, () -> {})),
                                new MailTemplateHook(types),
                                new AnniversaryRuleHook(store.tx()),
                                new ConsentPurposeHook(),
                                new ConsentHook(store.tx(), clock, zone),
                                new RecurrenceHook(zone)),
                        List.of(trace, followers));
        alertDesk.with(records);
        Sources sources = new Sources(queries, callers, lifecycles);
        Runs runs = new Runs(types, sources, records, callers, given, lifecycles, new Tokens(clock, callers, zone));
        actions = new DefinedActions(verbs, sources, runs, records, callers, given, messages);
    }

    /** As it is at the beginning of a test: an ordinary user who may do everything that needs no extra right. */
    public ActionWorld asUser() {
        rights.clear();
        verbs.with(List.of());
        callers.be(FakeCallers.user(7));
        return this;
    }

    public ActionResult run(String action, String entity, long id, Map<String, Object> values) {
        return actions.run(action, new ActionInput(entity, id, Records.ANY_VERSION, values));
    }

    /** Somebody has left, and everybody knows. */
    public void leaves(long user) {
        Sql sql = new Sql(store.tx());
        sql.update("update core_user set active = false where id = ?", user);
        sql.update("update core_security set version = version + 1 where id = 1");
        clock.forward(2);
        directories.current();
    }

    public List<Object> read(String entity, long id, String... fields) {
        return queries.one(entity, id, List.of(fields)).map(Row::values).orElseThrow();
    }

    private static ModuleTexts texts(String yaml) {
        List<ModuleTexts.ModuleText> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/CRM-INF"))) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> texts.add(new ModuleTexts.ModuleText("core/" + file.getFileName(), read(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        texts.add(new ModuleTexts.ModuleText("test/test.yaml", yaml));
        return new ModuleTexts(texts);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ExportLog exportLog() {
        LargeExports large = new LargeExports(settings, directories, alertDesk, messages, callers);
        return new ExportLog(store.tx(), callers, ids::incrementAndGet, clock, large);
    }

    public StoredAlerts alerts() {
        return new StoredAlerts(alertRows, alertDesk, types, queries, messages, registry, picks, callers, clock);
    }

    public FormerNames formerNames() {
        return new StoredFormerNames(types, queries, given, callers, store.tx());
    }

    @Override
    public void close() {
        store.close();
    }

    /** The engine's settings as they are when nobody sets them. */
    @SuppressWarnings("all")
    private static final class Defaults implements SqlQueries.Settings {
        @Override
        public Class<? extends Annotation> annotationType() {
            return SqlQueries.Settings.class;
        }

        @Override
        public int listSeconds() {
            return 10;
        }

        @Override
        public int reportSeconds() {
            return 60;
        }
    }
}

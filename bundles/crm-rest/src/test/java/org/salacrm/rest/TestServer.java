package org.salacrm.rest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.health.HealthCheck;
import org.salacrm.api.message.Text;
import org.salacrm.rest.admin.ModulesTopic;
import org.salacrm.rest.admin.PickListsTopic;
import org.salacrm.rest.admin.RolesTopic;
import org.salacrm.rest.event.EventGate;
import org.salacrm.rest.event.EventTexts;
import org.salacrm.rest.event.EventsServlet;
import org.salacrm.rest.file.FilesPart;
import org.salacrm.rest.file.FilesTopic;
import org.salacrm.rest.health.HealthServlet;
import org.salacrm.rest.health.Meter;
import org.salacrm.rest.health.MetricsServlet;
import org.salacrm.rest.health.Neighbours;
import org.salacrm.rest.job.CheckShapes;
import org.salacrm.rest.job.ImportShapes;
import org.salacrm.rest.job.ImportsTopic;
import org.salacrm.rest.job.JobShapes;
import org.salacrm.rest.job.JobsTopic;
import org.salacrm.rest.json.Columns;
import org.salacrm.rest.metadata.BootstrapTopic;
import org.salacrm.rest.metadata.FieldShapes;
import org.salacrm.rest.metadata.FieldsTopic;
import org.salacrm.rest.metadata.FormShapes;
import org.salacrm.rest.metadata.HomeArrangement;
import org.salacrm.rest.metadata.HomeTopic;
import org.salacrm.rest.metadata.Labels;
import org.salacrm.rest.metadata.Menus;
import org.salacrm.rest.metadata.RelatedLists;
import org.salacrm.rest.metadata.SavedShapes;
import org.salacrm.rest.metadata.TypeShapes;
import org.salacrm.rest.metadata.TypesTopic;
import org.salacrm.rest.metadata.Verbs;
import org.salacrm.rest.metadata.Views;
import org.salacrm.rest.metadata.ViewsTopic;
import org.salacrm.rest.openapi.OpenApiTopic;
import org.salacrm.rest.openapi.RecordSchemas;
import org.salacrm.rest.problem.Problems;
import org.salacrm.rest.problem.Sentences;
import org.salacrm.rest.record.AccessPart;
import org.salacrm.rest.record.ActionsPart;
import org.salacrm.rest.record.BulkPart;
import org.salacrm.rest.record.CountsPart;
import org.salacrm.rest.record.FollowPart;
import org.salacrm.rest.record.Happenings;
import org.salacrm.rest.record.HistoryPart;
import org.salacrm.rest.record.HotPath;
import org.salacrm.rest.record.NotesPart;
import org.salacrm.rest.record.NotesTopic;
import org.salacrm.rest.record.Questions;
import org.salacrm.rest.record.RecordAnswers;
import org.salacrm.rest.record.RecordPart;
import org.salacrm.rest.record.RecordsTopic;
import org.salacrm.rest.record.RecycleBinTopic;
import org.salacrm.rest.record.SharesPart;
import org.salacrm.rest.record.TimelinePart;
import org.salacrm.rest.record.WhyPart;
import org.salacrm.rest.report.ReportTopic;
import org.salacrm.rest.session.Company;
import org.salacrm.rest.session.CompanySettings;
import org.salacrm.rest.session.OwnSettings;
import org.salacrm.rest.session.PreferencesTopic;
import org.salacrm.rest.session.SessionTopic;
import org.salacrm.rest.session.SettingsTopic;
import org.salacrm.rest.web.TestClient;
import org.salacrm.test.MemoryCallers;
import org.salacrm.test.MemoryRecords;
import org.salacrm.test.MemorySettings;
import org.salacrm.test.MemoryTypes;
import org.salacrm.test.Types;

/** The real HTTP layer on a real port, over services that live in memory. */
public final class TestServer {
    final FakeSessions sessions = new FakeSessions();
    final FakeSetup setup = new FakeSetup();
    final FakeRights rights = new FakeRights();
    final FakeModules modules = new FakeModules();
    final FakeActions actions = new FakeActions();
    final MemoryCallers callers = new MemoryCallers();
    final MemorySettings settings = new MemorySettings();
    final FakeViews savedViews = new FakeViews();
    final Fakes.FakeFiles files = new Fakes.FakeFiles();
    final FakeNotes notes = new FakeNotes();
    final MemoryTypes types = new MemoryTypes();
    final MemoryRecords records = new MemoryRecords(types);
    final Fakes.FakeShares shares = new Fakes.FakeShares();
    final Fakes.FakeJobs jobs = new Fakes.FakeJobs();
    final Fakes.FakeRoleRights roleRights = new Fakes.FakeRoleRights();
    final Fakes.FakeCustomFields customFields = new Fakes.FakeCustomFields();
    final Fakes.FakeImports imports = new Fakes.FakeImports();
    final FakeChecks importChecks = new FakeChecks();
    final FakeLive live = new FakeLive();
    final Meter meter = new Meter(1000);
    final List<HealthCheck> checks = new ArrayList<>();
    Duration patience = Duration.ofSeconds(10);
    int waiting = 100;
    private EventsServlet events;
    private final List<String> missing = new ArrayList<>();
    final List<RecordPart> parts = new ArrayList<>();
    final List<Topic> topics = new ArrayList<>();
    final Map<String, Servlet> servlets = new LinkedHashMap<>();
    final Server server = new Server(0);

    TestServer() {
        types.put(Types.entity(
                "account",
                Types.text("name", true),
                Types.ref("parent", "account"),
                Types.ref("owner", "user"),
                Types.pick("status", "accountStatus"),
                Types.of("revenue", Kind.MONEY, BigDecimal.class),
                Types.of("tags", Kind.MULTIPICK, String.class),
                Types.parts("addresses", "account-address"),
                Types.hidden("nameKey")));
        types.put(Types.part("account-address", "account", Types.text("street", false)));
        setup.words.put("account.label", new Text("ลูกค้า", "Account"));
        setup.words.put("invalid.required", new Text("กรุณากรอก", "Must be filled in"));
        setup.words.put("import.repaired.year", new Text("อ่านเป็น {thai}", "Read as {to}"));
        setup.save(new PickList(
                "accountStatus",
                List.of(new PickList.Item(
                        "active", new Text("ใช้งาน", "Active"), 1, "success", "", Optional.empty(), true))));
    }

    /** Leaves topics and parts out, as if what they need were not there yet. */
    TestServer without(String... names) {
        missing.addAll(List.of(names));
        return this;
    }

    TestServer start() throws Exception {
        Sentences sentences = new Sentences(setup);
        Columns columns = new Columns(types);
        RecordAnswers answers = new RecordAnswers(types, records, columns);
        Problems problems = new Problems(sentences, answers, modules);
        Questions questions = new Questions(types);
        addTopics(sentences, problems, questions, answers);
        topics.removeIf(topic -> missing.contains(topic.name()));
        ServletContextHandler context = new ServletContextHandler();
        Gate gate = new Gate(sessions, callers, problems, meter, new Uploads(files, patience, waiting));
        FilterHolder filter = new FilterHolder((Filter) gate);
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        addServlets(sentences);
        servlets.forEach((pattern, servlet) -> add(context, servlet, pattern));
        HotPath hotPath = new HotPath(questions, records, columns, answers, rights, callers);
        add(context, new ApiServlet(problems, hotPath, topics), "/api/*");
        add(context, TestClient.servlet(), "/");
        server.setHandler(context);
        server.start();
        return this;
    }

    private static void add(ServletContextHandler context, Servlet servlet, String pattern) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, pattern);
    }

    private void addTopics(Sentences sentences, Problems problems, Questions questions, RecordAnswers answers) {
        Labels labels = new Labels(sentences);
        CompanySettings ofCompany = new CompanySettings(settings, rights, callers);
        Company company = new Company(ofCompany, types, records, callers);
        OwnSettings own = new OwnSettings(settings, sessions);
        FieldShapes fields = new FieldShapes(labels, setup, rights);
        Verbs verbs = new Verbs(setup, setup, actions, types, fields, labels);
        RelatedLists related = new RelatedLists(types, setup, rights, labels);
        SavedShapes saved = new SavedShapes(savedViews, settings);
        Views views = new Views(setup, rights, labels, saved, types);
        TypeShapes shapes = new TypeShapes(
                fields, views, verbs, related, new FormShapes(setup, labels), rights, labels, types, setup);
        topics.add(new ViewsTopic(savedViews, saved, types, rights, callers));
        Menus menus = new Menus(setup, types, rights, labels);
        topics.add(new SessionTopic(sessions, company, problems));
        topics.add(new SettingsTopic(own, ofCompany, live));
        topics.add(new PreferencesTopic(settings));
        topics.add(new TypesTopic(types, shapes, callers).adding(new FieldsTopic(customFields)));
        topics.add(new BootstrapTopic(types, setup, setup, rights, menus, company, own, records)
                .knowing(List.of(), modules));
        topics.add(new HomeTopic(
                types,
                setup,
                menus,
                views,
                verbs,
                shapes,
                new Columns(types),
                records,
                callers,
                new NoAlerts(),
                new HomeArrangement(settings)));
        addParts(sentences, questions, answers);
        Happenings happenings = new Happenings(types, setup, labels);
        parts.add(new CountsPart(types, records, notes, files, related, callers));
        parts.add(new HistoryPart(new Fakes.FakeHistory(), happenings));
        parts.add(new TimelinePart(new Fakes.FakeHistory(), happenings));
        topics.add(new RecordsTopic(records, records, questions, new Columns(types), answers)
                .serving(parts.stream()
                        .filter(part -> !missing.contains(part.name()))
                        .toList()));
        topics.add(new OpenApiTopic(new RecordSchemas(types, setup, rights, callers, labels)));
        topics.addAll(List.of(new PickListsTopic(setup, labels), new ReportTopic(records, types, labels)));
        addAdministration(sentences, own);
    }

    private void addParts(Sentences sentences, Questions questions, RecordAnswers answers) {
        topics.addAll(List.of(new FilesTopic(files), new NotesTopic(notes)));
        FakeFollows follows = new FakeFollows();
        parts.addAll(
                List.of(new FilesPart(files), new NotesPart(notes), new SharesPart(shares), new FollowPart(follows)));
        parts.add(new AccessPart(records, rights, callers, follows));
        parts.add(new WhyPart(types, records, rights, callers, sentences));
        parts.addAll(
                List.of(new ActionsPart(actions, answers, sentences), new BulkPart(jobs, questions, rights, callers)));
    }

    private void addAdministration(Sentences sentences, OwnSettings own) {
        topics.add(new JobsTopic(jobs, new JobShapes(sentences), new NoExports()));
        ImportShapes importShapes = new ImportShapes(sentences);
        CheckShapes checkShapes = new CheckShapes(importShapes);
        topics.add(new ImportsTopic(
                imports,
                importChecks,
                limit -> List.of(),
                (entity, out) -> {},
                new FakeSheets(imports),
                importShapes,
                checkShapes,
                own));
        topics.add(new ModulesTopic(modules, callers, sentences));
        topics.add(new RolesTopic(roleRights, new Labels(sentences)).knowing(List.of(new FakeModules.Reopening())));
        topics.add(new RecycleBinTopic(new Fakes.FakeBin(), records));
    }

    private void addServlets(Sentences sentences) {
        EventTexts texts = new EventTexts(callers, new JobShapes(sentences), jobs);
        events = new EventsServlet(live, new EventGate(rights), texts, sessions, callers);
        Neighbours neighbours = new Neighbours(settings);
        servlets.put("/api/events", events);
        servlets.put("/health/*", new HealthServlet(neighbours, checks, records, records));
        servlets.put("/metrics", new MetricsServlet(neighbours, meter, List.of(() -> Map.of("sala_pool", 7))));
    }

    int openStreams() {
        return events.open();
    }

    void beat() {
        events.beat();
    }

    int port() {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    Browser browser() {
        return new Browser(port());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void stop() throws Exception {
        events.close();
        server.stop();
    }
}

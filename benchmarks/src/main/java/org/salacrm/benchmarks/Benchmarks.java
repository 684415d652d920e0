package org.salacrm.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Starts the real product on a fresh database, fills it, and measures it beside plain JDBC. See {@link Options}. */
public final class Benchmarks {
    private static final int CLIENTS = 8;
    private static final int COLLEAGUES = 10_000;
    private static final int MOST_ROUNDS = 12;
    private static final double STILL_FASTER = 1.05;
    private static final Path RUNS = Path.of("benchmarks/target/data");
    private static final Path NOTES = Path.of("docs/benchmarks.md");
    private static final String[] TABLES = {
        "core_user",
        "core_team",
        "core_account",
        "core_account_address",
        "sfa_opportunity",
        "core_history",
        "core_outbox",
        "core_stage_change"
    };

    private final Options options;
    private final Store store;
    private final Company company;
    private final Product product;
    private final Section section;
    private final Load load;

    private Benchmarks(Options options, Store store, Path data) throws IOException {
        this.options = options;
        this.store = store;
        this.company = new Company(options.accounts(), options.rows(), options.names("W11") ? COLLEAGUES : 0);
        this.product = new Product(data);
        this.section = new Section(store, company);
        this.load = new Load(() -> Processes.cpu(product.pid()), store::cpu);
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        for (String database : options.databases()) {
            Path folder = RUNS.resolve(database).toAbsolutePath();
            delete(folder);
            try (Store store =
                    database.equals("derby") ? new DerbyStore() : new PostgresStore(folder.resolve("postgres"))) {
                new Benchmarks(options, store, folder.resolve("sala")).run(folder.resolve("sala"));
            }
        }
    }

    private void run(Path data) throws IOException, SQLException {
        store.configure(data);
        try (product) {
            firstStart();
            product.close();
            fill();
            long restart = product.startTo(Company.ADMIN, Company.PASSWORD);
            if (options.wants("W8")) {
                section.line("W8 restart to the first log-in with these rows: " + started(restart));
            }
            if (options.wants("W5")) {
                section.line("W5 search index built in " + indexed() + " ms after the start");
            }
            List<Work> works = works();
            for (Work work : works) {
                measure(work);
            }
            if (options.wants("W2")) {
                new ImportLeads(product, store, section, options.leads()).run();
            }
            if (options.wants("W10")) {
                new ExportAccounts(product, section).run();
            }
            if (options.names("W11")) {
                new Screens(product, section).run(store.name());
            }
            if (options.wants("W9")) {
                new LiveModule(product, section).run();
            }
            section.line("W8 memory (RSS) after all that: " + Processes.rss(product.pid()) + " MB");
            product.close();
            if (!store.isShared()) {
                for (Work work : works) {
                    floor(work);
                }
                store.release();
            }
        }
        if (options.notes()) {
            section.append(NOTES);
        }
    }

    /** From nothing to the first log-in; leaves the password of all benchmarks and the sales module behind. */
    private void firstStart() throws IOException {
        long took = product.startTo(Company.ADMIN, "");
        if (options.wants("W8")) {
            section.line("W8 first start to the first log-in: " + started(took));
            LockSupport.parkNanos(5_000_000_000L);
            section.line("W8 memory (RSS) at rest: " + Processes.rss(product.pid()) + " MB");
        }
        String first = product.firstPassword();
        try (Person admin = Person.signIn(product.port(), Company.ADMIN, first)) {
            admin.json("PUT", "/api/session/password", Map.of("current", first, "next", Company.PASSWORD));
            section.line(
                    "the sales module installed for the first time in " + LiveModule.change(admin, "install") + " ms");
        }
    }

    private String started(long millis) throws IOException {
        return millis + " ms, with " + Figures.number(Processes.cpu(product.pid()) / 1_000) + " s of processor time";
    }

    private void fill() throws IOException, SQLException {
        long start = System.nanoTime();
        try (Connection connection = store.connect()) {
            store.fill(connection, new Filling(connection, company), TABLES);
            try (Statement forget = connection.createStatement()) {
                forget.execute("delete from search_state");
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        store.release();
        System.out.printf("filled in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
    }

    /** What was filled in behind its back it has to read first. */
    private long indexed() throws IOException {
        long begun = System.nanoTime();
        while (!product.metrics().contains("sala_search_whole 1")) {
            LockSupport.parkNanos(200_000_000L);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private List<Work> works() {
        List<Work> works = new ArrayList<>(List.of(new CreateAccount()));
        works.addAll(ListStage.all());
        works.addAll(List.of(
                new ReadOpportunity(company),
                new SearchName(store),
                new SearchAll(store),
                new MoveStage(company),
                new PipelineReport(store)));
        works.removeIf(work -> !options.wants(work.id()));
        return works;
    }

    private void measure(Work work) throws IOException, SQLException {
        List<Person> people = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Person person = Person.signIn(product.port(), work.login(client), Company.PASSWORD);
            people.add(person);
            steps.add(work.overHttp(person, client));
        }
        warmUp(steps);
        Figures eight = load.run(steps, options.seconds());
        Figures one = load.run(steps.subList(0, 1), options.seconds());
        section.measured(work, one, eight);
        for (Person person : people) {
            person.close();
        }
        if (store.isShared()) {
            floor(work);
        }
    }

    /** Until it is compiled, that is, hardly faster than the round before. */
    private void warmUp(List<Step> steps) throws IOException {
        double before = 0;
        double now = load.run(steps, options.seconds()).perSecond();
        for (int round = 1; round < MOST_ROUNDS && now > before * STILL_FASTER; round++) {
            before = now;
            now = load.run(steps, options.seconds()).perSecond();
        }
    }

    private void floor(Work work) throws IOException, SQLException {
        List<Connection> connections = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        Load plain = new Load(() -> 0, store::cpu);
        try {
            for (int client = 0; client < CLIENTS; client++) {
                Connection connection = store.connect();
                connections.add(connection);
                steps.add(work.plain(connection, client));
            }
            plain.run(steps, options.seconds() / 4);
            Figures eight = plain.run(steps, options.seconds() / 2);
            section.floor(work, plain.run(steps.subList(0, 1), options.seconds() / 2), eight);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}

package org.salacrm.core.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Table;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Tx;

/** Answers questions with one SQL statement each, written by itself, with the caller's rights in it. */
@Component(service = Queries.class, configurationPid = "org.salacrm.query")
public final class SqlQueries implements Queries {
    private static final int MOST_ROWS = 200;
    private static final int COUNTED = 1000;
    private static final int CHUNK = 200;
    private static final int TRIES = 10;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Source source;
    private final Callers callers;
    private final Dialect dialect;
    private final Statements statements;
    private final Limits limits;
    private volatile Catalogue catalogue;

    /** Settings of the engine. */
    public @interface Settings {
        /** Seconds a list, a count or a record may take. */
        int listSeconds() default 10;

        /** Seconds a report or an export may take. */
        int reportSeconds() default 60;
    }

    /** How many seconds questions may take. */
    public record Limits(int list, int report) {}

    @Activate
    public SqlQueries(
            @Reference EntityTypes types,
            @Reference Rights rights,
            @Reference PickLists picks,
            @Reference Callers callers,
            @Reference Database database,
            @Reference Tx tx,
            @Reference Clock clock,
            @Reference CompanyZone zone,
            @Reference TextIds texts,
            Settings settings) {
        this(
                new Source(types, rights, picks, new CompanyTime(clock, zone), texts),
                callers,
                Dialect.of(database.vendor()),
                new Statements(database, tx),
                new Limits(settings.listSeconds(), settings.reportSeconds()));
    }

    SqlQueries(Source source, Callers callers, Dialect dialect, Statements statements, Limits limits) {
        this.source = source;
        this.callers = callers;
        this.dialect = dialect;
        this.statements = statements;
        this.limits = limits;
        this.catalogue = Catalogue.of(source.types());
    }

    @Override
    public Page page(Query query) {
        if (query.limit() < 1 || query.limit() > MOST_ROWS) {
            throw new MalformedQueryException("limit", "is 1 to " + MOST_ROWS);
        }
        Asking asking = asking();
        ListQuestion question = question(asking, query, query.limit());
        List<Row> rows = new ArrayList<>();
        List<Object> last = new ArrayList<>();
        boolean more = !nothing(question) && ask(question, asking, found -> read(found, question, rows, last));
        String next = more ? Cursor.write(last) : "";
        List<Row> whole = completion(limits.list()).complete(rows, question.outputs(), asking);
        boolean complete = query.after().isEmpty() && !more;
        return totals(asking, query, question, new Page(whole, next, total(query, complete, whole), Map.of()));
    }

    private static Optional<Page.Total> total(Query query, boolean complete, List<Row> rows) {
        return complete && query.total() != Query.Count.NONE
                ? Optional.of(new Page.Total(rows.size(), true))
                : Optional.empty();
    }

    /** Adds what is counted and summed over all rows, unless it is known already. */
    private Page totals(Asking asking, Query query, ListQuestion question, Page page) {
        boolean counted = query.total() == Query.Count.NONE || page.total().isPresent();
        if (counted && query.sums().isEmpty()) {
            return page;
        }
        Map<String, Term> sums = new LinkedHashMap<>();
        query.sums().forEach(p -> asking.number(question.type(), p).ifPresent(term -> sums.put(p, term)));
        boolean exact = query.total() == Query.Count.EXACT || !sums.isEmpty();
        int cap = exact ? 0 : COUNTED + 1;
        CountQuestion count =
                new CountQuestion(question.id(), question.filter(), question.reach(), List.copyOf(sums.values()), cap);
        List<BigDecimal> numbers = numbers(count, asking.values());
        Map<String, BigDecimal> summed = new LinkedHashMap<>();
        sums.keySet().forEach(path -> summed.put(path, numbers.get(summed.size() + 1)));
        long value = numbers.get(0).longValue();
        Page.Total total = cap > 0 && value >= cap ? new Page.Total(COUNTED, false) : new Page.Total(value, true);
        boolean wanted = query.total() != Query.Count.NONE;
        return new Page(page.rows(), page.next(), wanted ? Optional.of(total) : Optional.empty(), summed);
    }

    /** The count and the sums, nothing being zero. */
    private List<BigDecimal> numbers(CountQuestion question, Values values) {
        List<BigDecimal> numbers = new ArrayList<>();
        if (question.reach().none() || question.filter().equals(Condition.FALSE)) {
            for (int i = 0; i <= question.sums().size(); i++) {
                numbers.add(BigDecimal.ZERO);
            }
            return numbers;
        }
        Plan plan = catalogue.plans().get(question, q -> new CountSql(dialect, source.types()).plan(q));
        return statements.ask(plan, values, limits.list(), rows -> {
            rows.next();
            long counted = rows.getLong(1);
            numbers.add(BigDecimal.valueOf(question.cap() > 0 ? Math.min(counted, question.cap()) : counted));
            for (int i = 0; i < question.sums().size(); i++) {
                BigDecimal sum = rows.getBigDecimal(i + 2);
                numbers.add(sum == null ? BigDecimal.ZERO : sum);
            }
            return numbers;
        });
    }

    @Override
    public void each(Query query, Consumer<Row> consumer) {
        Asking asking = asking();
        ListQuestion question = question(asking, query.after(""), 0);
        if (nothing(question)) {
            return;
        }
        Completion completion = completion(limits.report());
        Plan plan = plan(question);
        statements.stream(plan, asking.values(), limits.report(), rows -> {
            List<Row> chunk = new ArrayList<>(CHUNK);
            while (rows.next()) {
                chunk.add(plan.reader().read(rows));
                if (chunk.size() == CHUNK) {
                    completion.complete(chunk, question.outputs(), asking).forEach(consumer);
                    chunk.clear();
                }
            }
            completion.complete(chunk, question.outputs(), asking).forEach(consumer);
            return null;
        });
    }

    @Override
    public Optional<Row> one(String entity, long id, List<String> fields) {
        Asking asking = asking();
        EntityType type = source.types().get(entity);
        int slot = asking.values().add(id);
        ListQuestion question = new ListQuestion(
                asking.id(type),
                asking.outputs(type, fields),
                Condition.TRUE,
                List.of(),
                asking.reach(type),
                Optional.empty(),
                -1);
        if (nothing(question)) {
            return Optional.empty();
        }
        Plan plan = catalogue.plans().get(question, q -> new ListSql(dialect, source.types(), q).one(slot));
        Completion completion = completion(limits.list());
        for (int tried = 0; tried < TRIES; tried++) {
            List<Row> rows = new ArrayList<>();
            statements.ask(plan, asking.values(), limits.list(), found -> {
                return found.next() && rows.add(plan.reader().read(found));
            });
            List<Row> whole = completion.complete(rows, question.outputs(), asking);
            if (whole.isEmpty() || completion.isOfOneMoment(type, whole.get(0), question.outputs())) {
                return whole.stream().findFirst();
            }
            // Again at once, then a little later each time, to come between two changes.
            LockSupport.parkNanos(Duration.ofMillis(tried).toNanos());
        }
        throw new BusyException(entity + " " + id + " is being changed all the time", SOON);
    }

    @Override
    public long count(String entity, Filter filter) {
        Asking asking = asking();
        EntityType type = source.types().get(entity);
        Condition condition = asking.filter(type, filter);
        CountQuestion question = new CountQuestion(asking.id(type), condition, asking.reach(type), List.of(), 0);
        return numbers(question, asking.values()).get(0).longValue();
    }

    @Override
    public Table report(Report report) {
        return new ReportRun(source, this::asking, asker(limits.report()), report).run(completion(limits.report()));
    }

    private FactAsker asker(int seconds) {
        return new FactAsker(dialect, source, statements, catalogue.plans(), seconds);
    }

    /** How many different statements are known by now. */
    int statements() {
        return catalogue.plans().size();
    }

    private Asking asking() {
        Catalogue now = catalogue;
        if (now.version() != source.types().version()) {
            now = Catalogue.of(source.types());
            catalogue = now;
        }
        return new Asking(source, now, callers.current(), dialect);
    }

    private ListQuestion question(Asking asking, Query query, int limit) {
        EntityType type = source.types().get(query.entity());
        Reach reach = asking.reach(type);
        Condition filter = asking.filter(type, query.filter());
        List<Order> orders = asking.orders(type, query.sort());
        return new ListQuestion(
                asking.id(type),
                asking.outputs(type, query.fields()),
                filter,
                orders,
                reach,
                asking.after(query.after(), orders),
                limit);
    }

    private static boolean nothing(ListQuestion question) {
        return question.reach().none() || question.filter().equals(Condition.FALSE);
    }

    private Plan plan(ListQuestion question) {
        return catalogue.plans().get(question, q -> new ListSql(dialect, source.types(), q).plan());
    }

    private boolean ask(ListQuestion question, Asking asking, Statements.Reader<Boolean> reader) {
        return statements.ask(plan(question), asking.values(), limits.list(), reader);
    }

    /** @return whether there are more rows than the page holds; then the sort keys of its last row are in last */
    private boolean read(ResultSet found, ListQuestion question, List<Row> rows, List<Object> last)
            throws SQLException {
        RowReader reader = plan(question).reader();
        List<Class<?>> types = Asking.keyTypes(question.orders());
        while (found.next()) {
            if (rows.size() == question.limit()) {
                return true;
            }
            rows.add(reader.read(found));
            if (rows.size() == question.limit()) {
                for (int i = 0; i < types.size(); i++) {
                    last.add(RowReader.value(found, i + 3, types.get(i)));
                }
                last.add(found.getLong(1));
            }
        }
        return false;
    }

    private Completion completion(int seconds) {
        NextActivity next = new NextActivity(source, asker(seconds), this::asking);
        return new Completion(source.types(), dialect, statements, next, seconds);
    }
}

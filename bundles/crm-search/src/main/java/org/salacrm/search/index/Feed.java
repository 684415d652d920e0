package org.salacrm.search.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.event.Live;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.event.RecordListener;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.FormerNames;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the index: with the records that events tell of, and with all records when there is no index that belongs to
 * the data. An event only says which record is to be read again, so it does no harm to be told twice or late.
 */
@Component(
        service = {RecordListener.class, Feed.class},
        immediate = true)
public final class Feed implements RecordListener {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int BATCH = 200;
    /** Seconds after which a module that came is known everywhere. */
    private static final int SETTLING = 2;
    /** Seconds after which it is looked whether another node has built the index. */
    private static final int ELSEWHERE = 5;

    private final StoredIndex index;
    private final EntityTypes types;
    private final Queries queries;
    private final Callers callers;
    private final FormerNames names;
    private final Live.Listening news;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sala-search");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean closed;

    @Activate
    public Feed(
            @Reference StoredIndex index,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Callers callers,
            @Reference FormerNames names,
            @Reference Live live) {
        this.index = index;
        this.types = types;
        this.queries = queries;
        this.callers = callers;
        this.names = names;
        this.news = live.listen(message -> {
            if (message.type().equals("metadata")) {
                worker.schedule(this::complete, SETTLING, TimeUnit.SECONDS);
            }
        });
        worker.execute(this::complete);
    }

    @Deactivate
    public void close() throws InterruptedException {
        news.close();
        closed = true;
        worker.shutdown();
        worker.awaitTermination(1, TimeUnit.MINUTES);
    }

    /** How far a rebuild is. */
    public interface Watch {
        void report(long done, long total);

        boolean cancelled();
    }

    /** Reads what the index lacks: everything where it does not belong to the data, else what came with a module. */
    private void complete() {
        asked.set(false);
        try {
            if (!closed && lacks() && !index.alone(this::readWhatItLacks)) {
                worker.schedule(this::complete, ELSEWHERE, TimeUnit.SECONDS);
            }
        } catch (RuntimeException e) { // outermost: without an index lists are searched by the database
            LOG.warn("The search index was not built; crm:search-rebuild builds it", e);
        }
    }

    private boolean lacks() {
        return !index.whole() || !searched(index.entities()).isEmpty();
    }

    private void readWhatItLacks() {
        synchronized (this) {
            if (!index.whole()) {
                index.begin();
            }
        }
        if (lacks()) {
            read(new Unseen());
        }
    }

    /** The entities that are searched, without some. */
    private List<EntityType> searched(Set<String> without) {
        return types.all().stream()
                .filter(type -> !type.isPart() && !without.contains(type.name()))
                .toList();
    }

    private final class Unseen implements Watch {
        @Override
        public void report(long done, long total) {
            if (done == total) {
                LOG.info("The search index was built of {} records", total);
            }
        }

        @Override
        public boolean cancelled() {
            return closed;
        }
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void on(List<RecordEvent> events) {
        Map<String, Set<Long>> changed = new LinkedHashMap<>();
        events.forEach(event -> changed.computeIfAbsent(event.entity(), e -> new LinkedHashSet<>())
                .add(event.id()));
        synchronized (this) {
            boolean whole = index.whole();
            callers.as(Caller.system("search"), () -> {
                changed.forEach((entity, ids) -> types.find(entity)
                        .ifPresentOrElse(type -> again(type, List.copyOf(ids)), () -> index.lacks(entity)));
                return null;
            });
            if (whole) {
                index.keep();
            } else if (asked.compareAndSet(false, true)) { // the data are others, as after a restore
                worker.execute(this::complete);
            }
        }
    }

    private void again(EntityType type, List<Long> ids) {
        if (type.isPart()) {
            return;
        }
        for (int i = 0; i < ids.size(); i += BATCH) {
            List<Long> some = ids.subList(i, Math.min(ids.size(), i + BATCH));
            List<Entry> entries = entries(type, queries.page(all(type).where(Filter.in("id", some))));
            index.put(entries);
            Set<Long> gone = new LinkedHashSet<>(some);
            entries.forEach(entry -> gone.remove(entry.id()));
            index.remove(type.name(), gone);
        }
    }

    /**
     * Reads everything anew; lists are searched by the database meanwhile.
     *
     * @return number of records
     * @throws BusyException when that is being done already
     */
    public long rebuild(Watch watch) {
        AtomicLong done = new AtomicLong();
        boolean alone = index.alone(() -> {
            synchronized (this) {
                index.begin();
            }
            done.set(read(watch));
        });
        if (!alone) {
            throw new BusyException("the search index is being built", Duration.ofSeconds(ELSEWHERE));
        }
        return done.get();
    }

    /** Reads all records of the entities that the index does not know. */
    private long read(Watch watch) {
        return callers.as(Caller.system("search"), () -> {
            List<EntityType> lacking = searched(index.entities());
            long total = lacking.stream()
                    .mapToLong(type -> queries.count(type.name(), Filter.NONE))
                    .sum();
            long done = 0;
            for (EntityType type : lacking) {
                done = all(type, done, total, watch);
                if (!watch.cancelled()) {
                    index.complete(type.name());
                }
            }
            if (!watch.cancelled()) {
                synchronized (this) {
                    index.built();
                }
                watch.report(done, done);
            }
            return done;
        });
    }

    private long all(EntityType type, long before, long total, Watch watch) {
        long done = before;
        String next = "";
        do {
            synchronized (this) { // else a record could be read before and written after a change of it
                Page page = queries.page(all(type).after(next));
                index.put(entries(type, page));
                done += page.rows().size();
                next = page.next();
            }
            watch.report(done, Math.max(total, done + 1));
        } while (!next.isEmpty() && !watch.cancelled());
        return done;
    }

    private static Query all(EntityType type) {
        List<String> paths = new ArrayList<>(List.of("owner", "team", "modifiedAt"));
        SearchedFields.of(type).forEach(field -> paths.add(field.name()));
        return Query.of(type.name(), paths.toArray(String[]::new)).limit(BATCH);
    }

    private List<Entry> entries(EntityType type, Page page) {
        List<FieldType> fields = SearchedFields.of(type);
        Map<Long, List<Map<String, String>>> former =
                names.of(type.name(), page.rows().stream().map(Row::id).toList()).stream()
                        .collect(Collectors.groupingBy(
                                one -> one.into().id(),
                                Collectors.mapping(FormerNames.Former::values, Collectors.toList())));
        return page.rows().stream()
                .map(row -> entry(type, fields, row, former.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Entry entry(EntityType type, List<FieldType> fields, Row row, List<Map<String, String>> former) {
        List<Object> values = row.values();
        long changed = values.get(2) instanceof Instant at ? at.toEpochMilli() : 0;
        String text = Entry.text(type, fields, values.subList(3, values.size()), former);
        return new Entry(type.name(), row.id(), id(values.get(0)), id(values.get(1)), changed, text);
    }

    private static long id(Object value) {
        return value instanceof Ref ref ? ref.id() : value instanceof Long id ? id : 0;
    }
}

package org.salacrm.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Table;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;

/**
 * Records for tests, written and asked in memory without rights: values stay as they were given, filters know
 * {@code =} and {@code matches}, rows come in the order of their ids.
 */
public final class MemoryRecords implements Records, Queries {
    private final EntityTypes types;
    private final Map<String, TreeMap<Long, Kept>> tables = new LinkedHashMap<>();
    private long lastId = 1000;

    private record Kept(int version, Map<String, Object> values) {}

    public MemoryRecords(EntityTypes types) {
        this.types = types;
    }

    @Override
    public synchronized Saved create(String entity, Map<String, ?> values) {
        check(entity, values);
        for (FieldType field : types.get(entity).fields()) {
            if (field.flags().required() && values.get(field.name()) == null) {
                throw new InvalidRecordException(field.name(), "invalid.required");
            }
        }
        long id = ++lastId;
        table(entity).put(id, new Kept(1, kept(values)));
        return new Saved(entity, id, 1);
    }

    @Override
    public synchronized Saved update(String entity, long id, int version, Map<String, ?> values) {
        check(entity, values);
        Kept before = kept(entity, id, version);
        Map<String, Object> after = new LinkedHashMap<>(before.values());
        after.putAll(kept(values));
        table(entity).put(id, new Kept(before.version() + 1, after));
        return new Saved(entity, id, before.version() + 1);
    }

    @Override
    public synchronized void delete(String entity, long id, int version) {
        kept(entity, id, version);
        table(entity).remove(id);
    }

    /** A reference given as {@code {id, entity}} is kept as its id. */
    private static Map<String, Object> kept(Map<String, ?> given) {
        Map<String, Object> values = new LinkedHashMap<>(given);
        values.replaceAll((name, value) -> value instanceof Map<?, ?> ref ? ref.get("id") : value);
        return values;
    }

    private Kept kept(String entity, long id, int version) {
        Kept kept = table(entity).get(id);
        if (kept == null) {
            throw new AbsentRecordException(entity, id);
        }
        if (version != ANY_VERSION && version != kept.version()) {
            throw new StaleRecordException(entity, id);
        }
        return kept;
    }

    private void check(String entity, Map<String, ?> values) {
        for (String name : values.keySet()) {
            if (types.get(entity).field(name).isEmpty()) {
                throw new InvalidRecordException(name, "invalid.unknownField");
            }
        }
    }

    private TreeMap<Long, Kept> table(String entity) {
        return tables.computeIfAbsent(types.get(entity).name(), name -> new TreeMap<>());
    }

    @Override
    public synchronized Page page(Query query) {
        long after = query.after().isEmpty() ? 0 : Long.parseLong(query.after());
        List<Row> passing = new ArrayList<>();
        long total = 0;
        for (Map.Entry<Long, Kept> entry : table(query.entity()).entrySet()) {
            if (passes(query.filter(), entry.getValue())) {
                total++;
                if (entry.getKey() > after) {
                    passing.add(row(entry.getKey(), entry.getValue(), query.fields()));
                }
            }
        }
        List<Row> rows = passing.subList(0, Math.min(query.limit(), passing.size()));
        String next = rows.size() < passing.size()
                ? Long.toString(rows.get(rows.size() - 1).id())
                : "";
        Optional<Page.Total> counted =
                query.total() == Query.Count.NONE ? Optional.empty() : Optional.of(new Page.Total(total, true));
        return new Page(rows, next, counted, Map.of());
    }

    private static Row row(long id, Kept kept, List<String> fields) {
        return new Row(
                id,
                kept.version(),
                new ArrayList<>(fields.stream().map(kept.values()::get).toList()));
    }

    private static boolean passes(Filter filter, Kept kept) {
        if (filter instanceof Filter.All all) {
            return all.filters().stream().allMatch(f -> passes(f, kept));
        }
        if (filter instanceof Filter.Compare c && c.op().equals(Op.EQ)) {
            return c.values().get(0).equals(kept.values().get(c.path()));
        }
        if (filter instanceof Filter.Compare c && c.op().equals(Op.MATCHES)) {
            return kept.values().values().stream().anyMatch(v -> String.valueOf(v)
                    .contains(String.valueOf(c.values().get(0))));
        }
        throw new MalformedQueryException("", "a test in memory does not know this filter");
    }

    @Override
    public void each(Query query, Consumer<Row> consumer) {
        page(query.limit(Integer.MAX_VALUE)).rows().forEach(consumer);
    }

    @Override
    public synchronized Optional<Row> one(String entity, long id, List<String> fields) {
        return Optional.ofNullable(table(entity).get(id)).map(kept -> row(id, kept, fields));
    }

    @Override
    public long count(String entity, Filter filter) {
        return page(Query.of(entity).where(filter).limit(Integer.MAX_VALUE))
                .rows()
                .size();
    }

    @Override
    public Table report(Report report) {
        throw new MalformedQueryException("", "a test in memory answers no reports");
    }

    @Override
    public <T> T transaction(Supplier<T> work) {
        return work.get();
    }

    @Override
    public Saved restore(long binEntry) {
        throw new AbsentRecordException("", binEntry);
    }

    @Override
    public <T extends CrmRecord> T create(T entity) {
        throw new IllegalStateException("records in memory have no classes");
    }

    @Override
    public <T extends CrmRecord> Optional<T> find(Class<T> type, long id) {
        throw new IllegalStateException("records in memory have no classes");
    }

    @Override
    public <T extends CrmRecord> T update(T entity) {
        throw new IllegalStateException("records in memory have no classes");
    }
}

package org.salacrm.search.index;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.health.Gauges;
import org.salacrm.api.health.HealthCheck;
import org.salacrm.api.search.SearchIndex;
import org.salacrm.api.security.Scope;
import org.salacrm.search.text.Needle;

/** The index that goes with the database: a table of PostgreSQL, or Lucene in the data folder beside Derby. */
@Component(service = {SearchIndex.class, StoredIndex.class, HealthCheck.class, Gauges.class})
public final class StoredIndex implements SearchIndex, HealthCheck, Gauges {
    private final Store store;
    private final State state;
    private final String slow;
    private final Object marks = new Object();

    @Activate
    public StoredIndex(@Reference(target = "(crm.unit=search)") DataSource source) {
        this(source, Path.of(System.getProperty("sala.data", "data"), "search"));
    }

    StoredIndex(DataSource source, Path folder) {
        this.state = new State(source);
        if (isPostgres(source)) {
            TrigramStore table = new TrigramStore(source);
            this.store = table;
            this.slow = table.prepare();
        } else {
            this.store = new LuceneStore(folder);
            this.slow = "";
        }
    }

    StoredIndex(Store store, State state) {
        this.store = store;
        this.state = state;
        this.slow = "";
    }

    private static boolean isPostgres(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked what it is", e);
        }
    }

    @Deactivate
    public void close() {
        store.close();
    }

    /** Whether it belongs to the data. Between the two marks of a change it seems not to, so that change is awaited. */
    boolean whole() {
        if (store.holds(state.stamp())) {
            return true;
        }
        synchronized (marks) {
            return store.holds(state.stamp());
        }
    }

    @Override
    public Set<String> known() {
        State.Kept kept = state.read();
        if (store.holds(kept.stamp())) {
            return kept.entities();
        }
        return whole() ? state.entities() : Set.of();
    }

    /** Entities that were put as a whole since it was begun. */
    Set<String> entities() {
        return state.entities();
    }

    /** All records of an entity have been put. */
    void complete(String entity) {
        state.add(entity);
    }

    /** Something happened to a record that cannot be read now. */
    void lacks(String entity) {
        state.remove(entity);
    }

    @Override
    public List<Long> best(String entity, String text, Scope scope, int most) {
        Needle needle = Needle.of(text);
        return needle.isEmpty() || scope.none() ? List.of() : store.best(entity, needle, scope, most);
    }

    @Override
    public List<Long> ids(String entity, String text, Scope scope, int most) {
        Needle needle = Needle.of(text);
        return needle.isEmpty() || scope.none() ? List.of() : store.any(entity, needle, scope, most);
    }

    @Override
    public boolean finds(String text) {
        return Needle.of(text).isLong();
    }

    /** Does work that reads everything, unless that is being done already. @return whether it was */
    boolean alone(Runnable work) {
        return store.alone(work);
    }

    /** From now on it is not whole, until it is kept again. */
    void begin() {
        state.clear();
        store.clear();
    }

    void put(List<Entry> entries) {
        if (!entries.isEmpty()) {
            store.put(entries);
        }
    }

    void remove(String entity, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            store.remove(entity, ids);
        }
    }

    /** Everything was read. */
    void built() {
        store.settle();
        keep();
    }

    /** The index and the data belong together as they are now. */
    void keep() {
        String stamp = store.name() + ':' + UUID.randomUUID();
        synchronized (marks) {
            store.keep(stamp);
            state.stamp(stamp);
        }
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public Optional<String> warning() {
        return slow.isEmpty() ? Optional.empty() : Optional.of("answers slowly: " + slow);
    }

    @Override
    public Map<String, Number> read() {
        return Map.of(
                "sala_search_entries", store.size(),
                "sala_search_whole", whole() ? 1 : 0,
                "sala_search_indexed", slow.isEmpty() ? 1 : 0);
    }
}

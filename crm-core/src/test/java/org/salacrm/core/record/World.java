package org.salacrm.core.record;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.message.Text;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Scope;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.model.CoreModule;
import org.salacrm.core.store.Tx;

/** The write path over the core's own records, with rights, callers and pick lists that a test writes down. */
final class World implements Callers, PickLists {
    static final Caller ADMIN =
            new Caller(1, "admin", "en", Set.of(), Set.of(), Caller.Kind.ADMINISTRATOR, "127.0.0.1");

    final Tx tx;
    final MetadataRegistry types = new MetadataRegistry(List.of(new CoreModule()));
    final Clock clock = Clock.systemUTC();
    final Ids ids = new Tsids(clock, () -> 1);
    final GivenRights rights = new GivenRights();
    final AtomicInteger rings = new AtomicInteger();
    final Gates gates = new Gates();
    final JpaRecords records;
    private final Map<String, Set<String>> retired = new ConcurrentHashMap<>();
    private final ThreadLocal<Caller> caller = ThreadLocal.withInitial(() -> ADMIN);

    World(Tx tx) {
        this.tx = tx;
        Ground ground = new Ground(tx, types, this, rights, ids, clock);
        records = new JpaRecords(ground, this, user -> OptionalLong.empty(), rings::incrementAndGet, gates);
        records.with(List.of(), List.of(() -> "core_share"));
    }

    static Caller user(long id, Long... teams) {
        return new Caller(id, "u" + id, "en", Set.of(teams), Set.of(), Caller.Kind.USER, "10.0.0." + id);
    }

    @Override
    public Caller current() {
        return caller.get();
    }

    @Override
    public Optional<Caller> find(long user) {
        return Optional.empty();
    }

    @Override
    public <T> T as(Caller who, Supplier<T> work) {
        Caller before = caller.get();
        caller.set(who);
        try {
            return work.get();
        } finally {
            caller.set(before);
        }
    }

    void setHooks(RecordHook... all) {
        records.with(List.of(all), List.of(() -> "core_share"));
    }

    /** Puts a code out of use. */
    void retire(String list, String code) {
        retired.computeIfAbsent(list, l -> new HashSet<>()).add(code);
    }

    /** Every list knows the codes that start with a small letter. */
    @Override
    public PickList get(String id) {
        List<PickList.Item> items = new ArrayList<>();
        for (String code : List.of(
                "active",
                "customer",
                "partner",
                "hot",
                "cold",
                "main",
                "task",
                "call",
                "notStarted",
                "normal",
                "retail",
                "th",
                "en",
                "corporate")) {
            boolean active = !retired.getOrDefault(id, Set.of()).contains(code);
            items.add(new PickList.Item(code, Text.of(code), 0, "neutral", "", Optional.empty(), active));
        }
        return new PickList(id, items);
    }

    @Override
    public List<PickList> all() {
        return List.of();
    }

    @Override
    public void save(PickList list) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long version() {
        return 0;
    }

    Saved account(String name) {
        return records.create("account", Map.of("name", name));
    }

    int update(String sql, Object... values) {
        return tx.required(() -> {
            try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Rows of a plain question, by lower-case column label. */
    List<Map<String, Object>> rows(String sql, Object... values) {
        return tx.required(() -> {
            try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                List<Map<String, Object>> all = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Map<String, Object> row = new LinkedHashMap<>();
                        for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                            String label = rows.getMetaData().getColumnLabel(c).toLowerCase(Locale.ROOT);
                            boolean text = rows.getMetaData().getColumnType(c) == Types.CLOB;
                            row.put(label, text ? rows.getString(c) : rows.getObject(c));
                        }
                        all.add(row);
                    }
                }
                return all;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Everything is allowed but what the test takes away. */
    static final class GivenRights implements Rights {
        final Map<String, Scope> scopes = new ConcurrentHashMap<>();
        final Map<String, Access> fields = new ConcurrentHashMap<>();
        final Set<String> denied = ConcurrentHashMap.newKeySet();
        final Set<String> shared = ConcurrentHashMap.newKeySet();

        @Override
        public Level level(Caller caller, String entity, String verb) {
            return scope(caller, entity, verb).none() ? Level.NONE : Level.ALL;
        }

        @Override
        public Scope scope(Caller caller, String entity, String verb) {
            return caller.mayEverything() ? Scope.ALL : scopes.getOrDefault(entity + "." + verb, Scope.ALL);
        }

        @Override
        public Access field(Caller caller, String entity, String field) {
            return caller.mayEverything() ? Access.WRITE : fields.getOrDefault(entity + "." + field, Access.WRITE);
        }

        @Override
        public boolean permitted(Caller caller, String permission) {
            return caller.mayEverything() || !denied.contains(permission);
        }

        @Override
        public boolean allowed(Caller caller, String entity, long id, String verb) {
            return caller.mayEverything() || shared.contains(entity + id + verb);
        }

        @Override
        public Decision why(Caller caller, String entity, long id, String verb) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Decision why(Caller caller, String entity, String field) {
            throw new UnsupportedOperationException();
        }
    }
}

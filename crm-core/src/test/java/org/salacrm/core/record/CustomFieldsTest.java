package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.definition.Definition;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.definition.View;
import org.salacrm.api.entity.CustomFields.NewField;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Filter;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.record.custom.SideTableFields;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.TestStore;
import org.salacrm.core.testing.FakeLive;
import org.salacrm.core.testing.TestClock;

@RunWith(Parameterized.class)
public class CustomFieldsTest implements Registry, Messages {
    private final TestStore store;
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T00:00:00Z"));
    private final FakeLive live = new FakeLive(new ArrayList<>());
    private World world;
    private SideTableFields fields;

    public CustomFieldsTest(Vendor vendor) {
        store = vendor == Vendor.DERBY ? TestStore.derby() : TestStore.postgres();
    }

    @Parameters(name = "{0}")
    public static Vendor[] vendors() {
        return Vendor.values();
    }

    @Before
    public void open() {
        start();
    }

    @After
    public void close() {
        store.close();
    }

    private void start() {
        world = new World(store.tx());
        SideTableFields.Ground ground = new SideTableFields.Ground(
                store.tx(), world.types, world, world.rights, world.ids, clock, world.gates, live);
        fields = new SideTableFields(ground, world, this, this);
    }

    @Test
    public void anOwnFieldIsSavedToldKeptInTheBinAndThereAfterARestart() {
        Saved before = world.account("before");
        fields.add("account", field("fleetSize", "int"));
        fields.add("account", field("discount", "percent"));
        fields.add("account", field("since", "datetime"));
        fields.add("account", field("shopLine", "line"));
        assertThat(live.told()).hasSize(4);
        assertThat(fields.find("account.fleetSize.label")).contains(new Text("ก", "A"));
        Saved saved = world.records.create(
                "account", Map.of("name", "A", "fleetSize", "12", "discount", 2.5, "shopLine", "@shop"));
        assertThat(world.records
                        .update("account", saved.id(), 1, Map.of("fleetSize", 13))
                        .version())
                .isEqualTo(2);
        assertThat(world.records
                        .update("account", before.id(), 1, Map.of("since", "2026-01-02T03:04:05Z"))
                        .version())
                .isEqualTo(2);
        assertThat(row(saved)).containsEntry("x_fleet_size", 13).containsEntry("x_discount", new BigDecimal("2.50"));
        assertThat(row(saved)).containsEntry("x_shop_line", "@shop");
        assertThat((String)
                        world.rows("select changes from core_history where record_id = ? and version = 2", saved.id())
                                .get(0)
                                .get("changes"))
                .isEqualTo("[{\"field\":\"fleetSize\",\"old\":12,\"new\":13}]");
        assertThat(Stores.refusals(() -> world.records.update("account", saved.id(), 2, Map.of("fleetSize", "many"))))
                .containsExactly("fleetSize invalid.type.number");
        start();
        Map<String, Object> kept = row(saved);
        world.records.delete("account", saved.id(), 2);
        assertThat(world.rows("select id from core_account_x1 where id = ?", saved.id()))
                .isEmpty();
        world.records.restore((Long) world.rows("select id from core_bin where record_id = ?", saved.id())
                .get(0)
                .get("id"));
        assertThat(row(saved)).isEqualTo(kept);
    }

    @Test
    public void savedViewsThatNameAFieldAreAmongItsUsesThoseOfOthersWithoutTheirNames() {
        fields.add("account", field("grade", "text"));
        view(1, "Columns", "all", 9, "{'columns':['name','grade']}");
        view(2, "Sorted", "team", 9, "{'columns':['name'],'sort':[{'path':'grade','desc':true}]}");
        view(3, "Grouped", "private", world.current().user(), "{'columns':['name'],'group':'grade'}");
        view(4, "Filtered", "all", 9, "{'columns':['name'],'filter':{'not':{'field':'account.grade','value':'A'}}}");
        view(5, "Secret", "private", 9, "{'columns':['name'],'pinned':['grade']}");
        view(6, "Other", "all", 9, "{'columns':['upgrade'],'widths':{'grade':90}}");
        assertThat(fields.uses("account", "grade"))
                .extracting(Text::en)
                .containsExactly("Columns", "Sorted", "Grouped", "Filtered", "1 private views of others");
    }

    private void view(long id, String name, String audience, long owner, String body) {
        store.tx().required(() -> new Sql(store.tx())
                .update(
                        "INSERT INTO core_saved_view (id, entity, name, audience, team_id, user_id, body)"
                                + " VALUES (?, 'account', ?, ?, 0, ?, ?)",
                        id,
                        name,
                        audience,
                        owner,
                        body.replace('\'', '"')));
    }

    @Test
    public void aRemovedFieldIsGoneAndComesBackWithItsValuesWithinThirtyDays() {
        fields.add("account", field("fleetSize", "int"));
        Saved saved = world.records.create("account", Map.of("name", "A", "fleetSize", 12));
        assertThat(fields.uses("account", "fleetSize"))
                .containsExactlyInAnyOrder(new Text("ข้อมูล 1 รายการ", "1 records"), Text.of("big-fleets"));
        fields.remove("account", "fleetSize");
        assertThat(Stores.refusals(() -> world.records.update("account", saved.id(), 1, Map.of("fleetSize", 13))))
                .containsExactly("fleetSize invalid.unknown");
        clock.forward(29 * 86_400);
        fields.restore("account", "fleetSize");
        assertThat(row(saved)).containsEntry("x_fleet_size", 12);
        world.records.update("account", saved.id(), 1, Map.of("fleetSize", 13));
        fields.remove("account", "fleetSize");
        clock.forward(31 * 86_400);
        assertThat(Stores.refusals(() -> fields.restore("account", "fleetSize")))
                .containsExactly("name invalid.field.gone");
        start();
        assertThat(row(saved)).doesNotContainKey("x_fleet_size");
        fields.add("account", field("fleetSize", "text"));
        world.records.update("account", saved.id(), 2, Map.of("fleetSize", "some"));
    }

    @Test
    public void whatCannotBeAFieldIsNamed() {
        assertThat(Stores.refusals(() -> fields.add("account", field("name", "int"))))
                .containsExactly("name invalid.unique");
        NewField wrong = new NewField("1;drop", "colour", new Text("", "A"), false, "", List.of(), "", 9999, 9);
        assertThat(Stores.refusals(() -> fields.add("account", wrong)))
                .extracting(refusal -> refusal.split(" ")[0])
                .containsExactly("name", "label", "kind", "size", "scale");
        assertThat(Stores.refusals(() -> fields.add("account", field("friend", "ref"))))
                .containsExactly("ref invalid.reference");
        assertThat(Stores.refusals(() -> fields.add("territory", field("x", "int"))))
                .containsExactly(" invalid.field.entity");
        world.as(World.user(9), () -> {
            world.rights.denied.add("field.manage");
            assertThatThrownBy(() -> fields.add("account", field("y", "int"))).isInstanceOf(ForbiddenException.class);
            return "";
        });
    }

    @Test
    public void theHundredAndFirstFieldOpensASecondTable() {
        for (int i = 0; i < 101; i++) {
            fields.add("account", field("f" + i, "bool"));
        }
        Saved saved = world.records.create("account", Map.of("name", "A", "f0", true, "f100", true));
        assertThat(world.rows("select x_f0 from core_account_x1 where id = ?", saved.id()))
                .containsExactly(Map.of("x_f0", true));
        assertThat(world.rows("select x_f100 from core_account_x2 where id = ?", saved.id()))
                .containsExactly(Map.of("x_f100", true));
    }

    @Test
    public void fieldsAreAddedWhileOthersWrite() throws Exception {
        fields.add("account", field("first", "int"));
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Future<?>> writers = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            writers.add(pool.submit(() -> {
                while (!over.get()) {
                    Saved saved = world.records.create("account", Map.of("name", "A", "first", 1));
                    world.records.update("account", saved.id(), 1, Map.of("first", 2));
                    written.incrementAndGet();
                }
            }));
        }
        for (int i = 0; i < 10; i++) {
            fields.add("account", field("load" + i, "text"));
            world.records.create("account", Map.of("name", "B", "load" + i, "x"));
        }
        over.set(true);
        for (Future<?> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();
        assertThat(written.get()).isPositive();
        assertThat(world.rows("select id from core_account_x1 where x_first = 2"))
                .hasSize(written.get());
    }

    private static NewField field(String name, String kind) {
        int scale = kind.equals("percent") ? 2 : 0;
        return new NewField(name, kind, new Text("ก", "A"), false, "", List.of(), "", 0, scale);
    }

    private Map<String, Object> row(Saved saved) {
        return world.rows("select * from core_account_x1 where id = ?", saved.id())
                .get(0);
    }

    @Override
    public <D extends Definition> List<D> all(Class<D> kind) {
        return kind == View.class
                ? List.of(kind.cast(new View(
                        "big-fleets",
                        "account",
                        List.of("name", "owner.name"),
                        List.of(),
                        Filter.where("fleetSize", ">", 10),
                        "table",
                        0)))
                : List.of();
    }

    @Override
    public <D extends Definition> Optional<D> find(Class<D> kind, String id) {
        return Optional.empty();
    }

    @Override
    public <D extends Definition> void save(Class<D> kind, String id, Map<String, ?> body) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <D extends Definition> void reset(Class<D> kind, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public Text text(String key) {
        return Text.of(key);
    }

    @Override
    public boolean has(String key) {
        return false;
    }

    @Override
    public String format(String language, String key, Map<String, ?> values) {
        return key;
    }
}

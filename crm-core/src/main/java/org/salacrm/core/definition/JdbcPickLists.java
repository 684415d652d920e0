package org.salacrm.core.definition;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.message.Text;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Pick lists as shipped, with the company's rows over them: a list the company never changed is the shipped one; in a
 * changed one a code that a newer version ships is added at the end.
 */
@Component(service = {PickLists.class, PickRows.class})
public class JdbcPickLists implements PickLists, PickRows {
    private static final String COLUMNS =
            "list_id, code, label_th, label_en, sort_order, tone, phase, percent_value, active";

    private final Registry registry;
    private final Sql sql;
    private final Setup setup;
    private final Kept<List<Row>> rows;
    private volatile Picture picture = new Picture(List.of(), -1, 0, Map.of());

    @Activate
    public JdbcPickLists(
            @Reference Registry registry, @Reference Tx tx, @Reference Setup setup, @Reference Clock clock) {
        this.registry = registry;
        this.sql = new Sql(tx);
        this.setup = setup;
        this.rows = new Kept<>(this::read, clock);
    }

    private record Row(String list, PickList.Item item) {}

    private record Picture(List<Row> rows, long registry, long version, Map<String, PickList> lists) {}

    @Override
    public PickList get(String id) {
        PickList list = current().lists().get(id);
        return list == null ? new PickList(id, List.of()) : list;
    }

    @Override
    public List<PickList> all() {
        return List.copyOf(current().lists().values());
    }

    @Override
    public long version() {
        return current().version();
    }

    @Override
    public void save(PickList list) {
        PickList before = get(list.id());
        PickListCheck.check(list, before.ofStates());
        Map<String, PickList.Item> items = new LinkedHashMap<>();
        for (PickList.Item item : list.items()) {
            items.put(item.code(), placed(item, items.size(), item.active()));
        }
        for (PickList.Item gone : before.items()) {
            items.computeIfAbsent(gone.code(), code -> placed(gone, items.size(), false));
        }
        setup.change(
                new Setup.Edit("pickList", list.id(), text(before.items()), text(items.values())),
                () -> replace(list.id(), items.values()),
                rows::forget);
    }

    @Override
    public void remove(String list, String code) {
        setup.change(
                new Setup.Edit("pickList", list, code, ""),
                () -> {
                    sql.update("DELETE FROM core_pick WHERE list_id = ? AND code = ?", list, code);
                    List<PickList.Item> rest = read().stream()
                            .filter(row -> row.list().equals(list))
                            .map(Row::item)
                            .toList();
                    replace(list, isShipped(list, rest) ? List.of() : rest);
                },
                rows::forget);
    }

    private boolean isShipped(String list, List<PickList.Item> items) {
        return registry.all(PickList.class).stream()
                .anyMatch(one ->
                        one.id().equals(list) && numbered(sorted(one.items())).equals(numbered(items)));
    }

    private static List<PickList.Item> numbered(List<PickList.Item> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> placed(items.get(i), i, items.get(i).active()))
                .toList();
    }

    private void replace(String list, Collection<PickList.Item> items) {
        sql.update("DELETE FROM core_pick WHERE list_id = ?", list);
        for (PickList.Item item : items) {
            sql.update(
                    "INSERT INTO core_pick (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    list,
                    item.code(),
                    item.label().th(),
                    item.label().en(),
                    item.order(),
                    item.tone(),
                    item.phase(),
                    item.percent().orElse(null),
                    item.active());
        }
    }

    private List<Row> read() {
        return sql.list("SELECT " + COLUMNS + " FROM core_pick ORDER BY list_id, sort_order, code", JdbcPickLists::row);
    }

    private static Row row(ResultSet r) throws SQLException {
        Optional<BigDecimal> percent = Optional.ofNullable(r.getBigDecimal("percent_value"))
                .map(p -> p.stripTrailingZeros()
                        .setScale(Math.max(0, p.stripTrailingZeros().scale())));
        Text label = new Text(r.getString("label_th"), r.getString("label_en"));
        return new Row(
                r.getString("list_id"),
                new PickList.Item(
                        r.getString("code"),
                        label,
                        r.getInt("sort_order"),
                        r.getString("tone"),
                        r.getString("phase"),
                        percent,
                        r.getBoolean("active")));
    }

    private Picture current() {
        Picture now = picture;
        return now.rows() == rows.get() && now.registry() == registry.version() ? now : redraw();
    }

    private synchronized Picture redraw() {
        List<Row> company = rows.get();
        long shipped = registry.version();
        if (picture.rows() != company || picture.registry() != shipped) {
            Map<String, Map<String, PickList.Item>> items = new TreeMap<>();
            company.forEach(r -> list(items, r.list()).put(r.item().code(), r.item()));
            for (PickList list : registry.all(PickList.class)) {
                Map<String, PickList.Item> own = list(items, list.id());
                sorted(list.items())
                        .forEach(i -> own.computeIfAbsent(i.code(), c -> placed(i, own.size(), i.active())));
            }
            Map<String, PickList> lists = new TreeMap<>();
            items.forEach((id, own) -> lists.put(id, new PickList(id, sorted(own.values()))));
            picture = new Picture(company, shipped, picture.version() + 1, lists);
        }
        return picture;
    }

    private static Map<String, PickList.Item> list(Map<String, Map<String, PickList.Item>> items, String id) {
        return items.computeIfAbsent(id, k -> new LinkedHashMap<>());
    }

    private static List<PickList.Item> sorted(Collection<PickList.Item> items) {
        List<PickList.Item> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparingInt(PickList.Item::order));
        return sorted;
    }

    private static PickList.Item placed(PickList.Item item, int place, boolean active) {
        return new PickList.Item(item.code(), item.label(), place, item.tone(), item.phase(), item.percent(), active);
    }

    private static String text(Collection<PickList.Item> items) {
        return String.join("\n", items.stream().map(PickList.Item::toString).toList());
    }
}

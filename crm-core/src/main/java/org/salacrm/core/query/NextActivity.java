package org.salacrm.core.query;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Report.Dimension;
import org.salacrm.api.query.Report.Fact;
import org.salacrm.api.query.Report.Measure;

/**
 * When the next thing to be done about records begins, as far as the caller may know: one question for a page. What is
 * late comes first; what began before today and is not over is today's.
 */
final class NextActivity {
    private static final String ACTIVITY = "activity";
    private static final Map<String, Measure> FIRST = new TreeMap<>(Map.of("late", first(Op.LT), "next", first(Op.GE)));

    private final EntityTypes types;
    private final FactAsker asker;
    private final Supplier<Asking> askings;
    private final CompanyTime time;

    NextActivity(Source source, FactAsker asker, Supplier<Asking> askings) {
        this.types = source.types();
        this.time = source.time();
        this.asker = asker;
        this.askings = askings;
    }

    private static Measure first(String due) {
        return new Measure("min", "plannedAt", Filter.where("dueAt", due, "@today"));
    }

    /** @return by the records' ids; nothing for those about which nothing is to be done */
    Map<Long, Object> of(EntityType type, List<Long> ids) {
        Map<Long, Object> next = new HashMap<>();
        Instant today = time.start(time.today());
        types.find(ACTIVITY).ifPresent(activity -> {
            String via = via(activity, type);
            Filter filter = Filter.in(via, ids).and(Filter.eq("open", true));
            Fact fact = new Fact(ACTIVITY, filter, Map.of(), FIRST, "");
            Asking asking = askings.get();
            FactReading.Read read = new FactReading(asking, activity)
                    .read(List.of(new Dimension("record", via, "", false)), fact, filter);
            Grid grid = new Grid(Arrays.asList(null, null));
            asker.ask(read.question(), asking.values(), grid, read.places());
            grid.rows()
                    .forEach(
                            (key, row) -> next.put(id(key.get(0)), row[0] == null ? notBefore(today, row[1]) : row[0]));
        });
        return next;
    }

    private static Object notBefore(Instant today, Object begins) {
        return begins instanceof Instant at && at.isBefore(today) ? today : begins;
    }

    private static Long id(Object key) {
        return key instanceof Ref ref ? Long.valueOf(ref.id()) : (Long) key;
    }

    /** The field of its own for this kind of record, or else the one for any. */
    private static String via(EntityType activity, EntityType type) {
        List<FieldType> fields = activity.fields();
        return fields.stream()
                .filter(field -> field.ref().equals(type.name()))
                .findFirst()
                .or(() ->
                        fields.stream().filter(field -> field.ref().equals("*")).findFirst())
                .map(FieldType::name)
                .orElseThrow();
    }
}

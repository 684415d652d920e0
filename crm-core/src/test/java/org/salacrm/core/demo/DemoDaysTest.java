package org.salacrm.core.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Test;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.core.model.CoreModule;
import org.salacrm.core.store.TestStore;

/** The made-up company is the same whenever it is first opened, its days counted from that day. */
public class DemoDaysTest {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    /** A Sunday as well: nobody works on weekends, so days can only be compared between equal days of the week. */
    private static final LocalDate FIRST_OF_A_MONTH = LocalDate.of(2026, 11, 1);

    @Test
    public void whicheverDayItIsOpenedItIsTheSameCompanyAndHasWorkToDo() {
        Map<String, List<String>> one = opened(SUNDAY);
        Map<String, List<String>> other = opened(FIRST_OF_A_MONTH);
        assertThat(other.keySet()).isEqualTo(one.keySet());
        one.forEach((entity, rows) -> {
            Set<String> others = Set.copyOf(other.get(entity));
            assertThat(other.get(entity)).as(entity).hasSameSizeAs(rows);
            assertThat(rows).as(entity).allMatch(others::contains, "is there as well");
        });
    }

    private static Map<String, List<String>> opened(LocalDate day) {
        try (TestStore store = TestStore.derby()) {
            DemoStage demo = new DemoStage(store, List.of(new CoreModule()));
            Instant morning = day.atTime(9, 30).atZone(BANGKOK).toInstant();
            return demo.stage.at(morning, () -> {
                new DemoCompany(demo.stage).fill();
                return demo.stage.asSystem(() -> {
                    for (String period : List.of("@today", "@thisWeek", "@thisMonth")) {
                        Filter due = Filter.where("dueAt", Op.WITHIN, period);
                        assertThat(demo.queries.count("activity", Filter.all(due, Filter.eq("open", true))))
                                .as("%s of %s", period, day)
                                .isPositive();
                    }
                    return rows(demo, day);
                });
            });
        }
    }

    /** By entity what its records say, but for ids and birthdays; the roles are not the company's but were there. */
    private static Map<String, List<String>> rows(DemoStage demo, LocalDate day) {
        Map<String, List<String>> all = new TreeMap<>();
        List<EntityType> types = demo.types.all().stream()
                .filter(type -> !type.name().equals("role"))
                .toList();
        for (EntityType type : types) {
            String[] fields = type.fields().stream()
                    .filter(field -> !field.isParts() && !field.flags().hidden())
                    .map(FieldType::name)
                    .filter(name ->
                            !List.of("id", "birthday", "day", "monthDay").contains(name))
                    .toArray(String[]::new);
            List<String> rows = new ArrayList<>();
            demo.queries.each(
                    Query.of(type.name(), fields),
                    row -> rows.add(row.values().stream()
                            .map(value -> said(value, day))
                            .toList()
                            .toString()));
            all.put(type.name(), rows);
        }
        assertThat(all.get("lead")).hasSizeGreaterThan(480);
        return all;
    }

    private static String said(Object value, LocalDate day) {
        if (value instanceof LocalDate date) {
            return "day " + ChronoUnit.DAYS.between(day, date);
        }
        if (value instanceof Instant moment) {
            return "moment " + Duration.between(day.atStartOfDay(BANGKOK).toInstant(), moment);
        }
        return value instanceof Ref ref ? ref.entity() + " " + ref.label() : String.valueOf(value);
    }
}

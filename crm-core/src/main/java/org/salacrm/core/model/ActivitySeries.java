package org.salacrm.core.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.calendar.Series;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.event.RecordListener;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.calendar.Recurrence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A series is one activity that stands at its next time and carries the rule. When that time is done or over, the
 * activity keeps what came of it and hands the rule to a successor at the time after.
 */
@Component(service = {Series.class, RecordListener.class, ActivitySeries.class})
public class ActivitySeries implements Series, RecordListener {
    private static final Logger LOG = LoggerFactory.getLogger(ActivitySeries.class);
    private static final String ACTIVITY = "activity";
    private static final String RULE = "recurrence";
    /** What was missed longer ago, while the product stood still, is passed over. */
    private static final int DAYS_MADE_UP = 7;

    private static final Caller PRODUCT = Caller.system("series");

    private final Records records;
    private final Queries queries;
    private final Callers callers;
    private final Clock clock;
    private final ActivityCopies copies;

    @Activate
    public ActivitySeries(
            @Reference Records records,
            @Reference Queries queries,
            @Reference Callers callers,
            @Reference Clock clock,
            @Reference ActivityCopies copies) {
        this.records = records;
        this.queries = queries;
        this.callers = callers;
        this.clock = clock;
        this.copies = copies;
    }

    @Override
    public String name() {
        return "activity-series";
    }

    @Override
    public Saved change(Time time, Map<String, ?> values) {
        return records.transaction(() -> {
            ActivityCopies.Original series = series(time);
            if (series.day().equals(time.day())) {
                return first(time, series, values);
            }
            Recurrence rule = series.rule();
            Recurrence left = time.onwards() ? rule.until(time.day().minusDays(1)) : rule.without(time.day());
            records.update(ACTIVITY, time.series(), time.version(), Map.of(RULE, left.toString()));
            String own = time.onwards() ? rule.since(time.day()).toString() : "";
            Saved made = copy(series, time.day(), own);
            return values.isEmpty() ? made : records.update(ACTIVITY, made.id(), made.version(), values);
        });
    }

    /** The time it stands at is the activity itself: alone it goes on without the rule, otherwise all change. */
    private Saved first(Time time, ActivityCopies.Original series, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        if (!time.onwards()) {
            series.rule()
                    .next(series.day(), series.day())
                    .ifPresent(next -> copy(series, next, series.rule().toString()));
            all.put(RULE, "");
        }
        return records.update(ACTIVITY, time.series(), time.version(), all);
    }

    @Override
    public void drop(Time time) {
        records.transaction(() -> {
            ActivityCopies.Original series = series(time);
            Recurrence rule = series.rule();
            Optional<LocalDate> next = rule.next(series.day(), series.day());
            boolean first = series.day().equals(time.day());
            if (first && (time.onwards() || next.isEmpty())) {
                records.delete(ACTIVITY, time.series(), time.version());
                return null;
            }
            Map<String, Object> values = new LinkedHashMap<>();
            if (first) {
                values.putAll(series.times(next.get()));
            }
            Recurrence left =
                    time.onwards() ? rule.until(time.day().minusDays(1)) : first ? rule : rule.without(time.day());
            values.put(RULE, left.toString());
            return records.update(ACTIVITY, time.series(), time.version(), values);
        });
    }

    private ActivityCopies.Original series(Time time) {
        if (queries.one(ACTIVITY, time.series(), List.of()).isEmpty()) {
            throw new AbsentRecordException(ACTIVITY, time.series());
        }
        ActivityCopies.Original series = asProduct(() -> copies.read(time.series()))
                .filter(original -> !original.text(RULE).isEmpty())
                .orElseThrow(() -> new InvalidRecordException("", "activity.series.day"));
        LocalDate day = time.day();
        if (series.rule().between(series.day(), day, day).isEmpty()) {
            throw new InvalidRecordException("", "activity.series.day");
        }
        return series;
    }

    private Saved copy(ActivityCopies.Original series, LocalDate day, String rule) {
        Map<String, Object> values = series.values(day);
        values.put(RULE, rule);
        return asProduct(() -> records.create(ACTIVITY, values));
    }

    private <T> T asProduct(Supplier<T> work) {
        return callers.as(PRODUCT, work);
    }

    /** Somebody finished the time a series stands at. */
    @Override
    public void on(List<RecordEvent> events) {
        if (events.stream()
                .anyMatch(event ->
                        event.entity().equals(ACTIVITY) && event.changed().contains("open"))) {
            goOn();
        }
    }

    /** Lets every series go on whose time is done or over, by as many times as were missed. */
    public void goOn() {
        for (int day = 0; day <= DAYS_MADE_UP && !over().isEmpty(); day++) {
            over().forEach(row -> handOver(row.id()));
        }
    }

    private List<Row> over() {
        Filter done = Filter.any(Filter.eq("open", false), Filter.where("dueAt", Op.LT, clock.instant()));
        Query query = Query.of(ACTIVITY)
                .where(Filter.where("repeatsUntil", Op.NOT_EMPTY).and(done));
        return asProduct(() -> queries.page(query).rows());
    }

    private void handOver(long id) {
        try {
            asProduct(() -> records.transaction(() -> {
                copies.read(id)
                        .filter(series -> !series.text(RULE).isEmpty())
                        .ifPresent(series -> handOver(id, series));
                return null;
            }));
        } catch (StaleRecordException | InvalidRecordException e) {
            LOG.warn("Activity {} waits with its next time: {}", id, e.getMessage());
        }
    }

    private void handOver(long id, ActivityCopies.Original series) {
        LocalDate missed = series.today(clock).minusDays(DAYS_MADE_UP + 1L);
        LocalDate after = series.day().isBefore(missed) ? missed : series.day();
        Recurrence rule = series.rule();
        records.update(ACTIVITY, id, series.version(), Map.of(RULE, ""));
        rule.next(series.day(), after)
                .ifPresent(next -> copy(series, next, rule.since(next).toString()));
    }
}

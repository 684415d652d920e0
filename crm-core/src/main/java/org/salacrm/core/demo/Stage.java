package org.salacrm.core.demo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.record.Writes;
import org.salacrm.core.store.SystemClock;

/** What the made-up company is played on, and what of it has been played already. */
@Component(service = Stage.class)
public class Stage {
    private static final String DAY = "demo.day";

    final Records records;
    final Queries queries;
    final Pen pen;
    private final Callers callers;
    private final SystemClock clock;
    private final Settings settings;
    private final CompanyZone zone;

    @Activate
    public Stage(
            @Reference Records records,
            @Reference Writes writes,
            @Reference Queries queries,
            @Reference Callers callers,
            @Reference SystemClock clock,
            @Reference Settings settings,
            @Reference CompanyZone zone) {
        this.records = records;
        this.pen = new Pen(writes);
        this.queries = queries;
        this.callers = callers;
        this.clock = clock;
        this.settings = settings;
        this.zone = zone;
    }

    <T> T asSystem(Supplier<T> work) {
        return callers.as(Caller.system("demo"), work);
    }

    /** The day everything is counted from: that of the first start, for ever. */
    Optional<Days> days() {
        return settings.company(DAY).map(day -> new Days(LocalDate.parse(day.replace("\"", "")), zone.get()));
    }

    Days begin() {
        Days days = new Days(LocalDate.ofInstant(clock.instant(), zone.get()), zone.get());
        settings.company(DAY, "\"" + days.today() + "\"");
        return days;
    }

    boolean played(String act) {
        return settings.company("demo." + act).isPresent();
    }

    void setPlayed(String act, String json) {
        settings.company("demo." + act, json);
    }

    <T> T at(java.time.Instant time, Supplier<T> work) {
        return clock.at(time, work);
    }

    void live(Diary diary) {
        diary.live(records, callers, clock);
    }
}

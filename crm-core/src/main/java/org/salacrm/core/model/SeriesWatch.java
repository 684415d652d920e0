package org.salacrm.core.model;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that the time of a series is over although nobody did anything. */
@Component(service = SeriesWatch.class, immediate = true)
public class SeriesWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SeriesWatch.class);
    private static final int MINUTES = 2;

    private final ActivitySeries series;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sala-series");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public SeriesWatch(@Reference ActivitySeries series) {
        this.series = series;
        clock.scheduleWithFixedDelay(this::look, MINUTES, MINUTES, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            series.goOn();
        } catch (RuntimeException e) { // outermost: in two minutes it is looked at again
            LOG.warn("Activities that come back wait: {}", e.getMessage());
        }
    }

    @Deactivate
    public void stop() {
        clock.shutdownNow();
    }
}

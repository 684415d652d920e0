package org.salacrm.core.model;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.store.Rounds;

/** Notices that the time of a series is over although nobody did anything. */
@Component(service = SeriesWatch.class, immediate = true)
public class SeriesWatch {
    private static final int SECONDS = 120;

    private final Rounds rounds;

    @Activate
    public SeriesWatch(@Reference ActivitySeries series) {
        rounds = new Rounds("Series").every(SECONDS, SECONDS, series::goOn);
    }

    @Deactivate
    public void stop() {
        rounds.close();
    }
}

package org.salacrm.core.greeting;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every minute, on every node, whether a greeting is due; which node sends it is decided by the database. */
@Component(service = GreetingWatch.class, immediate = true)
public class GreetingWatch {
    private static final Logger LOG = LoggerFactory.getLogger(GreetingWatch.class);
    private static final int FIRST = 20;
    private static final int SECONDS = 60;

    private final DueGreetings due;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sala-greetings");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public GreetingWatch(@Reference DueGreetings due) {
        this.due = due;
        clock.scheduleWithFixedDelay(this::look, FIRST, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            due.look();
        } catch (RuntimeException e) { // outermost: in a minute it is looked again
            LOG.warn("Greetings wait: {}", e.toString());
        }
    }

    @Deactivate
    public void stop() {
        clock.shutdownNow();
    }
}

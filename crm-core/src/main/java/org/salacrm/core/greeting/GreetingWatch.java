package org.salacrm.core.greeting;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.store.Rounds;

/** Looks every minute, on every node, whether a greeting is due; which node sends it is decided by the database. */
@Component(service = GreetingWatch.class, immediate = true)
public class GreetingWatch {
    private static final int FIRST = 5;
    private static final int SECONDS = 60;

    private final Rounds rounds;

    @Activate
    public GreetingWatch(@Reference DueGreetings due) {
        rounds = new Rounds("Greetings").every(FIRST, SECONDS, due::look);
    }

    @Deactivate
    public void stop() {
        rounds.close();
    }
}

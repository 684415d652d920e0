package org.salacrm.itest.torture;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.Test;
import org.salacrm.itest.OnEachDatabase;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.Wait;

/** Sala is killed in the middle of work, and while it starts again: nothing that it acknowledged is lost or halved. */
public class KilledIT extends OnEachDatabase {
    private static final Duration START = Duration.ofMinutes(2);

    @Test
    public void whatWasAcknowledgedOutlivesAKill() {
        Random random = Size.random(getClass());
        try (RunningSala sala = database.fresh("killed")) {
            Office office = new Office(sala, random, Size.of("rows", 300));
            for (int round = 1; round <= Size.of("rounds", 1); round++) {
                office.open();
                office.awaitAcknowledged(1 + random.nextInt(Size.of("writes", 100)));
                sala.kill();
                office.close();
                if (round % 2 == 1) {
                    killWhileStarting(sala, random);
                }
                sala.start();
                office.compare();
            }
            office.compareAll();
        }
    }

    private static void killWhileStarting(RunningSala sala, Random random) {
        String sign = List.of("Database:", "Tables of core", "Starting with").get(random.nextInt(3));
        int before = sala.log().length();
        sala.launch();
        Wait.until(() -> "the log says " + sign, START, () -> sala.log().indexOf(sign, before) >= 0 || sala.isReady());
        sala.kill();
    }
}

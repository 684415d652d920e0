package org.salacrm.itest.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.TestPostgres;
import org.salacrm.itest.Wait;

/** Sala is killed in the middle of work, and while it starts again: nothing that it acknowledged is lost or halved. */
@RunWith(Parameterized.class)
public class KilledIT {
    private static final Duration START = Duration.ofMinutes(2);

    private final Supplier<RunningSala> starting;

    public KilledIT(String database, Supplier<RunningSala> starting) {
        this.starting = starting;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        Path data = TestPostgres.folder("killed");
        return List.of(
                new Object[] {"derby", (Supplier<RunningSala>) () -> RunningSala.fresh(data.resolve("derby"), Map.of())
                },
                new Object[] {
                    "postgres",
                    (Supplier<RunningSala>) () -> RunningSala.freshOnPostgres(data.resolve("postgres"), Map.of())
                });
    }

    @Test
    public void whatWasAcknowledgedOutlivesAKill() {
        Random random = Size.random(getClass());
        try (RunningSala sala = starting.get()) {
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

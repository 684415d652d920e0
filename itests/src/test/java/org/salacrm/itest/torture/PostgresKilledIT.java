package org.salacrm.itest.torture;

import java.util.Random;
import org.junit.Test;
import org.salacrm.itest.RunningSala;

/** PostgreSQL is killed in the middle of work: Sala loses nothing, says so, and goes on by itself. */
public class PostgresKilledIT {
    private static final int ENOUGH = 20;

    @Test
    public void whatWasAcknowledgedOutlivesAKillOfTheDatabase() {
        Random random = Size.random(getClass());
        try (OwnPostgres postgres = new OwnPostgres();
                RunningSala sala = postgres.sala()) {
            Office office = new Office(sala, random, Size.of("rows", 300));
            for (int round = 1; round <= Size.of("postgres.rounds", 1); round++) {
                office.open();
                office.awaitAcknowledged(1 + random.nextInt(Size.of("writes", 100)));
                postgres.kill();
                office.awaitUnanswered(ENOUGH);
                postgres.start();
                office.awaitAcknowledged(ENOUGH);
                office.close();
                office.compare();
            }
            office.compareAll();
        }
    }
}

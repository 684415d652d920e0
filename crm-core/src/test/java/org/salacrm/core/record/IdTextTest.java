package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.Test;

public class IdTextTest {
    @Test
    public void idsOfAllYearsAreRead() {
        for (String day : new String[] {"2026-11-28", "2031-12-31", "2092-12-31"}) {
            long id = new Tsids(Clock.fixed(Instant.parse(day + "T00:00:00Z"), ZoneOffset.UTC), () -> 1023).next();

            assertThat(IdText.read(Long.toString(id))).as(day).contains(id);
        }
    }

    @Test
    public void anythingElseIsNone() {
        for (String text :
                new String[] {"", "-1", "+1", "1.0", "๑๒", "x", "9223372036854775808", "10000000000000000000"}) {
            assertThat(IdText.read(text)).as(text).isEmpty();
        }
    }
}

package org.salacrm.rest.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.Test;
import org.salacrm.api.event.Live.Message;

public class LatestTest {
    private static final Predicate<Message> NOBODY = message -> false;

    private final AtomicLong now = new AtomicLong(-Duration.ofHours(1).toNanos()); // the clock may begin anywhere
    private final Latest latest = new Latest(now::get);

    @Test
    public void knowsWhatWasToldAndConcernsWhoAsks() {
        tell("record");
        pass(5);
        tell("job");
        pass(5);
        assertThat(any(11, message -> message.type().equals("record"))).isTrue();
        assertThat(any(9, message -> message.type().equals("record"))).isFalse();
        assertThat(any(11, NOBODY)).isFalse();
    }

    @Test
    public void whatHadNoRoomMayHaveConcernedAnybody() {
        for (int i = 0; i < 1000; i++) {
            tell("record");
        }
        pass(5);
        assertThat(any(6, NOBODY)).isFalse();
        tell("record");
        assertThat(any(6, NOBODY)).as("the first one fell out 5 s ago").isTrue();
        assertThat(any(4, NOBODY)).as("all of the last 4 s is known").isFalse();
    }

    @Test
    public void saysOfALongerTimeThanItKnowsThatSomethingWasTold() {
        assertThat(any(29, NOBODY)).isFalse();
        assertThat(any(31, NOBODY)).isTrue();
        tell("record");
        pass(31);
        tell("job");
        assertThat(any(32, NOBODY)).isTrue();
        assertThat(any(29, NOBODY)).isFalse();
    }

    private void tell(String type) {
        latest.add(new Message(type, 0, Map.of()));
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private boolean any(int seconds, Predicate<Message> concerns) {
        return latest.any(Duration.ofSeconds(seconds), concerns);
    }
}

package org.salacrm.core.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.salacrm.core.store.TestStore;

public class KeyLockTest {
    @Test
    public void aNodeWaitsUntilTheOtherHasMadeTheKeys() {
        try (TestStore store = TestStore.postgres()) {
            CountDownLatch second = new CountDownLatch(1);
            ExecutorService other = Executors.newSingleThreadExecutor();
            new KeyLock(store.database()).alone(() -> {
                other.submit(() -> new KeyLock(store.database()).alone(() -> {
                    second.countDown();
                    return true;
                }));
                return assertThat(within(second, 200)).isFalse();
            });
            assertThat(within(second, 10_000)).isTrue();
            other.shutdown();
        }
    }

    private static boolean within(CountDownLatch latch, long milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

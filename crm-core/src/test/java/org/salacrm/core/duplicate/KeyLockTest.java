package org.salacrm.core.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.salacrm.api.record.BusyException;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.TestStore;

@RunWith(Parameterized.class)
public class KeyLockTest {
    @Parameterized.Parameters(name = "{0}")
    public static Database.Vendor[] databases() {
        return Database.Vendor.values();
    }

    @Parameterized.Parameter
    public Database.Vendor vendor;

    private TestStore store() {
        return vendor == Database.Vendor.DERBY ? TestStore.derby() : TestStore.postgres();
    }

    @Test
    public void aJobThatComesLaterIsSentAwayAtOnceAndMayComeAgain() {
        try (TestStore store = store()) {
            KeyLock lock = new KeyLock(store.database(), store.tx());
            lock.alone(() -> {
                CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> lock.alone(() -> true));
                return assertThatThrownBy(other::join).hasCauseInstanceOf(BusyException.class);
            });
            assertThat(CompletableFuture.supplyAsync(() -> lock.alone(() -> true))
                            .join())
                    .isTrue();
        }
    }

    @Test
    public void anotherNodeIsSentAwayToo() {
        try (TestStore store = TestStore.postgres()) {
            KeyLock lock = new KeyLock(store.database(), store.tx());
            KeyLock other = new KeyLock(store.database(), store.tx());
            lock.alone(() -> assertThatThrownBy(() -> other.alone(() -> true)).isInstanceOf(BusyException.class));
            assertThat(other.<Boolean>alone(() -> true)).isTrue();
        }
    }
}

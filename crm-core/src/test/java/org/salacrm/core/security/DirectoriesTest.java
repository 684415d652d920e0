package org.salacrm.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.Test;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.testing.PlainTx;
import org.salacrm.core.testing.TestDatabase;

public class DirectoriesTest {
    private final TestDatabase database = TestDatabase.fresh(Vendor.DERBY);
    private final SmallCompany company = new SmallCompany(database);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private volatile boolean slow;

    @Test
    public void whoAsksAfterAChangeWaitsForTheOneWhoLooksInsteadOfGettingWhatWas() throws Exception {
        PlainTx tx = new PlainTx(slowly(database.dataSource()));
        Directories directories = new Directories(tx, company.clock);
        long before = directories.current().version();
        tx.required(() -> {
            directories.changed();
            return true;
        });
        slow = true;
        FutureTask<Directory> first = new FutureTask<>(directories::current);
        FutureTask<Directory> second = new FutureTask<>(directories::current);
        new Thread(first).start();
        asked.await();
        Thread other = new Thread(second);
        other.start();
        while (!EnumSet.of(State.TIMED_WAITING, State.TERMINATED).contains(other.getState())) {
            Thread.onSpinWait();
        }
        answering.countDown();
        assertThat(first.get().version()).isGreaterThan(before);
        assertThat(second.get().version()).isGreaterThan(before);
    }

    /** A database that tells when it was asked, and answers when it may. */
    private DataSource slowly(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (p, method, args) -> {
                    if (slow) {
                        asked.countDown();
                        answering.await();
                    }
                    return method.invoke(source, args);
                });
    }
}

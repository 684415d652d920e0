package org.salacrm.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.core.action.ActionWorld;

@RunWith(Parameterized.class)
public class AtOnceTest {
    private static final int TABS = 6;

    @Parameter
    public Database.Vendor vendor;

    @Parameters(name = "{0}")
    public static Database.Vendor[] databases() {
        return Database.Vendor.values();
    }

    @Test
    public void whatSeveralTabsKeepForTheFirstTimeAtOnceIsKept() throws InterruptedException, ExecutionException {
        ExecutorService tabs = Executors.newFixedThreadPool(TABS);
        try (ActionWorld world = new ActionWorld(vendor, "")) {
            for (int i = 0; i < 20; i++) {
                String key = "recent" + i;
                List<Future<?>> all = new ArrayList<>();
                for (int tab = 0; tab < TABS; tab++) {
                    all.add(tabs.submit(() -> world.settings.user(7, key, "[1]")));
                }
                for (Future<?> one : all) {
                    one.get();
                }
                assertThat(world.settings.user(7, key)).contains("[1]");
            }
        } finally {
            tabs.shutdown();
        }
    }
}

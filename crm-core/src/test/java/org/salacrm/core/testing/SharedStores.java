package org.salacrm.core.testing;

import java.util.EnumMap;
import java.util.Map;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.TestStore;

/** One database of each vendor for all tests of a class, which clean up before they begin. */
public final class SharedStores implements AutoCloseable {
    private final Map<Database.Vendor, TestStore> open = new EnumMap<>(Database.Vendor.class);

    public TestStore of(Database.Vendor vendor) {
        return open.computeIfAbsent(vendor, v -> v == Database.Vendor.DERBY ? TestStore.derby() : TestStore.postgres());
    }

    @Override
    public void close() {
        open.values().forEach(TestStore::close);
        open.clear();
    }
}

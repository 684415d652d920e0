package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.store.TestStore;

/** One database of each vendor for all tests of a class. */
final class Stores {
    private static final Map<Vendor, TestStore> OPEN = new EnumMap<>(Vendor.class);

    private Stores() {}

    static World world(Vendor vendor) {
        return new World(store(vendor).tx());
    }

    static TestStore store(Vendor vendor) {
        return OPEN.computeIfAbsent(vendor, v -> v == Vendor.DERBY ? TestStore.derby() : TestStore.postgres());
    }

    static void close() {
        OPEN.values().forEach(TestStore::close);
        OPEN.clear();
    }

    /** What is refused and why, as {@code field key}. */
    static List<String> refusals(Runnable work) {
        return catchThrowableOfType(InvalidRecordException.class, work::run).refusals().stream()
                .map(refusal -> refusal.field() + " " + refusal.messageKey())
                .toList();
    }
}

package org.salacrm.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.salacrm.api.alert.Alerts;
import org.salacrm.api.record.Slice;

/** Nobody was told anything. */
final class NoAlerts implements Alerts {

    @Override
    public Slice<Alert> list(String which, String after) {
        return new Slice<>(List.of(), "");
    }

    @Override
    public int unread() {
        return 0;
    }

    @Override
    public void read(Set<Long> ids, boolean read) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void snooze(Set<Long> ids, Instant until) {
        throw new UnsupportedOperationException();
    }
}

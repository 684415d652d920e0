package org.salacrm.core.record;

import org.osgi.service.component.annotations.Component;

/** Shares go with their record. */
@Component
public final class SharedRows implements AttachedTable {

    @Override
    public String table() {
        return "core_share";
    }

    /** Whoever was shown one record was not shown the other. */
    @Override
    public boolean followsMerge() {
        return false;
    }
}

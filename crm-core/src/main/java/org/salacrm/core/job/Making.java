package org.salacrm.core.job;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.module.Modules;
import org.salacrm.api.record.Records;
import org.salacrm.core.merge.Hanging;
import org.salacrm.core.record.Kept;
import org.salacrm.core.record.Since;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Takes back that a record was made: removes it unless somebody worked on it or with it since. */
@Component(service = Making.class)
public class Making {
    private static final int NONE = -1;

    private final Records records;
    private final EntityTypes types;
    private final Since since;
    private final Hanging hanging;
    private final Sql sql;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Modules modules;

    @Activate
    public Making(
            @Reference Records records,
            @Reference EntityTypes types,
            @Reference Since since,
            @Reference Hanging hanging,
            @Reference Tx tx) {
        this.records = records;
        this.types = types;
        this.since = since;
        this.hanging = hanging;
        this.sql = new Sql(tx);
    }

    /** Without a container: the modules are given by hand. */
    Making with(Modules known) {
        this.modules = known;
        return this;
    }

    /** Whether its kind of record is gone, and not for a moment only; that nobody can tell before modules are known. */
    boolean isAway(Kept step) {
        Modules now = modules;
        return types.find(step.entity()).isEmpty() && now != null && !now.returns(step.entity());
    }

    boolean isThere(Kept step) {
        return version(step) != NONE;
    }

    /** @return whether it is gone */
    boolean takeBack(Kept step, boolean anyway) {
        int version = version(step);
        if (version == NONE) {
            return true;
        }
        boolean touched = version != step.version() && since.isChanged(step);
        if (!anyway && (touched || hanging.isOn(step.entity(), step.record()))) {
            return false;
        }
        records.delete(step.entity(), step.record(), version);
        return true;
    }

    private int version(Kept step) {
        String table = types.get(step.entity()).table();
        return sql.first("select version from " + table + " where id = ?", row -> row.getInt(1), step.record())
                .orElse(NONE);
    }
}

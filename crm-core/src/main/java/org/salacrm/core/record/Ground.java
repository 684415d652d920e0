package org.salacrm.core.record;

import java.time.Clock;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.record.Ids;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.core.store.Tx;

/** What the write path stands on. */
public record Ground(Tx tx, EntityTypes types, Callers callers, Rights rights, Ids ids, Clock clock) {}

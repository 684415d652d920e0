package org.salacrm.core.merge;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.job.Undos;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.store.Rounds;

/**
 * Moves what a merge could not: records of a module that was away, when it is back. And forgets how records were that
 * nobody may part again.
 */
@Component(service = LateMoves.class, immediate = true)
public class LateMoves {
    private static final int SECONDS = 60;

    private final EntityTypes types;
    private final Moves moves;
    private final MergeRows rows;
    private final Callers callers;
    private final Clock clock;
    private final Rounds rounds;
    private long seen = -1;

    @Activate
    public LateMoves(
            @Reference EntityTypes types,
            @Reference Moves moves,
            @Reference MergeRows rows,
            @Reference Callers callers,
            @Reference Clock clock) {
        this.types = types;
        this.moves = moves;
        this.rows = rows;
        this.callers = callers;
        this.clock = clock;
        this.rounds = new Rounds("Merges").every(SECONDS, SECONDS, this::look);
    }

    @Deactivate
    public void stop() {
        rounds.close();
    }

    /** Only other metadata bring other records. */
    void look() {
        rows.settle(clock.instant().minus(Undos.DAYS, ChronoUnit.DAYS));
        long now = types.version();
        if (now != seen) {
            callers.as(Caller.system("merge"), () -> {
                moves.follow();
                return null;
            });
            seen = now;
        }
    }
}

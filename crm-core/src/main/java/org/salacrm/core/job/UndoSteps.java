package org.salacrm.core.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.ConflictException;
import org.salacrm.core.record.Kept;
import org.salacrm.core.record.Writes;

/** Takes back one write, in the running transaction and with the rights of the caller. */
@Component(service = UndoSteps.class)
public class UndoSteps {
    private final Writes writes;
    private final Making making;
    private final AddedPicks picks;
    private final Sharing sharing;
    private final Copying copying;

    @Activate
    public UndoSteps(
            @Reference Writes writes,
            @Reference Making making,
            @Reference AddedPicks picks,
            @Reference Sharing sharing,
            @Reference Copying copying) {
        this.writes = writes;
        this.making = making;
        this.picks = picks;
        this.sharing = sharing;
        this.copying = copying;
    }

    /** What of a write stays. */
    record Left(boolean nothing, List<Kept.Field> fields) {
        static Left when(boolean stays, Kept step) {
            return new Left(!stays, stays ? step.fields() : List.of());
        }
    }

    /**
     * @param anyway what is taken back although it was changed since, all of it when empty; null for nothing
     * @throws ConflictException where the module of the record is away: that stays kept until it is back
     */
    Left back(Kept step, Set<String> anyway) {
        if (!step.verb().equals(UndoRows.PICK) && making.isAway(step)) {
            throw new ConflictException("job.absent", Map.of("entity", step.entity()));
        }
        return switch (step.verb()) {
            case Kept.CREATE -> Left.when(!making.takeBack(step, anyway != null), step);
            case Kept.DELETE -> {
                if (!making.isThere(step)) {
                    writes.restore(step.entity(), step.record());
                }
                yield Left.when(false, step);
            }
            case UndoRows.PICK ->
                Left.when(!picks.remove(step.entity(), step.fields().get(0).name()), step);
            // What hung on a record went with it.
            case UndoRows.NOTE, UndoRows.FILE ->
                Left.when(making.isThere(step) && !copying.takeBack(step, anyway != null), step);
            case UndoRows.SHARE -> {
                List<Kept.Field> left = making.isThere(step) ? sharing.putBack(step, fields(step, anyway)) : List.of();
                yield new Left(left.isEmpty(), left);
            }
            default -> {
                List<Kept.Field> left = writes.putBack(step, fields(step, anyway));
                yield new Left(left.isEmpty(), left);
            }
        };
    }

    private static Set<String> fields(Kept step, Set<String> anyway) {
        if (anyway == null) {
            return Set.of();
        }
        return anyway.isEmpty()
                ? Set.copyOf(step.fields().stream().map(Kept.Field::name).toList())
                : anyway;
    }
}

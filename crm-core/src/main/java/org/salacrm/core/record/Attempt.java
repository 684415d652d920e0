package org.salacrm.core.record;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.ForbiddenException;

/** One of several new records that are written together: what is wrong with it concerns the others in nothing. */
final class Attempt {
    private Draft draft;
    private RuntimeException refusal;

    Attempt(Supplier<Draft> begin) {
        trying(() -> draft = begin.get());
    }

    /** Goes on with it unless it was refused already. */
    void step(Consumer<Draft> work) {
        if (refusal == null) {
            trying(() -> work.accept(draft));
        }
    }

    private void trying(Runnable work) {
        try {
            work.run();
        } catch (InvalidRecordException | ConflictException | ForbiddenException e) {
            refusal = e;
        }
    }

    /** The draft, if it was not refused. */
    Stream<Draft> draft() {
        return refusal == null ? Stream.of(draft) : Stream.empty();
    }

    Writes.Made made() {
        return refusal == null
                ? new Writes.Made(Optional.of(Saving.saved(draft)), Optional.empty())
                : new Writes.Made(Optional.empty(), Optional.of(refusal));
    }
}

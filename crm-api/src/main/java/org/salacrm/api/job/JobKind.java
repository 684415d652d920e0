package org.salacrm.api.job;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of background work. It must go on where it was when it is run again with the same checkpoint. */
@ConsumerType
public interface JobKind {

    /** Unique name. */
    String kind();

    /** Refuses what cannot be done at all, before it becomes a job, on behalf of whoever starts it. */
    default void check(Map<String, Object> parameters) {}

    /**
     * Does the work on behalf of the caller who started it.
     *
     * @return what the job answers
     */
    Map<String, Object> run(Map<String, Object> parameters, Progress progress);

    /** How a job reports and finds out what is wanted of it. */
    interface Progress {
        /** Steps done of all; 0 while the number is unknown. Written now and then, not every time. */
        void report(long done, long total);

        /** Whether the job was asked to stop; it then returns what it has. */
        boolean cancelled();

        /** What the job kept at its last checkpoint, empty at the first run. */
        Map<String, Object> checkpoint();

        /** Keeps where it is, in the running transaction. */
        void checkpoint(Map<String, Object> state);
    }
}

package org.salacrm.api.event;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told of every event at least once, after its transaction, in the order of each record's versions. What it throws
 * is logged and the batch is told again later.
 */
@ConsumerType
public interface RecordListener {

    /** Name under which its place is kept; unique and lasting. */
    String name();

    void on(List<RecordEvent> events);
}

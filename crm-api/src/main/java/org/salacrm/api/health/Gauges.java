package org.salacrm.api.health;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Figures of a part of the product, such as the connection pool or the job queue; shown by {@code /metrics}. */
@ConsumerType
public interface Gauges {

    /** Figures by name in Prometheus style: {@code sala_pool_connections{state="busy"}}. Read often, must be cheap. */
    Map<String, Number> read();
}

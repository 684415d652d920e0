package org.salacrm.rest.record;

/**
 * A topic below one record or one entity, such as its history: a JAX-RS class without a path of its own. It is served
 * while its own services are there.
 */
public interface RecordPart {

    /** Last segment of its address: {@code history}. */
    String name();
}

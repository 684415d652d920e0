package org.salacrm.rest;

/**
 * A topic of the HTTP interface: a JAX-RS class whose paths are below {@code /api/<name>}. A component of this type is
 * served while its own services are there, and answers 503 while they are not.
 */
public interface Topic {

    /** First segment of its addresses: {@code records}. */
    String name();
}

package org.salacrm.api.query;

/**
 * A reference as an answer shows it.
 *
 * @param entity kind of record referred to
 * @param id its id
 * @param label its title, empty when it is gone or its module is absent
 */
public record Ref(String entity, long id, String label) {}

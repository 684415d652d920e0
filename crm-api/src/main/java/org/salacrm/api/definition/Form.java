package org.salacrm.api.definition;

import java.util.List;

/**
 * The form of an entity where the default (the order of the fields in the class) does not do; YAML kind {@code forms}.
 *
 * @param sections in order; label key {@code section.<id>.label}
 */
public record Form(String id, String entity, List<Section> sections) implements Definition {

    /** A titled group of fields. */
    public record Section(String id, List<String> fields) {}
}

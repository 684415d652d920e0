package org.salacrm.api.definition;

import java.util.List;
import org.salacrm.api.query.Filter;

/**
 * How records of an entity are laid out where the default does not do; YAML kind {@code forms}. Several forms of one
 * entity, such as one of another module, add up; sections and the short form are those of the first that has any.
 *
 * @param sections in order, label key {@code section.<id>.label}; none means the order of the fields in the class
 * @param facts fields that stay in sight in the head; none means the first listed ones
 * @param quick fields of the short form beside a page; none means those that the class names
 * @param tabs related lists that come first, as {@code <entity>.<field>}
 * @param hidden related lists that are not shown
 * @param when what depends on the record's other values
 */
public record Form(
        String id,
        String entity,
        List<Section> sections,
        List<String> facts,
        List<String> quick,
        List<String> tabs,
        List<String> hidden,
        List<When> when)
        implements Definition {

    /** A titled group of fields. */
    public record Section(String id, List<String> fields) {}

    /**
     * Conditions of a field over values of its own record; what is left out is no condition. A field that is not
     * visible is not required.
     */
    public record When(String field, Filter visible, Filter required, Filter readOnly) {}
}

package org.salacrm.api.entity;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.message.Text;

/**
 * Fields that the company adds to an entity while the product runs; needs permission {@code field.manage}. They are
 * real columns and stand in the {@link EntityType} at once. Thread-safe.
 */
@ProviderType
public interface CustomFields {

    /** Adds a field. @throws org.salacrm.api.record.InvalidRecordException naming the property that is wrong */
    void add(String entity, NewField field);

    /** Where a field is used: names of views, reports, rules and of filled records, as people read them. */
    List<Text> uses(String entity, String field);

    /** Takes the field out of use; its values are kept for 30 days. */
    void remove(String entity, String field);

    /** Brings a removed field back with its values. Refused after 30 days. */
    void restore(String entity, String field);

    /**
     * A field to be added.
     *
     * @param kind one of {@link Kind}
     * @param pickList existing list for pick and multipick; empty: one is made of the options
     * @param ref entity for kind ref, empty otherwise
     * @param size longest text, 0: the kind's own
     * @param scale digits after the point
     */
    record NewField(
            String name,
            String kind,
            Text label,
            boolean required,
            String pickList,
            List<Option> options,
            String ref,
            int size,
            int scale) {}

    /** A word to choose. */
    record Option(String code, Text label) {}
}

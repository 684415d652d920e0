package org.salacrm.core.record;

import java.util.List;

/**
 * What a write made of a record, kept so that it can be undone.
 *
 * @param undo under which number it is kept
 * @param step the number of the write in the history
 * @param verb create, update or delete, or what else somebody knows how to undo
 * @param version what the record became by it
 * @param fields what was changed in a record that was there before and still is
 */
public record Kept(long undo, long step, String entity, long record, String verb, int version, List<Field> fields) {
    public static final String CREATE = "create";
    public static final String UPDATE = "update";
    public static final String DELETE = "delete";

    /**
     * A field before and after, as {@link PlainForm} writes values.
     *
     * @param chosen whether somebody chose the value, and not a rule
     * @param before null for nothing
     * @param made null for nothing
     */
    public record Field(String name, boolean chosen, Object before, Object made) {}
}

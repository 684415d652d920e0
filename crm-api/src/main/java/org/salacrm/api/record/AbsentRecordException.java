package org.salacrm.api.record;

/** The record does not exist, or the caller may not know that it does. */
public class AbsentRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String entity;
    private final long id;

    public AbsentRecordException(String entity, long id) {
        super("no " + entity + " " + id);
        this.entity = entity;
        this.id = id;
    }

    public String entity() {
        return entity;
    }

    public long id() {
        return id;
    }
}

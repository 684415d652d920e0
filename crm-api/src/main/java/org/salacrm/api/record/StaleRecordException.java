package org.salacrm.api.record;

/** Somebody else saved the record since the caller looked at it. */
public class StaleRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String entity;
    private final long id;

    public StaleRecordException(String entity, long id) {
        super(entity + " " + id + " was changed meanwhile");
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

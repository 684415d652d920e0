package org.salacrm.api.security;

/** The caller may not do this. */
public class ForbiddenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String entity;
    private final String verb;

    public ForbiddenException(String entity, String verb) {
        super("no right to " + verb + " " + entity);
        this.entity = entity;
        this.verb = verb;
    }

    public String entity() {
        return entity;
    }

    public String verb() {
        return verb;
    }
}

package org.salacrm.api.entity;

/** No active module brings this entity: its module was never installed, is removed or is just being replaced. */
public class UnknownEntityException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String entity;

    public UnknownEntityException(String entity) {
        super("unknown entity " + entity);
        this.entity = entity;
    }

    public String entity() {
        return entity;
    }
}

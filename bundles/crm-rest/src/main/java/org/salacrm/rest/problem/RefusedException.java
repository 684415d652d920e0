package org.salacrm.rest.problem;

import java.util.Map;

/** A request that the HTTP layer itself refuses; its sentences are {@code problem.<code>} and {@code .detail}. */
public class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final transient Map<String, ?> values;

    /** @param values what the sentences' places are filled with */
    public RefusedException(int status, String code, Map<String, ?> values) {
        super(status + " " + code + " " + values);
        this.status = status;
        this.code = code;
        this.values = Map.copyOf(values);
    }

    public RefusedException(int status, String code) {
        this(status, code, Map.of());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, ?> values() {
        return values;
    }

    /** What the answer says beside its sentences. */
    public Map<String, Object> more() {
        return Map.of();
    }
}

package org.salacrm.core.definition;

/** A file of definitions cannot be taken: says where and why in words its author understands. */
public final class RefusedDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file name of the file
     * @param line line in it, from 1
     * @param place keys that lead to the spot: {@code views › sfa.open › columns}
     * @param reason a sentence
     */
    public RefusedDefinitionException(String file, int line, String place, String reason) {
        super(file + ", line " + line + (place.isEmpty() ? "" : ", " + place) + ": " + reason);
    }
}

package org.salacrm.api.query;

/** A question that cannot be understood: unknown field, wrong operator, wrong type of value, too deep. */
public class MalformedQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String place;

    /**
     * @param place path or key in question, empty when it is the question as a whole
     * @param reason what is wrong, in English, for the developer of the question
     */
    public MalformedQueryException(String place, String reason) {
        super(place.isEmpty() ? reason : place + ": " + reason);
        this.place = place;
    }

    public String place() {
        return place;
    }
}

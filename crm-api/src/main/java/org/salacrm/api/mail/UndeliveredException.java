package org.salacrm.api.mail;

/** The server did not take a letter; its own words say why. */
public class UndeliveredException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean lasting;

    /** @param lasting whether another try would end the same way */
    public UndeliveredException(String reason, boolean lasting, Throwable cause) {
        super(reason, cause);
        this.lasting = lasting;
    }

    public boolean lasting() {
        return lasting;
    }
}

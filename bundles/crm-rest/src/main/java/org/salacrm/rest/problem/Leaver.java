package org.salacrm.rest.problem;

/** Whoever left before he had his answer: nobody's fault, and nobody reads what he would be told. */
public final class Leaver {
    /** What proxies call it; it leaves the machine in figures only. */
    public static final int STATUS = 499;

    /** What the container throws when the other side is gone; it is known by its name, as the container may change. */
    private static final String GONE = "org.eclipse.jetty.io.EofException";

    private static final int DEEPEST = 10;

    private Leaver() {}

    /** Whether what was thrown says so, or what it was thrown for. */
    public static boolean left(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause.getClass().getName().equals(GONE)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}

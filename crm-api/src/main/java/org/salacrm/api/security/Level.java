package org.salacrm.api.security;

/** How far a right on an entity reaches, the lesser first. */
public enum Level {
    NONE,
    OWN,
    TEAM,
    ALL;

    public static Level higher(Level a, Level b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}

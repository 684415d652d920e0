package org.salacrm.api.security;

/** What may be done with a field, the lesser first. */
public enum Access {
    NONE,
    READ,
    WRITE
}

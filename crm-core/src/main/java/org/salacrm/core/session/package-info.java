/** Signing in: passwords, sessions, throttling and the first administrator. */
package org.salacrm.core.session;

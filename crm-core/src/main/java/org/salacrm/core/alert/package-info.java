/**
 * Alerts: rules are held against what happens ({@code AlertListener}) and against the clock ({@code AlertWatch});
 * {@code AlertDesk} tells whoever is meant in the ways he chose.
 */
package org.salacrm.core.alert;

/** Addresses printed on labels and envelopes. */
package org.salacrm.core.label;

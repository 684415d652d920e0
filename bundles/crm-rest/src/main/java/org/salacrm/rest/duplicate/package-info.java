/** Duplicates over HTTP. */
package org.salacrm.rest.duplicate;

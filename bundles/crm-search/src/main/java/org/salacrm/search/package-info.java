/** Finds records of every kind by a part of what stands in them. */
package org.salacrm.search;

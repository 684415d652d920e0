/** Asks the database: turns questions of the API into SQL with the caller's rights in it, and rows into answers. */
package org.salacrm.core.query;

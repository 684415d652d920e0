/** Search over everything. */
package org.salacrm.rest.search;

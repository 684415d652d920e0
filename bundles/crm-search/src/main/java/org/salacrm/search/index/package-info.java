/** Where it stands what records are searched by. */
package org.salacrm.search.index;

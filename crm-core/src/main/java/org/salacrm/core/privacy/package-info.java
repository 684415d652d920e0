/** What the law asks of whoever keeps data of people: their consent, and that it counts. */
package org.salacrm.core.privacy;

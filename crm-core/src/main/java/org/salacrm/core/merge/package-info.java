/** Several records that mean the same become one, and become several again. */
package org.salacrm.core.merge;

/** What the product knows of its own condition. */
package org.salacrm.core.health;

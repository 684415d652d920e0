/** The whole installation as one portable file, and back. */
package org.salacrm.core.backup;

/** Lists as files. */
package org.salacrm.core.export;

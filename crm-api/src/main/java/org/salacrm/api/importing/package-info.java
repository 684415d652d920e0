/** Bringing files of customer data in: read, map, check every row, run, and hand back what was refused. */
@Export
@Version("1.2.0")
package org.salacrm.api.importing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

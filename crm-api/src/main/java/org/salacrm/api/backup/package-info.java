/** The whole installation as one file. */
@Export
@Version("1.0.0")
package org.salacrm.api.backup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

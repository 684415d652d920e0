/** Files kept with records. */
@Export
@Version("1.0.0")
package org.salacrm.api.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

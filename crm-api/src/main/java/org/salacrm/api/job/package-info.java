/** Long work in the background, with progress, exactly once across nodes. */
@Export
@Version("1.0.0")
package org.salacrm.api.job;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** What the law lets people ask of whoever keeps their data. */
@Export
@Version("1.0.0")
package org.salacrm.api.privacy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

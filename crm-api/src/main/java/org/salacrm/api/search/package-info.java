/** Search over everything. */
@Export
@Version("1.0.0")
package org.salacrm.api.search;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

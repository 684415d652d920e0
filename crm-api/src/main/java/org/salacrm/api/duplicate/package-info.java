/** Records that may be the same: looked for while one is written, over all that is there, and judged by people. */
@Export
@Version("1.1.0")
package org.salacrm.api.duplicate;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

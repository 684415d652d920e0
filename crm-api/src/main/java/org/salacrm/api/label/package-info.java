/** Addresses of records, printed on labels and envelopes. */
@Export
@Version("1.0.0")
package org.salacrm.api.label;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** The one door for writing records, with the hooks around it and the refusals it gives. */
@Export
@Version("1.0.0")
package org.salacrm.api.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

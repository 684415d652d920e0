/** What happened to records, told at least once and in order. */
@Export
@Version("1.0.0")
package org.salacrm.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

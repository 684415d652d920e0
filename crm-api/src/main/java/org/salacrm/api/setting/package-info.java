/** The company's settings. */
@Export
@Version("1.3.0")
package org.salacrm.api.setting;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

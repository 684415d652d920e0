/** Taking what a list shows out of the product, as a file. */
@Export
@Version("1.0.0")
package org.salacrm.api.export;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

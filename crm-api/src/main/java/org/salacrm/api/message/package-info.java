/** Words in every language of the product. */
@Export
@Version("1.0.0")
package org.salacrm.api.message;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

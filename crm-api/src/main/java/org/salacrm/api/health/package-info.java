/** What operators watch: whether the product works, and its figures. */
@Export
@Version("1.0.0")
package org.salacrm.api.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

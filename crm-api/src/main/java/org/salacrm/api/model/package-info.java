/** What an entity class is made of: the superclasses and the two annotations. */
@Export
@Version("1.0.0")
package org.salacrm.api.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

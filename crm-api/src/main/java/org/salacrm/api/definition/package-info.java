/** Definitions: the part of a module that is data, written in YAML or made in a designer. */
@Export
@Version("1.0.0")
package org.salacrm.api.definition;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

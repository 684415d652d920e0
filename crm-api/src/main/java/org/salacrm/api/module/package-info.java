/** The front door of a module and the state of the installed ones. */
@Export
@Version("1.0.0")
package org.salacrm.api.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** Who calls, and what he may do: callers, verbs, levels, rights and their explanation. */
@Export
@Version("1.0.0")
package org.salacrm.api.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

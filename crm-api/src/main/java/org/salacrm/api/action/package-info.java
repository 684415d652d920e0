/** Verbs of a record that are code: buttons, bulk commands, outcomes of rules. */
@Export
@Version("1.0.0")
package org.salacrm.api.action;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

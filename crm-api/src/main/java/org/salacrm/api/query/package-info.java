/** The one question language: filters, lists, groups and reports over paths of fields. */
@Export
@Version("1.0.0")
package org.salacrm.api.query;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

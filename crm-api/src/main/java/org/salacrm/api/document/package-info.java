/** Making PDF files: pages with texts at their places. */
@Export
@Version("1.0.0")
package org.salacrm.api.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

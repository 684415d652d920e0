/** What people are told of, and how they wish to be told. */
@Export
@Version("1.1.0")
package org.salacrm.api.alert;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

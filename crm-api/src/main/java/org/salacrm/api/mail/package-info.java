/** Outgoing e-mail: what others ask for, and the post office that speaks with the servers. */
@Export
@Version("1.0.0")
package org.salacrm.api.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** What is known of a kind of record: its entity type with its fields, read off the class once. */
@Export
@Version("1.0.0")
package org.salacrm.api.entity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

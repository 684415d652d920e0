/** What happens when: entries of all that modules bring into the calendars. */
@Export
@Version("1.1.0")
package org.salacrm.api.calendar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

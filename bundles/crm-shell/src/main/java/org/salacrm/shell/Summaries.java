package org.salacrm.shell;

import java.util.Locale;
import org.salacrm.api.backup.Backups.Summary;

/** What a backup holds, in a sentence. */
public final class Summaries {
    private Summaries() {}

    public static String sentence(String verb, Summary backup) {
        String sentence = String.format(
                Locale.ROOT,
                "%s: %s (%,d rows of %d tables, %,d files)",
                verb,
                backup.file(),
                backup.rows(),
                backup.tables(),
                backup.files());
        return backup.damaged().isEmpty()
                ? sentence
                : sentence + System.lineSeparator() + "Damaged on the disk before they were backed up: "
                        + String.join(", ", backup.damaged());
    }
}

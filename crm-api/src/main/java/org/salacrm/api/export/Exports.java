package org.salacrm.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Query;

/**
 * Writes what a list shows as a file: its columns in their order, all its rows, in the caller's language and era and
 * with his rights. Each export is kept in the history of exports. Thread-safe.
 */
@ProviderType
public interface Exports {
    List<String> FORMATS = List.of("xlsx", "csv", "txt", "html");

    /**
     * Makes ready what is to be written, so that a refusal comes before the first byte.
     *
     * @throws org.salacrm.api.security.ForbiddenException without the right to export
     * @throws org.salacrm.api.query.MalformedQueryException for an unknown column or format
     */
    Writing prepare(Wish wish);

    /**
     * What is to be exported.
     *
     * @param query the list's question; its limit does not count
     * @param format one of {@link #FORMATS}
     * @param title what the list is called
     * @param buddhistEra whether years are counted so
     */
    record Wish(Query query, String format, String title, boolean buddhistEra) {}

    /** Writes the file, row by row as the database gives them. */
    interface Writing {
        /** @return number of rows */
        long to(OutputStream out) throws IOException;
    }
}

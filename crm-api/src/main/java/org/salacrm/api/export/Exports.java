package org.salacrm.api.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Query;

/**
 * Writes what a list shows as a file: its columns in their order, all its rows, in the caller's language and era and
 * with his rights. The format {@code vcf} writes people as cards, which say what they have words for. Each export is
 * kept in the history of exports. Thread-safe.
 */
@ProviderType
public interface Exports {
    List<String> FORMATS = List.of("xlsx", "csv", "txt", "html", "vcf");

    /**
     * Makes ready what is to be written, so that a refusal comes before the first byte.
     *
     * @throws org.salacrm.api.security.ForbiddenException without the right to export
     * @throws org.salacrm.api.query.MalformedQueryException for an unknown column or format, and for cards of what is
     *     no person
     */
    Writing prepare(Wish wish);

    /**
     * Has a job of kind {@code export} write the file; its result names it as {@code file}, with {@code name} and the
     * number of {@code rows}.
     *
     * @return number of the job
     */
    long start(Wish wish);

    /** Opens what a job has written; empty when it is no longer kept. */
    Optional<InputStream> written(String file);

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
        default long to(OutputStream out) throws IOException {
            return to(out, rows -> true);
        }

        /**
         * @param going is told now and then how many rows there are, and answers whether to go on
         * @throws java.util.concurrent.CancellationException when it was answered no
         */
        long to(OutputStream out, LongPredicate going) throws IOException;
    }
}

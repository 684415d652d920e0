package org.salacrm.api.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;

/**
 * Prints the addresses of records in the formats that {@link org.salacrm.api.definition.LabelFormat} defines: with the
 * caller's rights, of the records his right to export reaches, and kept in the history of exports. Thread-safe.
 */
@ProviderType
public interface Labels {
    /** The most labels of one file. */
    int MOST = 5000;

    /**
     * Looks through the records before anything is printed.
     *
     * @throws org.salacrm.api.security.ForbiddenException without the right to export
     * @throws org.salacrm.api.query.MalformedQueryException where the records have no addresses
     */
    Survey survey(Wish wish);

    /**
     * Makes ready what is to be printed, so that a refusal comes before the first byte.
     *
     * @throws org.salacrm.api.record.InvalidRecordException for more than {@link #MOST} labels, and for none at all
     */
    Print prepare(Wish wish);

    /**
     * Their first page as a picture (PNG), to be looked at before.
     *
     * @throws org.salacrm.api.record.InvalidRecordException where there is nothing to be seen
     */
    void picture(Wish wish, OutputStream out) throws IOException;

    /**
     * What is to be printed.
     *
     * @param query which records, in which order; its fields and its limit do not count
     * @param format id of a format
     * @param kind code of the kind of address; where a record has none of it its main address counts, then its first
     * @param language of what Sala adds: th or en
     * @param start place of the first label on its sheet, from 1
     * @param copies how many of each
     * @param person whether the person is named that it is for
     * @param heading whether a line asks to deliver it
     * @param nameless whether a record without an address gets a label with its name alone; else it is left out
     */
    record Wish(
            Query query,
            String format,
            String kind,
            String language,
            int start,
            int copies,
            boolean person,
            boolean heading,
            boolean nameless) {}

    /**
     * What is there to be printed.
     *
     * @param records how many there are; beyond {@link #MOST} nothing else is known
     * @param missing how many of them have no address
     * @param without the first of those
     */
    record Survey(long records, long missing, List<Ref> without) {
        public Survey {
            without = List.copyOf(without);
        }
    }

    /** Labels that are ready to be printed. */
    interface Print {
        void pdf(OutputStream out) throws IOException;
    }
}

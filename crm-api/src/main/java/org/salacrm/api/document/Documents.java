package org.salacrm.api.document;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes PDF files whose Thai is set as it should be: tone marks above vowels, lines ending between words, and the text
 * as it was when it is copied or searched. Thread-safe.
 */
@ProviderType
public interface Documents {

    /**
     * Begins a file.
     *
     * @param title what a reader of PDF shows in its head
     * @param out where the file goes when it is finished; left open
     */
    Pages begin(String title, OutputStream out) throws IOException;

    /** One page as a picture (PNG). @param width in pixels */
    void picture(Paper page, int width, OutputStream out) throws IOException;

    /** A file that is being made; used by one thread. */
    interface Pages extends AutoCloseable {

        void add(Paper page) throws IOException;

        /** Writes the file. */
        void finish() throws IOException;

        /** Lets go of what it held, whether it was finished or not. */
        @Override
        void close() throws IOException;
    }
}

package org.salacrm.core.export;

import java.io.IOException;
import java.util.List;

/** A file that grows row by row. */
interface Sheet extends AutoCloseable {

    void head(List<Heading> headings) throws IOException;

    void row(List<Cell> cells) throws IOException;

    @Override
    void close() throws IOException;
}

package org.salacrm.core.importing;

import java.io.IOException;
import java.util.List;

/** A table that is written row by row; its cells are texts that a spreadsheet leaves as they are. */
interface TableOut extends AutoCloseable {

    void write(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;
}

package org.salacrm.core.export;

import java.io.IOException;
import org.salacrm.api.query.Row;

/** A file that grows record by record. */
interface RowFile extends AutoCloseable {

    void write(Row row) throws IOException;

    @Override
    void close() throws IOException;
}

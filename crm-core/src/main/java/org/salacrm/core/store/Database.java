package org.salacrm.core.store;

import java.util.UUID;
import javax.sql.DataSource;

/** The one database of the installation: embedded Derby or PostgreSQL. Thread-safe. */
public interface Database {
    /** The name of this process, which no other has; on PostgreSQL its connections bear it. */
    String NODE = "sala " + UUID.randomUUID();

    /** Pooled connections with auto-commit, for questions outside a transaction; waits at most 3 s for one. */
    DataSource dataSource();

    Vendor vendor();

    /** What kind of database it is; all that differs between them hangs on this and on the query dialects. */
    enum Vendor {
        DERBY,
        POSTGRESQL
    }
}

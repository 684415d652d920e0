package org.salacrm.api.file;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.query.Ref;

/** Files kept with records, addressed by the hash of their content. Rights are the record's. Thread-safe. */
@ProviderType
public interface Files {

    /** Keeps a file with a record; needs the right to append. */
    Stored attach(String entity, long id, String name, InputStream content);

    List<Stored> of(String entity, long id);

    /** How many there are; one with older versions is one. */
    long count(String entity, long id);

    Optional<Stored> find(long file);

    /** The content; the caller closes it. */
    InputStream open(long file);

    void remove(long file);

    /** Keeps content that belongs to no record yet, such as an upload to be imported. @return its hash */
    String keep(InputStream content);

    /** How many bytes a file may have at most, as the company set it. */
    long largest();

    /** Content by its hash; the caller closes it. */
    InputStream content(String hash);

    /** A file of a record; size in bytes, type as found in the content. */
    record Stored(
            long id,
            String entity,
            long record,
            String name,
            String type,
            long size,
            String hash,
            Instant at,
            Ref by) {}
}

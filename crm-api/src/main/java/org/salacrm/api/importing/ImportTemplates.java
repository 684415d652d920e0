package org.salacrm.api.importing;

import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Workbooks to be filled in and brought in. Thread-safe. */
@ProviderType
public interface ImportTemplates {

    /**
     * Writes an XLSX whose first row names, in the caller's language, all fields of an entity that he may fill; a cell
     * of a pick list offers its words.
     *
     * @throws org.salacrm.api.security.ForbiddenException without the right to import
     */
    void write(String entity, OutputStream out);
}

package org.salacrm.api.importing;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The imports that were made, of the caller's own or, for an administrator, of everybody. Thread-safe. */
@ProviderType
public interface FormerImports {

    /** Those that wrote something, the latest first. */
    List<Former> recent(int limit);

    /**
     * An import, under whose id it is undone.
     *
     * @param at when its file came
     * @param undo {@code possible}, {@code done}, {@code left} when some of it was left, or {@code over}
     */
    record Former(ImportState state, Instant at, String undo) {}
}

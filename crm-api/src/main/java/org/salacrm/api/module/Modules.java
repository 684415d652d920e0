package org.salacrm.api.module;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.message.Text;

/** The modules of this installation. What is installed stands in the database; every node follows it. Thread-safe. */
@ProviderType
public interface Modules {

    /** All that are installed or can be, by id. */
    List<Info> all();

    /** Installs or upgrades to the newest version at hand. @return id of the job that does it */
    long install(String id);

    /** Hides the module and keeps its data. @return id of the job that does it */
    long uninstall(String id);

    /** Takes a module's file in; it can be installed afterwards. @return id of the module */
    String upload(String fileName, InputStream kar);

    /** The module at hand, installed or not, that brings an entity; empty when none is known to. */
    Optional<Info> bringing(String entity);

    /** Whether an entity that is not there belongs to an installed module, so that it is away for a moment only. */
    default boolean returns(String entity) {
        return bringing(entity).filter(module -> module.state().isIn()).isPresent();
    }

    /**
     * A module.
     *
     * @param message key of the sentence that says what went wrong last, empty when nothing did
     * @param reason fills the place of that name in the sentence
     */
    record Info(
            String id,
            Text label,
            Text description,
            String version,
            State state,
            String newest,
            String message,
            String reason) {}

    /** What a module does now. */
    enum State {
        AVAILABLE,
        INSTALLING,
        INSTALLED,
        UPGRADABLE,
        UPGRADING,
        REMOVING,
        FAILED;

        /** Whether some version of the module is at work, or will be in a moment. */
        public boolean isIn() {
            return this == INSTALLED || this == UPGRADABLE || this == UPGRADING;
        }
    }
}

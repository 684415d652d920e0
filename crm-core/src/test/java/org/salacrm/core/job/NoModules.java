package org.salacrm.core.job;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.module.Modules;

/** An installation without any module: what is not there does not come back by itself. */
final class NoModules implements Modules {
    @Override
    public List<Info> all() {
        return List.of();
    }

    @Override
    public long install(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long uninstall(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String upload(String fileName, InputStream kar) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Info> bringing(String entity) {
        return Optional.empty();
    }
}

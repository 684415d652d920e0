package org.salacrm.rest;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.message.Text;
import org.salacrm.api.module.CrmModule;
import org.salacrm.api.module.Modules;

/** Modules of a test: sales (opportunity) in a state the test sets. */
final class FakeModules implements Modules {
    State state = State.AVAILABLE;
    final List<String> calls = new ArrayList<>();

    @Override
    public List<Info> all() {
        return List.of(sfa());
    }

    private Info sfa() {
        return new Info("sfa", new Text("งานขาย", "Sales"), Text.of("sells"), "1.0.0", state, "1.0.0", "", "");
    }

    @Override
    public long install(String id) {
        calls.add("install " + id);
        return 91;
    }

    @Override
    public long uninstall(String id) {
        calls.add("uninstall " + id);
        return 92;
    }

    @Override
    public String upload(String fileName, InputStream kar) {
        calls.add("upload " + fileName);
        return "sfa";
    }

    @Override
    public Optional<Info> bringing(String entity) {
        return entity.equals("opportunity") ? Optional.of(sfa()) : Optional.empty();
    }

    /** A module that asks a right beside those on records. */
    static final class Reopening implements CrmModule {
        @Override
        public String id() {
            return "sfa";
        }

        @Override
        public List<Class<?>> entities() {
            return List.of();
        }

        @Override
        public List<String> permissions() {
            return List.of("opportunity.reopen");
        }
    }
}

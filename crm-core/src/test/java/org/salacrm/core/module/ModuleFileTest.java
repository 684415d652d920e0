package org.salacrm.core.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.osgi.framework.Version;
import org.salacrm.api.message.Text;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.model.CoreModule;

public class ModuleFileTest {
    private final MetadataRegistry types = new MetadataRegistry(List.of(new CoreModule()));

    private static ModuleFile file(String id, String... entities) {
        Text name = new Text(id, id);
        return new ModuleFile(
                Path.of(id + ".kar"), id, new Version("1.0"), name, name, Set.of(entities), List.of(), "0".repeat(64));
    }

    @Test
    public void anEntityOfSomebodyElseIsNamedWithWhoseItIs() {
        assertThat(file("shop", "order", "account", "lead").clashes(types))
                .containsExactly("account (core)", "lead (core)");
    }

    @Test
    public void itsOwnEntitiesDoNotStandInTheWayOfANewVersion() {
        assertThat(file("core", "account").clashes(types)).isEmpty();
        assertThat(file("shop", "order").clashes(types)).isEmpty();
    }
}

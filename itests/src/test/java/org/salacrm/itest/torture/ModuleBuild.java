package org.salacrm.itest.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.salacrm.itest.torture.witness.Witness;
import org.salacrm.itest.torture.witness.WitnessModule;

/** Files of modules as a build would make them: other versions of the sales module, and one that only listens. */
final class ModuleBuild {
    private static final String COMPONENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.5.0" name="%1$s">
              <property name="osgi.ds.satisfying.condition.target"
                value="(osgi.condition.id=org.salacrm.module.witness)"/>
              <service><provide interface="%2$s"/></service>
              <implementation class="%1$s"/>
            </scr:component>
            """;

    private final Archive kar;
    private final String bundle;
    private final Archive jar;

    private ModuleBuild(Archive kar) {
        this.kar = kar;
        this.bundle = kar.entry(".jar");
        this.jar = Archive.read(kar.content(bundle));
    }

    /** The sales module of the distribution. */
    static Path sales(Path home) {
        try (Stream<Path> files = Files.list(home.resolve("modules"))) {
            return files.filter(file -> file.getFileName().toString().contains("sfa"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another version of the sales module, the same as the one of the distribution so far. */
    static ModuleBuild ofSales(Path home, String version) {
        ModuleBuild build = new ModuleBuild(Archive.read(sales(home)));
        build.jar.header("Bundle-Version", version);
        return build;
    }

    /** Adds changes of the tables, as Liquibase writes them. */
    ModuleBuild changes(String changeSets) {
        jar.text("db/sfa.xml", xml -> xml.replace("</databaseChangeLog>", changeSets + "</databaseChangeLog>"));
        return this;
    }

    /** Says something else in both languages. */
    ModuleBuild word(String key, String text) {
        for (String language : new String[] {"th", "en"}) {
            jar.text("CRM-INF/messages_" + language + ".properties", words -> words + "\n" + key + "=" + text + "\n");
        }
        return this;
    }

    ModuleBuild header(String name, String value) {
        jar.header(name, value);
        return this;
    }

    /** Brings one more bundle along. */
    ModuleBuild with(Path otherBundle) {
        try {
            kar.put("repository/" + otherBundle.getFileName(), Files.readAllBytes(otherBundle));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(Path file) {
        return kar.put(bundle, jar.bytes()).write(file);
    }

    /** A module that writes down every event it is told. */
    static Path witness(Path file) {
        Archive jar = new Archive()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", "sala-test-witness")
                .header("Bundle-Version", "1.0.0")
                .header("CRM-Module", "witness")
                .header("Import-Package", "org.salacrm.api.event, org.salacrm.api.module")
                .header("Service-Component", "OSGI-INF/module.xml, OSGI-INF/witness.xml")
                .put(Witness.class)
                .put(WitnessModule.class)
                .put("OSGI-INF/module.xml", component(WitnessModule.class, "org.salacrm.api.module.CrmModule"))
                .put("OSGI-INF/witness.xml", component(Witness.class, "org.salacrm.api.event.RecordListener"));
        return new Archive().put("repository/witness.jar", jar.bytes()).write(file);
    }

    private static String component(Class<?> type, String service) {
        return COMPONENT.formatted(type.getName(), service);
    }
}

package org.salacrm.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.salacrm.api.health.HealthCheck;

/** What can only be seen from inside the running container: bundles, manifests, services. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class InsideIT {
    @Inject
    private BundleContext context;

    @Inject
    @Filter(value = "(component.name=org.salacrm.core.health.ComponentsHealth)", timeout = 120_000)
    private HealthCheck components;

    @Inject
    @Filter("(component.name=org.salacrm.core.health.LateStarts)")
    private FrameworkListener lateStarts;

    @Configuration
    public Option[] configuration() {
        return options(
                karafDistributionConfiguration()
                        .frameworkUrl("file:" + System.getProperty("sala.archive"))
                        .karafVersion("4.4.10")
                        .name("Sala")
                        .unpackDirectory(new File("target/exam" + System.getProperty("first.port", "")))
                        .useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                keepRuntimeFolder(),
                // The product itself looks for nothing outside; the test's own bundles come from the build's
                // repository.
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("local.repository")),
                vmOptions(
                        "-Dsala.data=" + data(),
                        "-Dsala.http.host=127.0.0.1",
                        "-Dsala.http.port=" + RunningSala.freePort(),
                        "-Duser.timezone=UTC"),
                junitBundles(),
                mavenBundle("net.bytebuddy", "byte-buddy", "1.17.7"),
                mavenBundle("org.assertj", "assertj-core", "3.27.6"));
    }

    Path data() {
        return RunningSala.prepared(TestPostgres.folder("inside"));
    }

    @Test
    public void everyBundleIsActive() {
        assertThat(Arrays.stream(context.getBundles())
                        .filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null)
                        .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                        .map(Bundle::getSymbolicName))
                .isSubsetOf("org.ops4j.pax.web.pax-web-compatibility-servlet31");
    }

    @Test
    public void whatTheFrameworkLeftBehindIsStartedWhenAllLevelsAreReached() throws BundleException {
        Bundle shell = Arrays.stream(context.getBundles())
                .filter(bundle -> "crm-shell".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
        shell.stop(Bundle.STOP_TRANSIENT);
        assertThat(shell.getState()).isEqualTo(Bundle.RESOLVED);
        lateStarts.frameworkEvent(new FrameworkEvent(FrameworkEvent.STARTLEVEL_CHANGED, shell, null));
        assertThat(shell.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    public void noPartOfTheProductWaitsForAnother() {
        Wait.until(() -> "no component waits: " + components.trouble(), Duration.ofMinutes(2), () -> components
                .trouble()
                .isEmpty());
    }
}

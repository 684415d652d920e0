package org.salacrm.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Assume;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.JUnitCore;

public class ProvedListenerTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void onlyPassedTestsProveSomething() throws IOException {
        Path file = folder.getRoot().toPath().resolve("proved/java.tsv");
        JUnitCore runner = new JUnitCore();
        runner.addListener(new ProvedListener(file));
        runner.run(Sample.class);
        assertThat(Files.readAllLines(file))
                .containsExactlyInAnyOrder(
                        "AAA-01\t" + Sample.class.getName() + "#passes",
                        "AAA-02\t" + Sample.class.getName() + "#passes",
                        "AAA-09\t" + Sample.class.getName() + "#passes");
    }

    @Proves("AAA-09")
    public static class Sample {
        @Test
        @Proves({"AAA-01", "AAA-02"})
        public void passes() {}

        @Test
        @Proves("AAA-03")
        public void fails() {
            fail("on purpose");
        }

        @Test
        @Proves("AAA-04")
        public void doesNotApply() {
            Assume.assumeTrue(false);
        }
    }
}

package org.salacrm.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** W11: the screens in Chromium at two speeds, by a script of its own. */
final class Screens {
    private static final String SCRIPT = "benchmarks/screens/main.mjs";

    private final Product product;
    private final Section section;

    Screens(Product product, Section section) {
        this.product = product;
        this.section = section;
    }

    void run(String database) throws IOException {
        Process node = new ProcessBuilder(
                        "node", SCRIPT, "http://127.0.0.1:" + product.port(), Company.ADMIN, Company.PASSWORD, database)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String table = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (node.waitFor() != 0) {
                throw new IOException("the screens could not be measured");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        section.block(table);
    }
}

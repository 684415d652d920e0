package org.salacrm.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.runner.Description;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/** Writes down which features have been proved: one line per passed test and feature id in target/proved/java.tsv. */
public final class ProvedListener extends RunListener {
    private final Set<String> notPassed = new HashSet<>();
    private final Path file;

    public ProvedListener() {
        this(Path.of("target", "proved", "java.tsv"));
    }

    ProvedListener(Path file) {
        this.file = file;
    }

    @Override
    public void testFailure(Failure failure) {
        notPassed.add(failure.getDescription().getDisplayName());
    }

    @Override
    public void testAssumptionFailure(Failure failure) {
        notPassed.add(failure.getDescription().getDisplayName());
    }

    @Override
    public void testFinished(Description test) {
        if (notPassed.contains(test.getDisplayName())) {
            return;
        }
        Set<String> ids = new LinkedHashSet<>();
        addIds(ids, test.getAnnotation(Proves.class));
        if (test.getTestClass() != null) {
            addIds(ids, test.getTestClass().getAnnotation(Proves.class));
        }
        ids.forEach(id -> write(id + "\t" + test.getClassName() + "#" + test.getMethodName() + "\n"));
    }

    private static void addIds(Set<String> ids, Proves proves) {
        if (proves != null) {
            ids.addAll(Arrays.asList(proves.value()));
        }
    }

    private void write(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

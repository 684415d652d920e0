package org.salacrm.shell.command;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.salacrm.api.duplicate.Duplicates;
import org.salacrm.api.duplicate.Quality;
import org.salacrm.shell.Refused;

/** Says how well duplicates are recognised on pairs of which people said whether they are the same. */
@Service
@Command(
        scope = "crm",
        name = "duplicates-score",
        description = "Says how well duplicates are recognised, by a CSV file of pairs: entity, same (1 or 0), and for"
                + " each field left.<field> and right.<field>")
public class DuplicatesScoreCommand extends CrmCommand {
    @Reference
    Duplicates duplicates;

    @Argument(name = "file", description = "a CSV file in UTF-8", required = true)
    String file;

    @Option(name = "--sharpness", description = "least score, 0 to 100, that counts as the same; else as the rules say")
    int sharpness = -1;

    @Option(name = "--mistakes", description = "tells the pairs that were judged wrongly too")
    boolean mistakes;

    @Override
    String run() {
        try (Reader pairs = Files.newBufferedReader(file(file))) {
            return told(duplicates.judge(pairs, sharpness));
        } catch (IOException | UncheckedIOException e) {
            throw new Refused("The file cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Refused(e.getMessage());
        }
    }

    private String told(Quality quality) {
        String sums = String.format(
                Locale.ROOT,
                "%d pairs: precision %.4f, recall %.4f (%d found, %d wrong, %d missed)",
                quality.pairs(),
                quality.precision(),
                quality.recall(),
                quality.found(),
                quality.wrong(),
                quality.missed());
        String unused = quality.unused().isEmpty() ? "" : "\nNot compared: " + String.join(", ", quality.unused());
        String told = !mistakes
                ? ""
                : quality.mistakes().stream()
                        .map(m -> "\n" + (m.same() ? "missed " : "wrong  ") + "row " + m.row() + ", score " + m.score()
                                + ": " + m.left() + " <> " + m.right() + " (" + m.reasons() + ")")
                        .collect(Collectors.joining());
        return sums + unused + told;
    }
}

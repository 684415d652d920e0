package org.salacrm.benchmarks;

import static org.salacrm.benchmarks.Figures.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The section of docs/benchmarks.md that one run on one database writes; everything is printed as it comes. */
final class Section {
    private static final String HEAD =
            """

            | | work | p50 | p95 | p99 | 8 clients | CPU server + database | plain JDBC p50 | 8 clients | CPU database |
            |---|---|---|---|---|---|---|---|---|---|
            """;
    private final String title;
    private final String load;
    private final Map<Work, String> measured = new LinkedHashMap<>();
    private final Map<Work, String> floors = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> blocks = new ArrayList<>();

    Section(Store store, Company company) throws IOException {
        title = "## %s: %s, %,d accounts, %,d opportunities%n%n%s; %d cores; Java %s%n"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        store.name(),
                        company.accounts(),
                        company.opportunities(),
                        "commit " + commit(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature());
        load = load();
        System.out.printf(Locale.ROOT, "%n%s%n", title);
    }

    void measured(Work work, Figures one, Figures eight) {
        String row = "| %s | %s | %s | %s | %s | %s/s | %s + %s ms |"
                .formatted(
                        work.id(),
                        work.title(),
                        number(one.percentile(50)),
                        number(one.percentile(95)),
                        number(one.percentile(99)),
                        number(eight.perSecond()),
                        number(eight.cpu()),
                        number(eight.databaseCpu()));
        measured.put(work, row);
        System.out.println(row);
    }

    void floor(Work work, Figures one, Figures eight) {
        String row = " %s | %s/s | %s ms |"
                .formatted(number(one.percentile(50)), number(eight.perSecond()), number(eight.databaseCpu()));
        floors.put(work, row);
        System.out.println("|  | the same by plain JDBC |" + row);
    }

    void line(String text) {
        lines.add("- " + text);
        System.out.println(text);
    }

    /** Text of several lines, as it is. */
    void block(String text) {
        blocks.add(text);
        System.out.println(text);
    }

    void append(Path file) throws IOException {
        StringBuilder text = new StringBuilder("\n" + title);
        text.append("Load average of the machine: ")
                .append(load)
                .append(" before, ")
                .append(load())
                .append(" after.\n");
        if (!measured.isEmpty()) {
            text.append(HEAD);
            measured.forEach((work, row) ->
                    text.append(row).append(floors.getOrDefault(work, " | | |")).append('\n'));
        }
        text.append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        blocks.forEach(text::append);
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    /** Of the last minute: what else the machine did makes figures larger. */
    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static String commit() throws IOException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
        return new String(git.getInputStream().readAllBytes()).strip();
    }
}

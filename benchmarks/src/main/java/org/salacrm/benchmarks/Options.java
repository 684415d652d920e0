package org.salacrm.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is to be run.
 *
 * @param works ids of works, none meaning all
 * @param databases derby, postgres
 */
record Options(
        List<String> works, List<String> databases, int rows, int accounts, int leads, double seconds, boolean notes) {
    private static final String USAGE =
            """
            benchmarks/run [W1 W2 …] [derby|postgres] [--rows 1000000] [--accounts 1000000] [--leads 1000000]
                           [--seconds 10] [--dry]

              W1, W2 …     only these works (W1 W2 W3 W4 W5 W6 W7 W8 W9 W10; all when none is named), or W11:
                           the screens in Chromium, with 10,000 users; needs node and npm ci in itests/browser
              derby        only on this database (both when none is named)
              --rows       number of opportunities (200000)
              --accounts   number of accounts (100000)
              --leads      number of leads that W2 imports (10000)
              --seconds    how long each work is measured, with 1 client and with 8 (10)
              --dry        prints only; otherwise the figures are appended to docs/benchmarks.md
            """;

    static Options parse(String... arguments) {
        List<String> works = new ArrayList<>();
        List<String> databases = new ArrayList<>();
        int rows = 200_000;
        int accounts = 100_000;
        int leads = 10_000;
        double seconds = 10;
        boolean notes = true;
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i].toLowerCase(Locale.ROOT);
            boolean more = i + 1 < arguments.length;
            if (word.matches("w([1-9]|1[01])")) {
                works.add(word.toUpperCase(Locale.ROOT));
            } else if (word.equals("derby") || word.equals("postgres")) {
                databases.add(word);
            } else if (word.equals("--rows") && more) {
                rows = Integer.parseInt(arguments[++i]);
            } else if (word.equals("--accounts") && more) {
                accounts = Integer.parseInt(arguments[++i]);
            } else if (word.equals("--leads") && more) {
                leads = Integer.parseInt(arguments[++i]);
            } else if (word.equals("--seconds") && more) {
                seconds = Double.parseDouble(arguments[++i]);
            } else if (word.equals("--dry")) {
                notes = false;
            } else {
                throw new IllegalArgumentException(USAGE);
            }
        }
        return new Options(
                works,
                databases.isEmpty() ? List.of("derby", "postgres") : databases,
                rows,
                accounts,
                leads,
                seconds,
                notes);
    }

    /** What is done only when it is asked for by name. */
    boolean names(String work) {
        return works.contains(work);
    }

    boolean wants(String work) {
        return works.isEmpty() || works.contains(work);
    }
}

package org.salacrm.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** W10: 100,000 customers with 20 columns as a workbook, over HTTP to the last byte. */
final class ExportAccounts {
    private static final int ROUNDS = 5;
    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "nameEn",
            "taxId",
            "potential",
            "employees",
            "businessType",
            "rating",
            "phone",
            "email",
            "website",
            "creditDays",
            "creditLimit",
            "territory",
            "owner",
            "team",
            "createdAt",
            "createdBy",
            "modifiedAt",
            "modifiedBy");

    private final Product product;
    private final Section section;

    ExportAccounts(Product product, Section section) {
        this.product = product;
        this.section = section;
    }

    void run() throws IOException {
        long[] took = new long[ROUNDS];
        int size = 0;
        try (Person admin = Person.signIn(product.port(), Company.ADMIN, Company.PASSWORD)) {
            byte[] request = admin.request(
                    "POST", "/api/records/account/export", "", Map.of("fields", COLUMNS, "format", "xlsx"));
            long before = Processes.rss(product.pid());
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                size = admin.ok(request).body().length;
                took[round] = (System.nanoTime() - start) / 1_000_000;
            }
            long grown = Processes.rss(product.pid()) - before;
            section.line("W10 export 100,000 rows with 20 columns to XLSX: first %d ms, median of %d %d ms; %d kB;"
                            .formatted(took[0], ROUNDS, median(took), size / 1024)
                    + " memory (RSS) grew by " + grown + " MB");
        }
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

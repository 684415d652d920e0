package org.salacrm.benchmarks;

import static org.salacrm.benchmarks.Figures.number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * W2: leads from one CSV file with the check for duplicates, beside somebody who reads lists. One lead in a hundred is
 * in the file twice, written a little differently.
 */
final class ImportLeads {
    private static final int SEED = 20261122;
    private static final int TWICE_IN = 100;
    private static final long LARGEST_FILE = 1L << 30;
    private static final double MB = 1 << 20;
    /** Whatever is garbage is collected at least once within so many looks at the heap. */
    private static final int LOOKS = 20;

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int QUIET_SECONDS = 10;
    private static final List<String> COLUMNS = List.of("name", "company", "status", "mobile", "source", "owner");
    private static final List<Map<String, Object>> BY_NAME = List.of(Map.of("path", "name"));

    private static final List<String> GIVEN = List.of(
            "สมชาย", "พิมพ์ชนก", "ประเสริฐ", "อรทัย", "วิชัย", "ณัฐธิดา", "กิตติ", "สุดารัตน์", "ธนพล", "จิราพร");
    private static final List<String> SOURCES = List.of("เว็บไซต์", "โฆษณา", "งานแสดงสินค้า", "");

    private final Product product;
    private final Store store;
    private final Section section;
    private final int leads;

    ImportLeads(Product product, Store store, Section section, int leads) {
        this.product = product;
        this.store = store;
        this.section = section;
        this.leads = leads;
    }

    void run() throws IOException {
        try (Person admin = Person.signIn(product.port(), Company.ADMIN, Company.PASSWORD);
                Person reader = Person.signIn(product.port(), Company.login(0), Company.PASSWORD)) {
            admin.json("PUT", "/api/settings/company", Map.of("upload.maxBytes", LARGEST_FILE));
            String id = upload(admin);
            double rest = floorOfHeap();
            Reading quiet = new Reading(reader);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(QUIET_SECONDS));
            Figures quietly = quiet.ended();
            Reading meanwhile = new Reading(reader);
            double cpu = Processes.cpu(product.pid());
            double databaseCpu = store.cpu();
            long start = System.nanoTime();
            String job = admin.json("POST", "/api/imports/" + id + "/run", Map.of())
                    .get("job")
                    .asText();
            double most = heapUntilDone(admin, job);
            double took = (System.nanoTime() - start) / 1e9;
            section.line(("W2 import %,d leads from CSV with duplicate check: %s s, %s/s, CPU server %s + database"
                            + " %s ms a row: %s")
                    .formatted(
                            leads,
                            number(took),
                            number(leads / took),
                            number((Processes.cpu(product.pid()) - cpu) / leads),
                            number((store.cpu() - databaseCpu) / leads),
                            admin.json("GET", "/api/jobs/" + job, "").get("result")));
            section.line("W2 heap %.0f MB at rest, %.0f MB more meanwhile; RSS %d MB"
                    .formatted(rest, most - rest, Processes.rss(product.pid())));
            section.line("W2 a list of leads for somebody else: p95 %s ms meanwhile, %s when quiet"
                    .formatted(number(meanwhile.ended().percentile(95)), number(quietly.percentile(95))));
        }
    }

    /** Somebody who opens a list of leads again and again until he is stopped. */
    private static final class Reading {
        private static final int MOST = 1 << 20;
        private final AtomicBoolean ended = new AtomicBoolean();
        private final CompletableFuture<Figures> figures;

        Reading(Person reader) {
            byte[] question = reader.request(
                    "POST", "/api/records/lead/query", "", Map.of("fields", COLUMNS, "sort", BY_NAME, "limit", 50));
            figures = CompletableFuture.supplyAsync(() -> {
                long[] times = new long[MOST];
                int count = 0;
                long start = System.nanoTime();
                while (!ended.get() && count < MOST) {
                    long before = System.nanoTime();
                    try {
                        reader.ok(question);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    times[count++] = System.nanoTime() - before;
                    LockSupport.parkNanos(PAUSE);
                }
                return new Figures(Arrays.copyOf(times, count), (System.nanoTime() - start) / 1e9, 0, 0);
            });
        }

        Figures ended() {
            ended.set(true);
            return figures.join();
        }
    }

    private String upload(Person admin) throws IOException {
        String boundary = "----leads";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"entity\"\r\n\r\nlead\r\n--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"leads.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        write(body);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        String id = Person.read(admin.ok(admin.upload("/api/imports", boundary, body.toByteArray())))
                .get("id")
                .asText();
        admin.json("PATCH", "/api/imports/" + id, Map.of("mode", "create"));
        admin.json("POST", "/api/imports/" + id + "/choices", Map.of("choice", "skip"));
        return id;
    }

    private void write(ByteArrayOutputStream file) throws IOException {
        Random random = new Random(SEED);
        Names names = new Names(random);
        try (Writer csv = new OutputStreamWriter(file, StandardCharsets.UTF_8)) {
            csv.write("ชื่อ-สกุล;บริษัท;มือถือ;อีเมล;แหล่งที่มา\n");
            String before = "";
            for (int i = 0; i < leads; i++) {
                String rest = names.company(i)
                        + ";08%08d;lead%d@mail%d.co.th;".formatted(i, i, i % 997)
                        + SOURCES.get(i % SOURCES.size());
                String row = GIVEN.get(random.nextInt(GIVEN.size())) + " พงษ์" + i + ";" + rest;
                boolean twice = i % TWICE_IN == TWICE_IN - 1;
                csv.write((twice ? "คุณ" + before : row) + "\n");
                before = row;
            }
        }
    }

    private double heapUntilDone(Person admin, String job) throws IOException {
        double most = 0;
        while (!admin.json("GET", "/api/jobs/" + job, "").get("state").asText().matches("done|failed|cancelled")) {
            most = Math.max(most, floorOfHeap());
        }
        return most;
    }

    /** Megabytes that are left after a collection: the least of many looks. */
    private double floorOfHeap() throws IOException {
        double least = Double.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            least = Math.min(least, heap());
            LockSupport.parkNanos(LOOK);
        }
        return least;
    }

    private double heap() throws IOException {
        String used = "jvm_memory_used_bytes{area=\"heap\"} ";
        return product.metrics()
                        .lines()
                        .filter(line -> line.startsWith(used))
                        .mapToDouble(line -> Double.parseDouble(line.substring(used.length())))
                        .findFirst()
                        .orElseThrow()
                / MB;
    }
}

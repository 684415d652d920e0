package org.salacrm.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that work without a pause for some seconds. */
final class Load {
    private final Meter product;
    private final Meter database;

    /** Milliseconds of processor time used so far. */
    interface Meter {
        double read() throws IOException;
    }

    Load(Meter product, Meter database) {
        this.product = product;
        this.database = database;
    }

    Figures run(List<Step> clients, double seconds) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        double cpuBefore = product.read();
        double databaseBefore = database.read();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try {
            List<Future<long[]>> running = new ArrayList<>();
            for (Step client : clients) {
                running.add(threads.submit(client(client, end)));
            }
            long[] all = new long[0];
            for (Future<long[]> client : running) {
                all = joined(all, client.get());
            }
            double took = (System.nanoTime() - start) / 1e9;
            double cpu = (product.read() - cpuBefore) / all.length;
            return new Figures(all, took, cpu, (database.read() - databaseBefore) / all.length);
        } catch (ExecutionException e) {
            throw new IOException("a client failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<long[]> client(Step step, long end) {
        return () -> {
            long[] times = new long[1 << 10];
            int count = 0;
            long now = System.nanoTime();
            do {
                step.run();
                long then = System.nanoTime();
                times = count == times.length ? java.util.Arrays.copyOf(times, count * 2) : times;
                times[count++] = then - now;
                now = then;
            } while (now < end);
            return java.util.Arrays.copyOf(times, count);
        };
    }

    private static long[] joined(long[] a, long[] b) {
        long[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}

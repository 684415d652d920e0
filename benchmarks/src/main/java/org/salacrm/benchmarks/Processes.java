package org.salacrm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux tells of processes: processor time and memory. */
final class Processes {
    /** Linux counts processor time in hundredths of a second on every machine we know. */
    private static final double TICK_MS = 10;

    private Processes() {}

    /** Milliseconds of processor time since its start. */
    static double cpu(long pid) throws IOException {
        String[] stat = stat(pid);
        return (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) * TICK_MS;
    }

    /** The same with all children, also those that have ended. */
    static double cpuOfFamily(long pid) throws IOException {
        String[] stat = stat(pid);
        double ended = (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) * TICK_MS;
        double living = 0;
        for (ProcessHandle child :
                ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList()) {
            try {
                living += cpu(child.pid());
            } catch (IOException e) {
                continue; // it has just ended and counts from now on with its parent
            }
        }
        return cpu(pid) + ended + living;
    }

    /** Megabytes of memory in use. */
    static long rss(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D+", "")) / 1024;
        }
    }

    /** The fields after the name of the program, which may hold blanks. */
    private static String[] stat(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }
}

package org.salacrm.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a process listens at, as Linux tells it. */
final class Sockets {
    private static final String LISTENING = "0A";
    private static final String IPV4_IN_IPV6 = "00000000000000000000FFFF";

    private Sockets() {}

    /** Addresses with ports, such as {@code 127.0.0.1:8181}; everywhere is {@code 0.0.0.0}. */
    static List<String> listening(long process) throws IOException {
        Path folder = Path.of("/proc", Long.toString(process));
        Set<String> own = own(folder.resolve("fd"));
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(folder.resolve(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns[3].equals(LISTENING) && own.contains("socket:[" + columns[9] + "]")) {
                    addresses.add(address(columns[1]));
                }
            }
        }
        return addresses;
    }

    /** Sockets that are open, {@code socket:[number]}, among all that is. */
    private static Set<String> own(Path descriptors) throws IOException {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.filter(Files::isSymbolicLink).map(Sockets::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // It was closed meanwhile.
            return "";
        }
    }

    /** {@code 0100007F:1FF5}: each four bytes from the last to the first, then the port. */
    private static String address(String hexadecimal) {
        String[] parts = hexadecimal.split(":");
        String bytes = IntStream.range(0, parts[0].length() / 8)
                .mapToObj(word -> turned(parts[0].substring(8 * word, 8 * word + 8)))
                .collect(Collectors.joining());
        String plain = bytes.startsWith(IPV4_IN_IPV6) ? bytes.substring(IPV4_IN_IPV6.length()) : bytes;
        String dotted = IntStream.range(0, plain.length() / 2)
                .mapToObj(i -> Integer.toString(HexFormat.fromHexDigits(plain, 2 * i, 2 * i + 2)))
                .collect(Collectors.joining("."));
        return dotted + ":" + HexFormat.fromHexDigits(parts[1]);
    }

    private static String turned(String word) {
        return word.substring(6, 8) + word.substring(4, 6) + word.substring(2, 4) + word.substring(0, 2);
    }
}

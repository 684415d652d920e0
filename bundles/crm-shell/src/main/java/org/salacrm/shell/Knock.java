package org.salacrm.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The other side of the {@link Door}, a program of its own that {@code bin/sala} starts: it says where it stands, the
 * command and its arguments, and shows the answer until a NUL, after which comes what it is to end with.
 */
public final class Knock {
    private Knock() {}

    /** @param words the socket, the folder of the person, the command and its arguments */
    public static void main(String[] words) {
        try {
            System.exit(knock(words, System.out));
        } catch (IOException e) {
            System.err.println("sala: the running Sala does not answer (" + e.getMessage() + ")");
            System.exit(1);
        }
    }

    static int knock(String[] words, OutputStream shown) throws IOException {
        try (SocketChannel door = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(words[0])))) {
            OutputStream out = Channels.newOutputStream(door);
            for (int i = 1; i < words.length; i++) {
                out.write((words[i] + Door.END).getBytes(StandardCharsets.UTF_8));
            }
            out.write(Door.END);
            InputStream in = Channels.newInputStream(door);
            for (int b = in.read(); b != Door.END; b = in.read()) {
                if (b < 0) {
                    throw new IOException("it ended before the command did");
                }
                shown.write(b);
            }
            shown.flush();
            return in.read() - '0';
        }
    }
}

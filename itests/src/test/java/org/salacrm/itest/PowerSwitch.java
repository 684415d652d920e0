package org.salacrm.itest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * Lets a test in another process take a server away and bring it back: it connects, writes the line {@code stop} or
 * {@code start} and reads {@code done} when that has happened.
 */
final class PowerSwitch implements AutoCloseable {
    private final RunningSala sala;
    private final ServerSocket door;

    PowerSwitch(RunningSala sala) throws IOException {
        this.sala = sala;
        this.door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread keeper = new Thread(this::obey, "power switch");
        keeper.setDaemon(true);
        keeper.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void obey() {
        try {
            while (!door.isClosed()) {
                try (Socket caller = door.accept()) {
                    obey(caller);
                }
            }
        } catch (SocketException closed) {
            // The tests are over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void obey(Socket caller) throws IOException {
        String wish =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if ("stop".equals(wish)) {
            sala.stop();
        } else {
            sala.start();
        }
        caller.getOutputStream().write("done\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

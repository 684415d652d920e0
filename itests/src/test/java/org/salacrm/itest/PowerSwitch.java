package org.salacrm.itest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Lets a test in another process take a server away and bring it back: {@code POST /stop}, then {@code POST /start}. */
final class PowerSwitch implements AutoCloseable {
    private final HttpServer http;

    private PowerSwitch(HttpServer http) {
        this.http = http;
    }

    static PowerSwitch of(RunningSala sala) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PowerSwitch made = new PowerSwitch(http);
        made.on("/stop", sala::stop);
        made.on("/start", sala::start);
        http.start();
        return made;
    }

    private void on(String path, Runnable work) {
        http.createContext(path, call -> {
            work.run();
            call.sendResponseHeaders(204, -1);
            call.close();
        });
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}

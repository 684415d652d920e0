package org.salacrm.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;

/** Connections to servers that may say so much and for so long, whatever it is: no server keeps or fills us. */
final class BoundedSockets extends SocketFactory {
    private final long most;
    private final Duration longest;

    /** @param most bytes a server may say */
    BoundedSockets(long most, Duration longest) {
        this.most = most;
        this.longest = longest;
    }

    @Override
    public Socket createSocket() {
        return new Bounded();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host, port, null, 0);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress here, int herePort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, here, herePort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress here, int herePort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(here, herePort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    private final class Bounded extends Socket {
        private InputStream said;

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            if (said == null) {
                said = new Said(super.getInputStream());
            }
            return said;
        }
    }

    private final class Said extends FilterInputStream {
        private final long end = System.nanoTime() + longest.toNanos();
        private long left = most;

        Said(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            count(some);
            return some;
        }

        private void count(int some) throws IOException {
            left -= some;
            if (left < 0) {
                throw new IOException("the server says too much");
            }
            if (System.nanoTime() > end) {
                throw new IOException("the server takes too long");
            }
        }
    }
}

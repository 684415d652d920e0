package org.salacrm.rest.event;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.salacrm.api.security.Caller;

/**
 * The open line to one browser. Messages wait in a short queue until the line takes them, so that a slow browser holds
 * nobody up; one that does not read at all is hung up on and comes back by itself. Thread-safe.
 */
final class EventStream implements WriteListener, AsyncListener {
    private static final int LONGEST_QUEUE = 500;

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final String token;
    private final Runnable whenClosed;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private volatile Caller caller;
    private boolean listening;
    private boolean unflushed;
    private boolean closed;

    EventStream(AsyncContext async, String token, Caller caller, Runnable whenClosed) throws IOException {
        this.async = async;
        this.out = async.getResponse().getOutputStream();
        this.token = token;
        this.caller = caller;
        this.whenClosed = whenClosed;
    }

    void open() {
        async.addListener(this);
        out.setWriteListener(this);
    }

    String token() {
        return token;
    }

    Caller caller() {
        return caller;
    }

    /** The caller's rights may have changed since the line was opened. */
    void caller(Caller now) {
        caller = now;
    }

    synchronized void send(byte[] event) {
        if (closed) {
            return;
        }
        if (waiting.size() >= LONGEST_QUEUE) {
            close();
            return;
        }
        waiting.add(event);
        if (listening) {
            drain();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        listening = true;
        drain();
    }

    private void drain() {
        try {
            while (!closed && out.isReady()) {
                byte[] next = waiting.poll();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException e) {
            close(); // the browser is gone
        }
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            waiting.clear();
            whenClosed.run();
            async.complete();
        }
    }

    private synchronized void gone() {
        if (!closed) {
            closed = true;
            waiting.clear();
            whenClosed.run();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        gone();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}

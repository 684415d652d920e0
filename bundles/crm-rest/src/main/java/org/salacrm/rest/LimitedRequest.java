package org.salacrm.rest;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.salacrm.rest.problem.RefusedException;

/**
 * A request whose body ends with an error at its limit, so that nobody fills the disk by not saying how much comes, and
 * when it comes too slowly, so that nobody keeps the server's threads waiting.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
    /** What still comes of a body that is too long passes by up to here, for as long as anybody is waited for. */
    private static final long PASSING = 16 << 20;

    private static final int PIECE = 8 << 10;

    private final Uploads.Limits limits;

    LimitedRequest(HttpServletRequest request, Uploads.Limits limits) {
        super(request);
        this.limits = limits;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Limited(super.getInputStream());
    }

    /** Refuses a body that says itself that it is too long. */
    RefusedException tooLong() throws IOException {
        new Limited(super.getInputStream()).letPass();
        return limits.large();
    }

    /** One step of reading. */
    private interface Step {
        int read() throws IOException;
    }

    /** Counts what is read, and the time that it was waited for. */
    private final class Limited extends ServletInputStream {
        private final ServletInputStream in;
        private long count;
        private long waited;

        Limited(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int b = next(in::read);
            counted(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = next(() -> in.read(buffer, offset, length));
            counted(Math.max(n, 0));
            return n;
        }

        /** What has come is taken at once; to wait for more, there must be a place. */
        private int next(Step step) throws IOException {
            if (in.available() > 0 || in.isFinished()) {
                return waiting(step);
            }
            if (!limits.waiting().enter(getRemoteAddr())) {
                throw refused(limits.tooMany());
            }
            try {
                return waiting(step);
            } finally {
                limits.waiting().leave(getRemoteAddr());
            }
        }

        private int waiting(Step step) throws IOException {
            long start = System.nanoTime();
            try {
                return step.read();
            } catch (EOFException e) {
                throw refused(new RefusedException(400, "body.broken"));
            } catch (IOException e) {
                throw e.getCause() instanceof TimeoutException ? refused(limits.slow()) : e;
            } finally {
                waited += System.nanoTime() - start;
            }
        }

        private void counted(int n) throws IOException {
            count += n;
            if (waited > limits.nanos(count)) {
                throw refused(limits.slow());
            }
            if (count > limits.bytes()) {
                letPass();
                throw refused(limits.large());
            }
        }

        /** Who is cut off while he still sends does not hear why. */
        private void letPass() throws IOException {
            byte[] piece = new byte[PIECE];
            long end = waited + limits.nanos(0);
            int n = 0;
            for (long passed = 0; n >= 0 && passed < PASSING && waited <= end; passed += n) {
                n = next(() -> in.read(piece));
            }
        }

        /** Whoever reads a stream is prepared for this kind of exception only. */
        private static IOException refused(RefusedException refusal) {
            return new IOException(refusal);
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}

package org.salacrm.rest;

import java.io.IOException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.salacrm.rest.problem.TooLargeException;

/** A request whose body ends with an error at its limit, so that nobody fills the disk by not saying how much comes. */
final class LimitedRequest extends HttpServletRequestWrapper {
    private final long limit;
    private final String words;

    LimitedRequest(HttpServletRequest request, long limit, String words) {
        super(request);
        this.limit = limit;
        this.words = words;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Limited(super.getInputStream());
    }

    /** Counts what is read. */
    private final class Limited extends ServletInputStream {
        private final ServletInputStream in;
        private long count;

        Limited(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            counted(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            counted(Math.max(n, 0));
            return n;
        }

        private void counted(int n) throws TooLargeException {
            count += n;
            if (count > limit) {
                throw new TooLargeException(words);
            }
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

package org.salacrm.mail;

import com.sun.mail.iap.ByteArray;
import com.sun.mail.iap.ProtocolException;
import com.sun.mail.iap.Response;
import com.sun.mail.imap.IMAPStore;
import com.sun.mail.imap.protocol.IMAPProtocol;
import com.sun.mail.imap.protocol.IMAPResponse;
import com.sun.mail.util.MailLogger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import javax.mail.Session;
import javax.mail.URLName;

/**
 * A mailbox whose server is not believed. It announces how long what it says next will be, and the mail library makes
 * room for as much as is announced, be it the whole memory; here it makes no more than a conversation may need.
 */
final class BoundedStore extends IMAPStore {
    private static final int FIRST = 128;
    /** Letters of a mailbox, for each of which the library makes room before it is brought. */
    private static final int MOST_LETTERS = 1 << 19;

    /** @param protocol {@code imap} or {@code imaps} */
    BoundedStore(Session session, String protocol) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, protocol.equals("imaps"));
    }

    @Override
    protected IMAPProtocol newIMAPProtocol(String host, int port) throws IOException, ProtocolException {
        return new Bounded(name, host, port, session.getProperties(), isSSL, logger);
    }

    private static final class Bounded extends IMAPProtocol {
        private boolean reading; // is given no value here, for it is talked to while it is made

        Bounded(String name, String host, int port, Properties properties, boolean tls, MailLogger logger)
                throws IOException, ProtocolException {
            super(name, host, port, properties, tls, logger);
        }

        @Override
        protected ByteArray getResponseBuffer() {
            return new Room();
        }

        /** What is read as UTF-8 is held against what was said; otherwise room is made for any length amid a line. */
        @Override
        public boolean supportsUtf8() {
            return reading || super.supportsUtf8();
        }

        @Override
        public Response readResponse() throws IOException, ProtocolException {
            reading = true;
            try {
                Response said = super.readResponse();
                if (said instanceof IMAPResponse one && isTooMuch(one)) {
                    throw new IOException("the server says too much");
                }
                return said;
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (IndexOutOfBoundsException | StackOverflowError e) { // a length that overflows, lists without end
                throw new IOException("the server says what cannot be", e);
            } finally {
                reading = false;
            }
        }

        /** What vanished is told in ranges and only to who asks for it, as nobody here does. */
        private static boolean isTooMuch(IMAPResponse said) {
            return said.keyEquals("VANISHED") || said.keyEquals("EXISTS") && said.getNumber() > MOST_LETTERS;
        }
    }

    private static final class Room extends ByteArray {
        Room() {
            super(FIRST);
        }

        @Override
        public void grow(int more) {
            if (more > Connections.MOST_SAID - getBytes().length) {
                throw new UncheckedIOException(new IOException("the server says too much"));
            }
            super.grow(more);
        }
    }
}

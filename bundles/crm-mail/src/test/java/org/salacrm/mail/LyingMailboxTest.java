package org.salacrm.mail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.mail.Post.Server;
import org.salacrm.api.record.BusyException;

/** Mailboxes whose servers say what would end the process: each is left, and the next round asks again. */
public class LyingMailboxTest {
    private static final String WHOLE_MEMORY = "2147483647";
    private static final Map<String, String> HONEST = Map.of(
            "CAPABILITY", "* CAPABILITY IMAP4rev1\r\n",
            "SELECT", "* 1 EXISTS\r\n* FLAGS (\\Seen)\r\n",
            "SEARCH", "* SEARCH 1\r\n");

    @Test
    public void aTextAmidALineIsNoLongerThanTheLine() {
        left("FETCH", "* 1 FETCH (BODYSTRUCTURE ({" + WHOLE_MEMORY + "}x \"report\"))");
        left("FETCH", "* 1 FETCH (BODYSTRUCTURE (\"multipart\" {" + WHOLE_MEMORY + "}x))");
        left("LIST", "* LIST () \"/\" {" + WHOLE_MEMORY + "}x");
    }

    @Test
    public void aMailboxHoldsNoMoreLettersThanMemory() {
        left("SELECT", "* 2147483582 EXISTS");
        left("SEARCH", "* VANISHED 1:2000000000");
    }

    @Test
    public void aStructureHasAnEnd() {
        left("FETCH", "* 1 FETCH (BODYSTRUCTURE " + "(".repeat(1 << 20) + ")");
    }

    private static void left(String command, String lie) {
        SmtpPost post = new SmtpPost(Clock.systemUTC(), Duration.ofSeconds(5));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> talk(server, command, lie + "\r\n")).start();
            Server mailbox = new Server("127.0.0.1", server.getLocalPort(), "none", "bounces", "secret");
            assertThatThrownBy(() -> post.bounces(mailbox, "INBOX", bounce -> {}))
                    .as(command)
                    .isInstanceOf(BusyException.class);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void talk(ServerSocket server, String command, String lie) {
        try (Socket caller = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = caller.getOutputStream();
            out.write("* OK ready\r\n".getBytes(StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                String said = words[1].equals(command) ? lie : HONEST.getOrDefault(words[1], "");
                out.write((said + words[0] + " OK done\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            return; // he has left
        }
    }
}

package org.salacrm.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.mail.BodyPart;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import javax.mail.internet.MimeUtility;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.mail.Post.Bounce;
import org.salacrm.api.mail.Post.Enclosure;
import org.salacrm.api.mail.Post.Letter;
import org.salacrm.api.mail.Post.Party;
import org.salacrm.api.mail.Post.Server;
import org.salacrm.api.mail.UndeliveredException;
import org.salacrm.api.record.BusyException;
import org.salacrm.test.ReturnedLetter;

public class SmtpPostTest {
    private static final Party FROM = new Party("สมชาย ใจดี", "sala@shop.co.th");

    private final GreenMail servers = new GreenMail(new ServerSetup[] {
        server(ServerSetup.PROTOCOL_SMTP), server(ServerSetup.PROTOCOL_SMTPS), server(ServerSetup.PROTOCOL_IMAP)
    });
    private final SmtpPost post = new SmtpPost(Clock.systemUTC());

    private static ServerSetup server(String protocol) {
        ServerSetup server = new ServerSetup(0, "127.0.0.1", protocol);
        server.setServerStartupTimeout(20_000);
        return server;
    }

    @Before
    public void open() {
        servers.start();
    }

    @After
    public void close() {
        servers.stop();
    }

    private Server smtp() {
        return new Server("127.0.0.1", servers.getSmtp().getPort(), "none", "", "");
    }

    private static Letter letter(String subject, String body, Enclosure... enclosures) {
        return new Letter(
                "1.a@sala",
                FROM,
                new Party("สมชาย", "somchai@shop.co.th"),
                List.of("a@b.co.th", "b@b.co.th"),
                List.of("c@b.co.th"),
                List.of("d@b.co.th"),
                subject,
                body,
                List.of(enclosures),
                "0.b@sala");
    }

    @Test
    public void everyReceiverGetsItAndNobodySeesTheBlindCopy() throws MessagingException {
        assertThat(post.deliver(smtp(), letter("ใบเสนอราคา", "เรียนคุณวิชัย"))).isEmpty();
        MimeMessage[] received = servers.getReceivedMessages();
        assertThat(received).hasSize(4);
        assertThat(received[0].getSubject()).isEqualTo("ใบเสนอราคา");
        assertThat(received[0].getMessageID()).isEqualTo("<1.a@sala>");
        assertThat(received[0].getHeader("Bcc")).isNull();
        assertThat(received[0].getHeader("In-Reply-To")).containsExactly("<0.b@sala>");
        assertThat(received[0].getHeader("References")).containsExactly("<0.b@sala>");
        assertThat(received[0].getHeader("Date")).hasSize(1);
        assertThat(received[0].getReplyTo()[0].toString()).contains("somchai@shop.co.th");
    }

    @Test
    public void aThaiDomainTravelsInPlainLettersAndAThaiNameBeforeItIsToldAtOnce() throws MessagingException {
        post.deliver(smtp(), letterTo("info@ไทย.ไทย"));
        assertThat(servers.getReceivedMessages()[0].getHeader("To")).containsExactly("info@xn--o3cw4h.xn--o3cw4h");
        assertThatThrownBy(() -> post.deliver(smtp(), letterTo("ก@b.co.th")))
                .isInstanceOfSatisfying(
                        UndeliveredException.class, e -> assertThat(e.lasting()).isTrue())
                .hasMessageContaining("plain letters");
    }

    private static Letter letterTo(String address) {
        return new Letter("1.a@sala", FROM, FROM, List.of(address), List.of(), List.of(), "x", "y", List.of(), "");
    }

    @Test
    public void aThaiNameOfAFileArrivesWhole() throws MessagingException, IOException {
        byte[] bytes = {1, 2, 3};
        Enclosure file =
                new Enclosure("ใบเสนอราคา กันยายน.pdf", "application/pdf", () -> new ByteArrayInputStream(bytes));
        post.deliver(smtp(), letter("แนบ", "ดูแฟ้ม", file));
        MimeMultipart parts = (MimeMultipart) servers.getReceivedMessages()[0].getContent();
        BodyPart enclosed = parts.getBodyPart(1);
        assertThat(MimeUtility.decodeText(enclosed.getFileName())).isEqualTo("ใบเสนอราคา กันยายน.pdf");
        assertThat(enclosed.getInputStream().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    public void aSubjectOfSeveralLinesBringsNoHeader() throws MessagingException {
        post.deliver(smtp(), letter("สวัสดี\r\nBcc: evil@x.com", "x"));
        MimeMessage received = servers.getReceivedMessages()[0];
        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getSubject()).isEqualTo("สวัสดี Bcc: evil@x.com");
    }

    @Test
    public void aServerWhoseCertificateNobodyVouchesForIsToldNothing() {
        int port = servers.getSmtps().getPort();
        assertThatThrownBy(() -> post.deliver(new Server("127.0.0.1", port, "tls", "", ""), letter("x", "secret")))
                .isInstanceOf(UndeliveredException.class)
                .hasMessageContaining("certification path");
        assertThat(servers.getReceivedMessages()).isEmpty();
    }

    @Test
    public void markupInTheTextStaysText() throws MessagingException, IOException {
        post.deliver(smtp(), letter("x", "<script>alert(1)</script>\nhttps://sala.co.th/?a=1&b=2"));
        MimeMultipart both = (MimeMultipart) servers.getReceivedMessages()[0].getContent();
        assertThat(both.getBodyPart(1).getContent().toString())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>")
                .contains("<a href=\"https://sala.co.th/?a=1&amp;b=2\">");
    }

    @Test
    public void aServerThatIsAwayIsAskedAgain() {
        Server nobody = smtp();
        servers.stop();
        assertThatThrownBy(() -> post.deliver(nobody, letter("x", "y")))
                .isInstanceOfSatisfying(UndeliveredException.class, e -> {
                    assertThat(e.lasting()).isFalse();
                    assertThat(e.getMessage()).contains("127.0.0.1").contains("connect");
                });
    }

    @Test
    public void aServerThatSaysAnythingWithoutEndIsLeft() throws IOException {
        byte[] nonsense = ("220-" + "x".repeat(100_000) + "\0\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] letters = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        for (byte[] said : List.of(nonsense, letters)) {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Thread talker = new Thread(() -> talk(server, said));
                talker.start();
                Server talking = new Server("127.0.0.1", server.getLocalPort(), "none", "", "");
                assertThatThrownBy(() -> post.deliver(talking, letter("x", "y")))
                        .isInstanceOfSatisfying(UndeliveredException.class, e -> {
                            assertThat(e.lasting()).isFalse();
                            assertThat(e.getMessage())
                                    .contains("too much")
                                    .doesNotContain("\0")
                                    .hasSizeLessThan(1000);
                        });
            }
        }
    }

    @Test
    public void whileAServerIsSilentOnlyOneLetterWaitsForIt() throws IOException {
        SmtpPost patient = new SmtpPost(Clock.systemUTC(), Duration.ofMillis(600));
        try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            Server silent = new Server("127.0.0.1", server.getLocalPort(), "none", "", "");
            assertThat(failure(patient, silent)).contains("timed out");

            List<String> failures = IntStream.range(0, 9)
                    .parallel()
                    .mapToObj(i -> failure(patient, silent))
                    .toList();
            assertThat(failures).anyMatch(text -> text.contains("timed out"));
            assertThat(failures).anyMatch(text -> text.contains("another letter waits"));
        }
        assertThat(patient.deliver(smtp(), letter("x", "y")))
                .as("another server")
                .isEmpty();
    }

    private static String failure(SmtpPost post, Server server) {
        try {
            return post.deliver(server, letter("x", "y"));
        } catch (UndeliveredException e) {
            return e.getMessage();
        }
    }

    private static void talk(ServerSocket server, byte[] said) {
        try (Socket caller = server.accept()) {
            while (true) {
                caller.getOutputStream().write(said);
            }
        } catch (IOException e) {
            return; // he has left
        }
    }

    @Test
    public void aReportInTheMailboxTellsWhichLetterCameBackAndWhy() {
        servers.setUser("bounces@shop.co.th", "bounces", "secret");
        Server mailbox = new Server("127.0.0.1", servers.getImap().getPort(), "none", "bounces", "secret");
        servers.getUserManager().getUser("bounces").deliver(report("text/rfc822-headers", 0));
        assertThat(bounces(mailbox)).containsExactly(new Bounce("1.a@sala", "smtp; 550 no such user"));
        assertThat(bounces(mailbox)).as("told once").isEmpty();
    }

    @Test
    public void aReportThatCouldNotBeWrittenDownIsToldAgain() {
        servers.setUser("bounces@shop.co.th", "bounces", "secret");
        Server mailbox = new Server("127.0.0.1", servers.getImap().getPort(), "none", "bounces", "secret");
        servers.getUserManager().getUser("bounces").deliver(report("text/rfc822-headers", 0));
        assertThatThrownBy(() -> post.bounces(mailbox, "INBOX", bounce -> {
                    throw new BusyException("the database is away", Duration.ofSeconds(1));
                }))
                .isInstanceOf(BusyException.class);
        assertThat(bounces(mailbox)).containsExactly(new Bounce("1.a@sala", "smtp; 550 no such user"));
    }

    private List<Bounce> bounces(Server mailbox) {
        List<Bounce> bounces = new ArrayList<>();
        post.bounces(mailbox, "INBOX", bounces::add);
        return bounces;
    }

    @Test
    public void aReportThatCannotBeReadKeepsNoOtherFromBeingRead() {
        servers.setUser("bounces@shop.co.th", "bounces", "secret");
        Server mailbox = new Server("127.0.0.1", servers.getImap().getPort(), "none", "bounces", "secret");
        for (String broken : List.of("base64", "riddle")) {
            servers.getUserManager()
                    .getUser("bounces")
                    .deliver(report("text/plain\r\nContent-Transfer-Encoding: " + broken, 0));
        }
        servers.getUserManager().getUser("bounces").deliver(report("text/rfc822-headers", 0));
        assertThat(bounces(mailbox)).contains(new Bounce("1.a@sala", "smtp; 550 no such user"));
        assertThat(bounces(mailbox)).as("told once").isEmpty();
    }

    @Test
    public void ofAReportThatBringsAWholeFilmBackOnlyTheHeadIsRead() {
        servers.setUser("bounces@shop.co.th", "bounces", "secret");
        Server mailbox = new Server("127.0.0.1", servers.getImap().getPort(), "none", "bounces", "secret");
        int moreThanAConversation = 20 << 20;
        servers.getUserManager().getUser("bounces").deliver(report("message/rfc822", moreThanAConversation));
        assertThat(bounces(mailbox)).containsExactly(new Bounce("1.a@sala", "smtp; 550 no such user"));
    }

    @Test
    public void aMailboxThatAnnouncesTheWholeMemoryIsLeft() throws IOException {
        SmtpPost impatient = new SmtpPost(Clock.systemUTC(), Duration.ofMillis(600));
        for (String announced : List.of("2000000000", "2147483647")) {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                byte[] said = ("* OK [ALERT] {" + announced + "}\r\n").getBytes(StandardCharsets.US_ASCII);
                new Thread(() -> announce(server, said)).start();
                Server mailbox = new Server("127.0.0.1", server.getLocalPort(), "none", "bounces", "secret");
                assertThatThrownBy(() -> impatient.bounces(mailbox, "INBOX", bounce -> {}))
                        .isInstanceOf(BusyException.class)
                        .hasMessageContaining("the server says");
            }
        }
    }

    private static void announce(ServerSocket server, byte[] said) {
        try (Socket caller = server.accept()) {
            caller.getOutputStream().write(said);
            caller.getInputStream().readAllBytes();
        } catch (IOException e) {
            return; // he has left
        }
    }

    private static MimeMessage report(String back, int film) {
        try {
            return new MimeMessage(null, ReturnedLetter.of("<1.a@sala>", back, "film line\r\n".repeat(film / 11)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

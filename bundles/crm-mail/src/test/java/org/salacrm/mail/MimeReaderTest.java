package org.salacrm.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.Test;
import org.salacrm.api.mail.MailReader.Letter;

public class MimeReaderTest {
    private final MimeReader reader = new MimeReader();

    private Letter read(String... lines) {
        return reader.read(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    @Test
    public void aLetterTellsWhoWroteWhatToWhomAndWhen() {
        Letter letter = read(
                "From: =?UTF-8?B?4Liq4Lih4LiK4Liy4Lii?= <somchai@shop.example>",
                "To: me@sala.example, \"Anan, B.\" <anan@sala.example>",
                "Cc: malee@sala.example",
                "Subject: =?UTF-8?B?4LmD4Lia4LmA4Liq4LiZ4Lit4Lij4Liy4LiE4Liy?=",
                "Date: Mon, 23 Nov 2026 10:15:00 +0700",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "ขอราคา 100 ชิ้น");

        assertThat(letter.subject()).isEqualTo("ใบเสนอราคา");
        assertThat(letter.from()).isEqualTo("somchai@shop.example");
        assertThat(letter.to()).containsExactly("me@sala.example", "anan@sala.example");
        assertThat(letter.cc()).containsExactly("malee@sala.example");
        assertThat(letter.sentAt()).contains(Instant.parse("2026-11-23T03:15:00Z"));
        assertThat(letter.text()).isEqualTo("ขอราคา 100 ชิ้น");
    }

    /** The mail library would read them for an hour. */
    @Test(timeout = 60_000)
    public void addressesWithCommentsWithoutEndAreNobody() {
        Letter letter = read(
                "From: " + "(".repeat(1_000_000) + "<a@b.example>",
                "To: " + "x:".repeat(500_000),
                "Cc: " + "malee@sala.example, ".repeat(20) + "me@sala.example",
                "Subject: hello",
                "",
                "text");

        assertThat(letter.from()).isEmpty();
        assertThat(letter.to()).isEmpty();
        assertThat(letter.cc()).hasSize(21);
    }

    /** Blanks behind blanks, and a line break that never ends, look harmless and keep a processor busy for minutes. */
    @Test(timeout = 60_000)
    public void aPageOfNothingButTagsIsReadAtOnce() {
        Letter letter = read(
                "From: a@b.example",
                "Content-Type: text/html; charset=UTF-8",
                "",
                "<p>hello</p>" + "<> ".repeat(150_000) + "<br ".repeat(100_000));

        assertThat(letter.text()).isEqualTo("hello");
    }

    @Test
    public void oldThaiLettersAreRead() {
        byte[] head = "From: a@b.example\r\nContent-Type: text/plain; charset=tis-620\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] body = "สวัสดี".getBytes(Charset.forName("TIS-620"));
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);

        assertThat(reader.read(all).orElseThrow().text()).isEqualTo("สวัสดี");
    }

    @Test
    public void ofMarkupOnlyTheWordsAreLeft() {
        Letter letter = read(
                "From: a@b.example",
                "Content-Type: text/html; charset=UTF-8",
                "",
                "<html><head><title>x</title><style>p{}</style></head><body onload=alert(1)>",
                "<p>Hello&nbsp;&amp; <b>good</b> morning</p><script>alert(1)</script><img src=x onerror=alert(1)>",
                "<div>1 &lt; 2</div><script>never closed");

        assertThat(letter.text()).isEqualTo("Hello & good morning\n1 < 2");
    }

    @Test
    public void aNumberThatIsNoCharacterIsABlank() {
        Letter letter = read("From: a@b.example", "Content-Type: text/html", "", "a&#xD800;b&#0;c&#x1F600;");

        assertThat(letter.text()).isEqualTo("a b c😀");
    }

    @Test
    public void theTextIsPreferredAndWhatWasEnclosedComesWithIt() {
        Letter letter = read(
                "From: a@b.example",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=x",
                "",
                "--x",
                "Content-Type: multipart/alternative; boundary=y",
                "",
                "--y",
                "Content-Type: text/plain",
                "",
                "as text",
                "--y",
                "Content-Type: text/html",
                "",
                "<p>as HTML</p>",
                "--y--",
                "--x",
                "Content-Type: application/pdf; name=offer.pdf",
                "Content-Disposition: attachment; filename=offer.pdf",
                "Content-Transfer-Encoding: base64",
                "",
                "JVBERi0xLjQ=",
                "--x--");

        assertThat(letter.text()).isEqualTo("as text");
        assertThat(letter.enclosed()).hasSize(1);
        assertThat(letter.enclosed().get(0).name()).isEqualTo("offer.pdf");
        assertThat(new String(letter.enclosed().get(0).content(), StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-1.4");
    }

    @Test
    public void partsWithinPartsComeToAnEnd() {
        StringBuilder deep = new StringBuilder("From: a@b.example\r\nSubject: deep\r\n");
        for (int i = 0; i < 1000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        deep.append("Content-Type: text/plain\r\n\r\nnever read");

        assertThat(reader.read(deep.toString().getBytes(StandardCharsets.US_ASCII))
                        .orElseThrow()
                        .text())
                .isEmpty();
    }

    @Test
    public void whatIsNoEmailIsNotTakenForOne() {
        assertThat(reader.read("just words".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(reader.read(new byte[] {0, 1, 2, 3})).isEmpty();
    }
}

package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.itest.Wait;

/** An e-mail that a mail server has begun to take: nobody knows yet whether it went out. */
public class MailInHandIT extends WorkTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    public void whatIsJustBeingHandedOverIsNotCancelledBeforeItsEndIsKnown() throws IOException {
        String mail = handedToSilence();
        Wait.until(() -> "it can be cancelled", SOON, () -> cancel(mail) == 204);
        assertThat(read("activity", mail).get("mailState").asText()).isEqualTo("cancelled");
    }

    /** To a server that says nothing, until it goes away. */
    private String handedToSilence() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout(Math.toIntExact(SOON.toMillis()));
            team.administrator.ok("PUT", "/api/mail/settings", mailServer(silent.getLocalPort()));
            String mail = me.ok("POST", "/api/mail", message()).get("id").asText();
            try (Socket begun = silent.accept()) {
                assertThat(cancel(mail)).isEqualTo(409);
                assertThat(read("activity", mail).get("mailState").asText()).isEqualTo("queued");
                begun.setSoLinger(true, 0); // it breaks off
            }
            return mail;
        }
    }

    private int cancel(String mail) {
        return me.send("POST", "/api/mail/" + mail + "/cancel", null).statusCode();
    }

    private Map<String, Object> message() {
        Map<String, String> about = Map.of("entity", "account", "id", customer("บริษัท กำลังส่ง จำกัด"));
        return Map.of("to", List.of("wichai@b.co.th"), "subject", "กำลังส่ง", "body", "เรียน", "about", about);
    }
}

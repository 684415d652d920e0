package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;
import org.salacrm.itest.Person;

/** Bodies that no program of good will sends, to the running product: each is named and none of it is kept. */
public class BadBodyIT extends WorkTest {
    @Test
    public void tenMillionCharactersAreRefused() {
        refused(bytes("{\"name\":\"" + "x".repeat(10 << 20) + "\"}"), 413, "body.large");
    }

    @Test
    public void bytesThatAreNoUtf8AreRefused() {
        byte[] body = bytes("{\"name\":\"xx\"}");
        body[9] = (byte) 0xC3;
        body[10] = (byte) 0x28;
        refused(body, 400, "json.utf8");
    }

    @Test
    public void jsonWithinJsonWithinJsonIsRefused() {
        refused(bytes("{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"), 400, "json.deep");
    }

    private void refused(byte[] body, int status, String code) {
        long before = me.count("account");
        for (String path : List.of("/api/records/account", "/api/records/account/query")) {
            HttpResponse<String> answer = sala().send(me.signed(HttpRequest.newBuilder(sala().address(path)))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            JsonNode problem = Person.read(answer.body());
            assertThat(problem.get("code").asText()).isEqualTo(code);
            assertThat(problem.get("title").asText()).matches("(?s).*[ก-๙].*");
        }
        assertThat(me.count("account")).isEqualTo(before);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

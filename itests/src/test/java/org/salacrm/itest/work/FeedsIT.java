package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.test.Proves;

/** Calendars in programs that do not sign in. */
public class FeedsIT extends WorkTest {
    private static final String TOMORROW =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS).toString();

    @Test
    @Proves({"CAL-01", "CAL-06", "CAL-18"})
    public void aSecretAddressTellsWhatItsUserMaySeeNow() {
        activity("นัดในโทรศัพท์", Map.of());
        activity("ทุกสัปดาห์ในโทรศัพท์", Map.of("recurrence", "FREQ=WEEKLY;UNTIL=20301231"));
        made("anniversary", "kind", "founding", "day", "1999-05-05", "account", customer("ก่อตั้งในโทรศัพท์"));
        String feed = feed(me, "core.activities", true);

        String calendar = read(feed).body();
        assertThat(calendar)
                .contains("SUMMARY:นัดในโทรศัพท์\r\n", "RRULE:FREQ=WEEKLY;BYDAY=")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(read(feed(me, "core.anniversaries", false)).body())
                .contains("DTSTART;VALUE=DATE:19990505\r\n", "RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=5\r\n");
        assertThat(read(feed(team.colleague, "core.activities", false)).body()).contains("นัดในโทรศัพท์");
        assertThat(read(feed(team.colleague, "core.activities", true)).body()).doesNotContain("นัดในโทรศัพท์");
        assertThat(read(feed(team.stranger, "core.activities", false)).body())
                .as("somebody of another team")
                .doesNotContain("นัดในโทรศัพท์");
    }

    @Test
    public void whatDidNotChangeIsNotSentAgain() {
        String feed = feed(me, "core.anniversaries", true);
        HttpResponse<String> first = read(feed);

        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(read(feed, "If-None-Match", tag).statusCode()).isEqualTo(304);
        made("anniversary", "kind", "birthday", "day", "2001-01-01", "account", customer("เปลี่ยนแล้ว"));
        assertThat(read(feed, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    public void anAddressEndsWithItsRenewalItsWithdrawalAndItsUser() {
        Person leaving = team.hire("leaving", "Salesperson", "");
        String old = feed(leaving, "core.activities", true);
        String now = feed(leaving, "core.activities", true);
        assertThat(read(old).statusCode()).isEqualTo(404);
        assertThat(read(now).statusCode()).isEqualTo(200);
        assertThat(leaving.get("/api/calendar-feeds").findValuesAsText("source"))
                .containsExactly("core.activities");

        String other = feed(leaving, "core.anniversaries", true);
        leaving.ok("DELETE", "/api/calendar-feeds/core.anniversaries", null);
        assertThat(read(other).statusCode()).isEqualTo(404);

        JsonNode user = theUser("leaving");
        team.administrator.ok(
                "PATCH",
                "/api/records/user/" + user.get("id").asText(),
                Map.of("active", false),
                "If-Match",
                '"' + user.get("version").asText() + '"');
        assertThat(read(now).statusCode()).as("of a user out of use").isEqualTo(404);
    }

    @Test
    public void onlyThisAddressIsOpenAndItsSecretIsToldNowhere() {
        String feed = feed(me, "core.activities", true);
        read(feed);
        String secret = feed.replaceAll(".*/|\\.ics", "");

        assertThat(sala().get("/metrics").body()).doesNotContain(secret);
        assertThat(sala().log()).doesNotContain(secret);
        for (String closed : List.of("", "/core.activities", "/" + secret, "/" + secret + ".ics/x", "/short.ics")) {
            assertThat(sala().get("/api/calendar-feeds" + closed).statusCode())
                    .as(closed)
                    .isEqualTo(401);
        }
        assertThat(me.send("PUT", "/api/calendar-feeds/no.such", Map.of()).statusCode())
                .isEqualTo(422);
    }

    private void activity(String subject, Map<String, String> more) {
        Map<String, Object> values = pairs("type", "task", "subject", subject, "startAt", TOMORROW);
        values.putAll(more);
        me.create("activity", values);
    }

    private static String feed(Person who, String source, boolean mine) {
        return who.ok("PUT", "/api/calendar-feeds/" + source, Map.of("mine", mine))
                .get("path")
                .asText();
    }

    /** Without a session. */
    private HttpResponse<String> read(String feed, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sala().address(feed));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sala().send(request);
    }

    private JsonNode theUser(String login) {
        JsonNode found = team.administrator.query(
                "user", Map.of("fields", List.of("login"), "filter", where("login", "=", login)));
        String id = found.at("/items/0/id").asText();
        return team.administrator.get("/api/records/user/" + id);
    }
}

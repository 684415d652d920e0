package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.itest.Wait;
import org.salacrm.test.Proves;

/** What is to be done and what happens when, for a day, a month and a year, by person, team, kind and status. */
public class CalendarsIT extends WorkTest {
    private static final String DAY = "from=2031-05-14&to=2031-05-14";
    private static final String YEAR = "from=2031-01-01&to=2031-12-31";
    private static final String ACTIVITIES = "&sources=core.activities";

    @Test
    @Proves({"ACT-01", "ACT-02", "ACT-24", "CAL-01", "CAL-17"})
    public void everyPeriodShowsWhatTouchesIt() {
        at("ประชุมเช้า", "appointment", "2031-05-14T02:00:00Z");
        at("หลังเที่ยงคืน", "phone", "2031-05-14T17:30:00Z");

        assertThat(titles(me, DAY + ACTIVITIES)).contains("ประชุมเช้า").doesNotContain("หลังเที่ยงคืน");
        assertThat(titles(me, "from=2031-05-14&to=2031-05-15" + ACTIVITIES)).contains("ประชุมเช้า", "หลังเที่ยงคืน");
        assertThat(titles(me, "from=2031-05-01&to=2031-05-31" + ACTIVITIES)).contains("ประชุมเช้า", "หลังเที่ยงคืน");
        assertThat(me.send("GET", "/api/calendar?from=2031-05-02&to=2031-05-01", null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @Proves("ACT-03")
    public void theYearIsCountedByDay() {
        at("นับวันนี้", "task", "2031-08-20T03:00:00Z");

        JsonNode days = me.get("/api/calendar/days?" + YEAR + ACTIVITIES).get("days");
        assertThat(days.get("2031-08-20").asInt()).isEqualTo(1);
        assertThat(days.has("2031-08-21")).isFalse();
    }

    @Test
    @Proves({"CAL-02", "CAL-03", "CAL-18", "ACT-25", "ACT-26"})
    public void byPersonByTeamAndOnlyOnesOwn() {
        at("ของฉัน", "task", "2031-06-10T03:00:00Z");
        team.colleague.create(
                "activity", pairs("type", "task", "subject", "ของเพื่อน", "startAt", "2031-06-10T04:00:00Z"));
        String day = "from=2031-06-10&to=2031-06-10" + ACTIVITIES;
        JsonNode mine = me.get("/api/bootstrap").get("user");

        assertThat(titles(me, day)).containsExactly("ของฉัน", "ของเพื่อน");
        assertThat(titles(me, day + "&mine=true")).containsExactly("ของฉัน");
        assertThat(titles(team.manager, day + "&people=" + mine.get("id").asText()))
                .containsExactly("ของฉัน");
        assertThat(titles(team.manager, day + "&teams=" + mine.at("/teams/0").asText()))
                .containsExactly("ของฉัน", "ของเพื่อน");
        assertThat(titles(team.stranger, day)).as("somebody of another team").isEmpty();
        assertThat(team.stranger.get("/api/calendar/days?" + day).get("days")).isEmpty();
    }

    @Test
    public void whoeverWantsToMeetSomebodyIsToldThatHeIsBusyAndNoMore() {
        String open = meeting("ลับมาก", "2031-06-11T03:00:00Z");
        me.act("activity", meeting("เสร็จแล้ว", "2031-06-11T05:00:00Z"), "complete", Map.of());
        String user = me.get("/api/bootstrap").at("/user/id").asText();
        String question = "/api/calendar/busy?from=2031-06-11&to=2031-06-11&people=";

        JsonNode busy = team.stranger.get(question + user).get("busy");
        assertThat(busy).hasSize(1);
        holds(busy.get(0), Map.of("user", user, "start", "2031-06-11T03:00:00Z", "end", "2031-06-11T04:00:00Z"));
        assertThat(busy.get(0)).hasSize(3);
        assertThat(team.stranger
                        .send("GET", "/api/records/activity/" + open, null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(me.send("GET", question, null).statusCode()).isEqualTo(400);
    }

    private String meeting(String subject, String start) {
        return made("activity", "type", "appointment", "subject", subject, "startAt", start, "minutes", 60);
    }

    @Test
    @Proves({"CAL-04", "CAL-05", "ACT-23"})
    public void byTypeAndByStatus() {
        at("โทรหา", "phone", "2031-07-01T03:00:00Z");
        String fax = at("ส่งแฟกซ์", "fax", "2031-07-01T04:00:00Z");
        me.act("activity", fax, "wait", Map.of());
        String day = "from=2031-07-01&to=2031-07-01" + ACTIVITIES;

        assertThat(titles(me, day + "&picks=activityType.phone")).containsExactly("โทรหา");
        assertThat(titles(me, day + "&picks=activityStatus.waiting")).containsExactly("ส่งแฟกซ์");
        assertThat(titles(me, day + "&picks=activityStatus.waiting,activityType.phone"))
                .isEmpty();
    }

    @Test
    @Proves({"ANV-01", "ANV-04", "ANV-05", "ANV-08", "CAL-06", "CAL-07"})
    public void daysOfCustomersComeBackEveryYear() {
        String account = customer("บริษัทครบรอบ");
        made("anniversary", "kind", "founding", "day", "1999-02-28", "account", account);
        String contact = made("contact", "name", "อธิกสุรทิน กุมภา", "account", account);
        made("anniversary", "kind", "birthday", "day", "2000-02-29", "contact", contact);
        String day = "from=2031-02-28&to=2031-02-28&sources=core.anniversaries";

        assertThat(titles(me, day)).contains("บริษัทครบรอบ", "อธิกสุรทิน กุมภา");
        assertThat(titles(me, day + "&picks=anniversaryKind.birthday")).containsExactly("อธิกสุรทิน กุมภา");
        assertThat(titles(me, "from=2032-02-01&to=2032-02-29&sources=core.anniversaries&mine=true"))
                .contains("บริษัทครบรอบ", "อธิกสุรทิน กุมภา");
        assertThat(titles(team.stranger, day)).isEmpty();
    }

    @Test
    @Proves({"ANV-01", "CAL-06"})
    public void theCompanyAddsKindsOfDaysAndFindsThemInTheCalendar() {
        ArrayNode kinds = (ArrayNode) team.administrator.get("/api/pick-lists/anniversaryKind");
        if (kinds.findValuesAsText("code").stream().noneMatch("housewarming"::equals)) {
            kinds.addObject()
                    .put("code", "housewarming")
                    .put("active", true)
                    .put("order", 90)
                    .putObject("label")
                    .put("th", "ขึ้นบ้านใหม่")
                    .put("en", "Housewarming");
            assertThat(me.send("PUT", "/api/pick-lists/anniversaryKind", kinds).statusCode())
                    .as("nobody but the administrator")
                    .isEqualTo(403);
            team.administrator.ok("PUT", "/api/pick-lists/anniversaryKind", kinds);
        }
        String account = customer("บริษัทบ้านใหม่");
        made("anniversary", "kind", "housewarming", "day", "2019-07-09", "account", account);
        made("anniversary", "kind", "founding", "day", "1998-07-09", "account", account, "name", "ก่อตั้ง");
        String day = "from=2031-07-09&to=2031-07-09&sources=core.anniversaries";

        assertThat(label("anniversary", "kind", "housewarming").get("th").asText())
                .isEqualTo("ขึ้นบ้านใหม่");
        assertThat(titles(me, day)).containsExactlyInAnyOrder("บริษัทบ้านใหม่", "ก่อตั้ง");
        assertThat(titles(me, day + "&picks=anniversaryKind.housewarming")).containsExactly("บริษัทบ้านใหม่");
    }

    @Test
    @Proves({"CAL-18", "ANV-04", "ANV-05"})
    public void theDaysOfOnesOwnCustomersAreOnesOwnWhoeverWroteThemDown() {
        String account = customer("บริษัทของสองคน");
        for (Person who : List.of(me, team.colleague)) {
            String name = who == me ? "วันของฉัน" : "วันของเพื่อน";
            who.create("anniversary", pairs("day", "1990-10-17", "account", account, "name", name));
        }
        String day = "from=2031-10-17&to=2031-10-17&sources=core.anniversaries";

        assertThat(titles(me, day)).containsExactlyInAnyOrder("วันของฉัน", "วันของเพื่อน");
        assertThat(titles(me, day + "&mine=true")).containsExactlyInAnyOrder("วันของฉัน", "วันของเพื่อน");
        assertThat(titles(team.colleague, day + "&mine=true")).containsExactly("วันของเพื่อน");
        assertThat(me.get("/api/calendar/days?" + day + "&mine=true")
                        .at("/days/2031-10-17")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    public void whatLastsWholeDaysStaysOnItsDates() {
        String seminar =
                made("activity", "type", "event", "subject", "สัมมนา", "fromDay", "2031-09-01", "toDay", "2031-09-03");

        holds(read("activity", seminar), Map.of("dueAt", "2031-09-03T16:59:59Z"));
        assertThat(titles(me, "from=2031-09-03&to=2031-09-03")).contains("สัมมนา");
        me.ok(
                "PATCH",
                "/api/records/activity/" + seminar,
                Map.of("startAt", "2031-09-05T02:00:00Z", "dueAt", "2031-09-05T03:30:00Z"),
                "If-Match",
                '"' + read("activity", seminar).get("version").asText() + '"');
        holds(read("activity", seminar), Map.of("fromDay", "", "minutes", "90"));
    }

    @Test
    public void whatComesBackIsOneActivityUntilATimeIsTouched() {
        String series = made(
                "activity",
                "type",
                "appointment",
                "subject",
                "ประชุมทุกจันทร์",
                "startAt",
                "2031-11-03T02:00:00Z",
                "recurrence",
                "FREQ=WEEKLY;BYDAY=MO;COUNT=4");
        String month = "from=2031-11-01&to=2031-11-30" + ACTIVITIES;
        assertThat(titles(me, month)).hasSize(4);

        JsonNode moved = me.ok(
                "PATCH", "/api/series/" + series + "/2031-11-10", Map.of("place", "ห้องใหญ่"), "If-Match", "\"1\"");
        me.ok("DELETE", "/api/series/" + series + "/2031-11-17", null, "If-Match", "\"2\"");
        assertThat(titles(me, month)).hasSize(3);
        holds(read("activity", moved.get("id").asText()), Map.of("place", "ห้องใหญ่", "recurrence", ""));
        assertThat(me.send("DELETE", "/api/series/" + series + "/2031-11-17", null, "If-Match", "\"3\"")
                        .statusCode())
                .isEqualTo(422);

        me.act("activity", series, "complete", Map.of("result", "เรียบร้อย"));
        Wait.until(
                () -> "the series goes on",
                Duration.ofSeconds(20),
                () -> read("activity", series).path("recurrence").asText("").isEmpty());
        assertThat(titles(me, month)).hasSize(3);
        holds(read("activity", series), Map.of("result", "เรียบร้อย", "status", "completed"));
    }

    @Test
    @Proves("CAL-02")
    public void whoIsInvitedHasItInHisCalendar() {
        String colleague = team.colleague.get("/api/bootstrap").at("/user/id").asText();
        made(
                "activity",
                "type",
                "appointment",
                "subject",
                "เชิญเพื่อน",
                "startAt",
                "2031-12-02T02:00:00Z",
                "participants",
                List.of(Map.of("user", colleague)));
        String day = "from=2031-12-02&to=2031-12-02" + ACTIVITIES;

        assertThat(titles(team.colleague, day + "&mine=true")).containsExactly("เชิญเพื่อน");
        assertThat(titles(me, day + "&people=" + colleague)).containsExactly("เชิญเพื่อน");
        assertThat(me.get("/api/calendar?" + day).at("/entries/0/people/0").asText())
                .isEqualTo(colleague);
    }

    @Test
    public void holidaysOfTheCountryAreKnown() {
        holds(
                me.get("/api/calendar/holidays"),
                Map.of("2026-12-10/en", "Constitution Day", "2027-04-13/th", "วันสงกรานต์"));
    }

    private String at(String subject, String type, String start) {
        return made("activity", "type", type, "subject", subject, "startAt", start, "minutes", 30);
    }

    private static List<String> titles(Person who, String question) {
        List<String> titles = new ArrayList<>();
        who.get("/api/calendar?" + question)
                .get("entries")
                .forEach(entry -> titles.add(entry.get("title").asText()));
        return titles;
    }
}

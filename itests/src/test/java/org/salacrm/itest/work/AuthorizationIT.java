package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.test.Proves;

/** Who gets in and what he may see and do. */
public class AuthorizationIT extends WorkTest {
    @Test
    @Proves("ADM-01")
    public void rightsAreGivenByRoleAndFunction() {
        assertThat(me.get("/api/bootstrap").at("/user/admin").asBoolean()).isFalse();
        assertThat(me.send("POST", "/api/records/user", Map.of("login", "x", "name", "x"))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> refused = me.send("POST", "/api/modules/sfa/uninstall", null, "Accept-Language", "en");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .as("in words, not by an id")
                .containsAnyOf("Install and remove (Modules)", "ติดตั้งและถอดออก (โมดูล)");
        assertThat(me.get("/api/types/account").at("/access/delete").asText()).isEqualTo("false");
        String customer = customer("บริษัท ลบไม่ได้ จำกัด");
        assertThat(me.send("DELETE", "/api/records/account/" + customer, null, "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(403);
        String version = '"'
                + team.manager
                        .get("/api/records/account/" + customer)
                        .get("version")
                        .asText()
                + '"';
        assertThat(team.manager
                        .send("DELETE", "/api/records/account/" + customer, null, "If-Match", version)
                        .statusCode())
                .as("a manager may")
                .isEqualTo(204);
    }

    @Test
    @Proves("ADM-02")
    public void withoutThePasswordNobodyGetsIn() {
        assertThat(sala().get("/api/bootstrap").statusCode()).isEqualTo(401);
        assertThat(sala().get("/api/records/account").statusCode()).isEqualTo(401);
        assertThat(Person.tries(sala(), "seller", "not-the-password")).isEqualTo(401);
        assertThat(Person.tries(sala(), "nobody", "not-the-password")).isEqualTo(401);
    }

    @Test
    @Proves("ADM-02")
    public void behindATlsProxyTheSessionIsOnlySentOverTls() {
        assertThat(cookie("http")).contains("HttpOnly").doesNotContain("Secure");
        assertThat(cookie("https")).contains("HttpOnly").contains("; Secure");
    }

    private String cookie(String proto) {
        String body = "{\"login\":\"seller\",\"password\":\"" + Person.PASSWORD + "\"}";
        return sala().send(HttpRequest.newBuilder(sala().address("/api/session"))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-Proto", proto)
                        .POST(BodyPublishers.ofString(body)))
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }

    @Test
    @Proves({"ADM-03", "ADM-04"})
    public void peopleSeeTheirOwnAndTheirTeamsAndNobodyElsesRecords() {
        String customer = customer("บริษัท ของทีมเรา จำกัด");
        String path = "/api/records/account/" + customer;
        assertThat(me.send("GET", path, null).statusCode()).isEqualTo(200);
        assertThat(team.colleague.send("GET", path, null).statusCode())
                .as("the team reads")
                .isEqualTo(200);
        assertThat(team.colleague
                        .send("PATCH", path, Map.of("remark", "x"), "If-Match", "\"1\"")
                        .statusCode())
                .as("but changes its own only")
                .isEqualTo(403);
        assertThat(team.manager.send("GET", path, null).statusCode()).isEqualTo(200);
        assertThat(team.stranger.send("GET", path, null).statusCode())
                .as("another team")
                .isEqualTo(404);
        assertThat(team.stranger.count("account", where("id", "=", customer))).isZero();
    }

    @Test
    @Proves("ADM-05")
    public void whoAColleagueIsIsKnownToAllAndWhatHeMayDoToAdministrators() {
        String path = "/api/records/user/"
                + team.colleague.get("/api/session").at("/user/id").asText();
        JsonNode seen = me.get(path);
        assertThat(seen.get("name").asText()).isEqualTo("colleague");
        assertThat(seen.has("team")).isTrue();
        assertThat(seen.get("login").asText()).isEqualTo("colleague");
        assertThat(seen.path("roles")).isEmpty();
        assertThat(team.administrator.get(path).get("roles")).hasSize(1);
    }

    @Test
    public void whyIsToldToWhoeverHasTheMachine() {
        String customer = customer("บริษัท ทำไม จำกัด");
        assertThat(why("seller", "update", "account", customer)).startsWith("allowed");
        assertThat(why("stranger", "update", "account", customer))
                .startsWith("not allowed")
                .contains("The owner is seller");
        assertThat(why("seller", "read", "user.roles"))
                .startsWith("not allowed")
                .contains("hides this field");
        assertThat(why("seller", "read", "account.creditDays")).startsWith("allowed");
        assertThat(why("seller", "read", "account.nothing")).contains("There is no field account.nothing");
        assertThat(why("seller", "read", "account")).contains("Its id is missing");
    }

    private String why(String... words) {
        return sala().command(Stream.concat(Stream.of("why"), Stream.of(words)).toArray(String[]::new))
                .text();
    }

    @Test
    public void whoGaveSomebodyANewPasswordStandsInHisHistory() {
        String colleague = team.colleague.get("/api/session").at("/user/id").asText();
        JsonNode history = team.administrator.get("/api/records/user/" + colleague + "/history");
        JsonNode given = StreamSupport.stream(history.get("items").spliterator(), false)
                .filter(entry -> entry.get("verb").asText().equals("reset-password"))
                .findFirst()
                .orElseThrow();
        assertThat(given.at("/by/label").asText()).isEqualTo("ผู้ดูแลระบบ");
        assertThat(given.get("changes")).isEmpty();
    }

    @Test
    @Proves("ADM-03")
    public void aRecordIsSharedWithOnePerson() {
        String customer = customer("บริษัท แบ่งปัน จำกัด");
        String stranger = team.stranger.get("/api/session").at("/user/id").asText();
        me.ok(
                "PUT",
                "/api/records/account/" + customer + "/shares",
                List.of(Map.of("principal", Map.of("kind", "user", "id", stranger), "read", true)));
        String path = "/api/records/account/" + customer;
        assertThat(team.stranger.send("GET", path, null).statusCode()).isEqualTo(200);
        assertThat(team.stranger
                        .send("PATCH", path, Map.of("remark", "x"), "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(403);
    }
}

package org.salacrm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.event.Live.Message;

public class EventsOverHttpTest {
    private TestServer server;

    @Before
    public void start() throws Exception {
        server = new TestServer().start();
    }

    @After
    public void stop() throws Exception {
        server.stop();
    }

    private BufferedReader listen(String login) throws IOException {
        return listen(login, "");
    }

    private BufferedReader listen(String login, String query) throws IOException {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(server.browser().signedIn(login).events(query), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).startsWith("retry:");
        return lines;
    }

    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("event:")) {
            line = lines.readLine();
        }
        return line + " " + lines.readLine();
    }

    private void changed(long id, long owner, long team) {
        server.live.tell(new Message(
                "record",
                0,
                Map.of("entity", "account", "id", id, "version", 2, "op", "update", "owner", owner, "team", team)));
    }

    @Test
    public void wordOfARecordReachesOnlyWhoMayReadIt() throws Exception {
        server.rights.only(Set.of(8L), Set.of(30L));
        BufferedReader malee = listen("malee");
        BufferedReader admin = listen("admin");
        changed(500, 9, 40);
        changed(501, 8, 40);
        changed(502, 9, 30);
        assertThat(next(malee)).contains("\"id\":\"501\"").doesNotContain("owner");
        assertThat(next(malee)).contains("\"id\":\"502\"");
        assertThat(next(admin)).contains("\"id\":\"500\"");
    }

    @Test
    public void wordOfANoteReachesOnlyWhoMayReadItsRecord() throws Exception {
        server.rights.only(Set.of(8L), Set.of(30L));
        server.rights.untouchable.add(500L);
        BufferedReader malee = listen("malee");
        for (long id : List.of(500L, 501L)) {
            server.live.tell(new Message("attached", 0, Map.of("entity", "account", "id", id)));
        }
        assertThat(next(malee)).startsWith("event: attached").contains("\"id\":\"501\"");
    }

    @Test
    public void jobsAreToldWholeToTheirUser() throws Exception {
        BufferedReader malee = listen("malee");
        server.live.tell(new Message("job", 7, Map.of("id", 70L)));
        server.live.tell(new Message("job", 8, Map.of("id", 70L)));
        assertThat(next(malee)).startsWith("event: job").contains("\"state\":\"running\"");
        server.live.tell(new Message("metadata", 0, Map.of("version", "5")));
        assertThat(next(malee)).contains("event: metadata");
    }

    @Test
    public void theLineEndsWithTheSession() throws Exception {
        BufferedReader malee = listen("malee");
        server.live.tell(new Message("session", 8, Map.of("ended", true)));
        assertThat(next(malee)).contains("\"ended\":true");
        while (malee.readLine() != null) {
            assertThat(server.openStreams()).isLessThan(2);
        }
        assertThat(server.openStreams()).isZero();
        assertThat(server.browser().get("/api/events").status()).isEqualTo(401);
    }

    @Test
    public void whoOpensALineHearsThatHeMissedSomethingHeMayKnow() throws Exception {
        server.rights.only(Set.of(8L), Set.of(30L));
        changed(500, 9, 40);
        BufferedReader first = listen("malee", "?age=20000");
        BufferedReader admin = listen("admin", "?age=20000");
        BufferedReader later = listen("admin", "?age=0");
        BufferedReader odd = listen("admin", "?age=-1e9");
        changed(501, 8, 40);
        assertThat(next(first)).as("the other's is not his").contains("\"id\":\"501\"");
        assertThat(next(admin)).isEqualTo("event: missed data: {}");
        assertThat(next(later)).contains("\"id\":\"501\"");
        assertThat(next(odd)).contains("\"id\":\"501\"");
        assertThat(next(listen("malee", "?age=20000"))).contains("missed");
    }

    @Test
    public void whatIsTooLongAgoToBeKnownCountsAsMissed() throws Exception {
        assertThat(next(listen("malee", "?age=999999999"))).contains("missed");
    }

    @Test
    public void aDatabaseThatIsAwayIsAskedOnceForAllLines() throws Exception {
        listen("malee");
        listen("admin");
        server.sessions.away = true;
        server.beat();
        assertThat(server.sessions.askedInVain).isEqualTo(1);
    }

    @Test
    public void whoseSessionCannotBeSeenKeepsTheLineUntilItCan() throws Exception {
        server.rights.only(Set.of(8L), Set.of(30L));
        BufferedReader malee = listen("malee");
        server.sessions.away = true;
        server.beat();
        changed(501, 8, 40);
        assertThat(next(malee)).contains("\"id\":\"501\"");
        server.sessions.away = false;
        server.sessions.endAll();
        server.beat();
        assertThat(next(malee)).contains("\"ended\":true");
    }
}

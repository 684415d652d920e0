package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.itest.Person;
import org.salacrm.itest.Wait;
import org.salacrm.test.Proves;

/** Search over everything: the same questions to both databases, which must give the same answers. */
public class SearchIT extends WorkTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static int last;

    /** A syllable that no other test's records hold. */
    private final String own = "qz" + Integer.toString(++last + 400, 36) + "w";

    private static JsonNode search(Person person, String text) {
        String asked = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return person.get("/api/search?entities=account,contact&limit=50&q=" + asked)
                .get("groups");
    }

    private static List<String> titles(Person person, String text) {
        List<String> titles = new ArrayList<>();
        search(person, text).forEach(group -> group.get("hits")
                .forEach(hit -> titles.add(hit.get("title").asText())));
        return titles;
    }

    /** The index is told of changes after they happened. */
    private void finds(String text, String... expected) {
        Wait.until(() -> text + " finds " + titles(me, text), SOON, () -> titles(me, text)
                .equals(List.of(expected)));
    }

    @Test
    @Proves("GEN-08")
    public void partsOfThaiAndEnglishWordsAreFoundTheMostTellingFirst() {
        customer("ห้างทองสมชาย " + own);
        customer("Lan" + own + " Trading");
        customer("The " + own + "land");
        customer(own.toUpperCase(java.util.Locale.ROOT) + "land");
        finds(own + "l", own.toUpperCase(java.util.Locale.ROOT) + "land", "The " + own + "land");
        finds("ทองสม " + own, "ห้างทองสมชาย " + own);
        finds("สมชาย " + own, "ห้างทองสมชาย " + own);
        finds("lan" + own, "Lan" + own + " Trading");
        assertThat(titles(me, "q")).isEmpty();
    }

    @Test
    @Proves("GEN-08")
    public void toneMarksAndTheLayoutOfTheKeyboardMakeNoDifference() {
        customer("สวัสดีข้าวหอม " + own);
        finds("ขาวหอม " + own, "สวัสดีข้าวหอม " + own);
        customer("l;ylfu" + own);
        finds("l;ylfu" + own, "l;ylfu" + own);
        Wait.until(() -> "the index knows " + titles(me, "l;ylfu"), SOON, () -> titles(me, "l;ylfu")
                .contains("สวัสดีข้าวหอม " + own));
        List<String> found = titles(me, "l;ylfu");
        assertThat(found.indexOf("l;ylfu" + own)).isLessThan(found.indexOf("สวัสดีข้าวหอม " + own));
    }

    @Test
    @Proves("GEN-08")
    public void aPhoneNumberIsFoundByItsPartsHoweverItIsWritten() {
        String number = "08" + (10_000_000 + Math.abs(own.hashCode() % 89_999_999));
        made("account", "name", "Phone " + own, "phone", number);
        String middle = number.substring(2, 9);
        finds(middle, "Phone " + own);
        finds(number.substring(0, 3) + "-" + number.substring(3, 6) + " " + number.substring(6), "Phone " + own);
        finds("+66 " + number.substring(1, 5) + "-" + number.substring(5), "Phone " + own);
        JsonNode hit = search(me, middle).at("/0/hits/0");
        assertThat(hit.get("field").asText()).isEqualTo("phone");
        String marked = hit.get("value")
                .asText()
                .substring(hit.at("/marks/0").asInt(), hit.at("/marks/1").asInt());
        assertThat(marked.replaceAll("\\D", "")).isEqualTo(middle);
    }

    @Test
    @Proves("GEN-08")
    public void nobodyFindsWhatHeMayNotReadAndTheListShowsTheSame() {
        customer("Secret " + own);
        finds("secret " + own, "Secret " + own);
        assertThat(titles(team.manager, own)).containsExactly("Secret " + own);
        assertThat(titles(team.stranger, own)).isEmpty();
        JsonNode page = me.query("account", Map.of("fields", List.of("name"), "text", own));
        assertThat(page.get("items")).hasSize(1);
        JsonNode column = me.query("account", Map.of("fields", List.of("name"), "text", own, "textField", "name"));
        assertThat(column.get("items")).hasSize(1);
        JsonNode others = team.stranger.query("account", Map.of("fields", List.of("name"), "text", own));
        assertThat(others.get("items")).isEmpty();
    }

    @Test
    @Proves("GEN-08")
    public void aHitTellsItsStateToThoseWhoMayReadIt() {
        made("lead", "name", "Standing " + own);
        Person blind = team.hire("blind" + own, roleBlindForStates(), "");
        Wait.until(
                () -> "a lead is found",
                SOON,
                () -> lead(me).has("id") && lead(blind).has("id"));
        assertThat(lead(me).at("/state/code").asText()).isEqualTo("new");
        assertThat(lead(me).at("/state/label")).isEqualTo(label("lead", "status", "new"));
        assertThat(lead(blind).get("title").asText()).isEqualTo("Standing " + own);
        assertThat(lead(blind).has("state")).isFalse();
    }

    private JsonNode lead(Person person) {
        return person.get("/api/search?entities=lead&q=" + own).at("/groups/0/hits/0");
    }

    /** The name of a role that reads all leads, and of none in which state it is. */
    private String roleBlindForStates() {
        String name = "Blind " + own;
        String id = team.administrator
                .create("role", Map.of("name", name, "nameEn", name))
                .get("id")
                .asText();
        Map<String, Object> rights = Map.of(
                "entities", Map.of("lead", Map.of("read", "all")),
                "fields", Map.of("lead.status", "none"),
                "permissions", List.of());
        team.administrator.ok("PUT", "/api/roles/" + id + "/rights", rights);
        return name;
    }

    @Test
    @Proves("GEN-08")
    public void aDeletedRecordVanishesUntilItIsRestored() {
        String id = customer("Thrown away " + own);
        finds("thrown " + own, "Thrown away " + own);
        team.administrator.ok("DELETE", "/api/records/account/" + id, null, "If-Match", "*");
        finds("thrown " + own);
        String deleted =
                team.administrator.get("/api/recycle-bin").at("/items/0/id").asText();
        team.administrator.ok("POST", "/api/recycle-bin/" + deleted + "/restore", null);
        finds("thrown " + own, "Thrown away " + own);
    }

    @Test
    @Proves("GEN-08")
    public void aRecordThatIsChangedIsFoundByItsNewName() {
        String id = customer("Before " + own);
        finds("before " + own, "Before " + own);
        JsonNode record = read("account", id);
        me.ok(
                "PATCH",
                "/api/records/account/" + id,
                Map.of("name", "After " + own),
                "If-Match",
                "\"" + record.get("version").asText() + "\"");
        finds("after " + own, "After " + own);
        assertThat(titles(me, "before " + own)).isEmpty();
    }

    @Test
    public void aListFindsARecordAtOnceThoughTheIndexHearsOfItLater() {
        for (int i = 0; i < 20; i++) {
            String name = "Now " + own + i + "x";
            customer(name);
            assertThat(me.query("account", Map.of("fields", List.of("name"), "text", own + i + "x"))
                            .get("items"))
                    .hasSize(1);
        }
    }

    @Test
    public void aListFindsAllThoughMoreHoldTheTextThanTheIndexNames() {
        int many = 1_020;
        for (int i = 0; i < many; i++) {
            customer("Many" + own + i);
        }
        finds(own + (many - 1), "Many" + own + (many - 1));
        Map<String, Object> query = Map.of("fields", List.of("name"), "text", own, "limit", 1, "count", "exact");
        assertThat(me.query("account", query).at("/total/value").asInt()).isEqualTo(many);
    }

    /** Every change of how the company works makes the index look whether it lacks something. */
    @Test
    public void settingUpTheCompanyWhilePeopleWriteBuildsNoIndexAnew() {
        JsonNode types = team.administrator.get("/api/pick-lists/opportunityType");
        int before = builds();
        for (int i = 0; i < 60; i++) {
            team.administrator.ok("PUT", "/api/pick-lists/opportunityType", types);
            for (int j = 0; j < 20; j++) {
                customer("Steady " + own + i + "x" + j);
            }
        }
        finds(own + "59x19", "Steady " + own + "59x19");
        assertThat(builds()).isEqualTo(before);
    }

    private int builds() {
        return sala().log().split("The search index was built", -1).length;
    }
}

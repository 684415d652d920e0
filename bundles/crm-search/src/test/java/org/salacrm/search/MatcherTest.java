package org.salacrm.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.salacrm.search.text.Needle;

public class MatcherTest {

    private static Matcher.Place title(String value) {
        return new Matcher.Place("name", value, true, false);
    }

    private static Matcher.Place phone(String value) {
        return new Matcher.Place("phone", value, false, true);
    }

    private static Optional<Matcher.Match> match(String text, Matcher.Place... places) {
        return new Matcher(Needle.of(text)).match(List.of(places));
    }

    private static int rank(String text, Matcher.Place... places) {
        return match(text, places).orElseThrow().rank();
    }

    private static String marked(String text, Matcher.Place... places) {
        Matcher.Match match = match(text, places).orElseThrow();
        StringBuilder marked = new StringBuilder(match.place().value());
        for (int i = match.marks().size() - 2; i >= 0; i -= 2) {
            marked.insert((int) match.marks().get(i + 1), "]")
                    .insert((int) match.marks().get(i), "[");
        }
        return marked.toString();
    }

    @Test
    public void aTitleThatBeginsSoComesBeforeAWordBeforeAPart() {
        assertThat(rank("sri", title("Srithai")))
                .isLessThan(rank("sri", title("Thai Sri")))
                .isLessThan(rank("sri", title("Thaisri")));
        assertThat(rank("sri", title("Thai Sri"))).isLessThan(rank("sri", title("Thaisri")));
    }

    @Test
    public void whatWasMeantByTheKeysComesAfterEverythingTyped() {
        assertThat(rank("l;ylfu", title("สวัสดี"))).isGreaterThan(rank("l;ylfu", title("xl;ylfu")));
    }

    @Test
    public void theMatchedPartIsMarkedWithTheMarksThatBelongToIt() {
        assertThat(marked("ขาว", title("ร้าน ข้าวหอม"))).isEqualTo("ร้าน [ข้าว]หอม");
        assertThat(marked("NAT", title("Khun Nattapong"))).isEqualTo("Khun [Nat]tapong");
    }

    @Test
    public void aPartOfAPhoneNumberIsMarkedAsItIsWritten() {
        assertThat(marked("2345", phone("+66 81-234 5678"))).isEqualTo("+66 81-[234 5]678");
        assertThat(marked("081-234", phone("081 234 5678"))).isEqualTo("[081 234] 5678");
        assertThat(marked("081234", phone("+66812345678"))).isEqualTo("+6[681234]5678");
    }

    @Test
    public void wordsMayStandInDifferentFields() {
        assertThat(marked("somchai 5678", title("Somchai"), phone("081 234 5678")))
                .isEqualTo("[Somchai]");
        assertThat(match("somchai 9999", title("Somchai"), phone("081 234 5678")))
                .isEmpty();
    }

    @Test
    public void twoLettersAreLookedForWhereAWordBegins() {
        assertThat(match("na", title("Thai Nat"))).isPresent();
        assertThat(match("na", title("Lanna"))).isEmpty();
    }

    @Test
    public void ofALongTextThePlaceIsShown() {
        Snippet snippet = Snippet.of("a".repeat(1000) + "needle" + "b".repeat(1000), List.of(1000, 1006));
        assertThat(snippet.value()).hasSizeLessThan(170).startsWith("…").endsWith("…");
        assertThat(snippet.value()
                        .substring(snippet.marks().get(0), snippet.marks().get(1)))
                .isEqualTo("needle");
    }
}

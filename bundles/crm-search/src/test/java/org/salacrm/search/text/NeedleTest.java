package org.salacrm.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

public class NeedleTest {

    private static List<List<String>> words(String typed) {
        return Needle.of(typed).ways().stream().map(Needle.Way::words).toList();
    }

    @Test
    public void whatWasTypedOnTheWrongLayoutIsUnderstoodAfterWhatWasTyped() {
        assertThat(words("l;ylfu"))
                .containsExactly(List.of("l;ylfu"), List.of(Folded.of("สวัสดี").text()));
        assertThat(words("้ำสสน")).contains(List.of("hello"));
        assertThat(Needle.of("l;ylfu").ways().get(0).typed()).isTrue();
        assertThat(Needle.of("l;ylfu").ways().get(1).typed()).isFalse();
    }

    @Test
    public void aPhoneNumberIsTheSameHoweverItIsWritten() {
        for (String written : List.of("081-234 5678", "+66 81 234 5678", "+66 (0)81-2345678", "66812345678")) {
            assertThat(words(written)).as(written).contains(List.of("0812345678"));
        }
        assertThat(words("+66 81")).contains(List.of("081"));
        assertThat(Phone.digits("02-123-4567")).isEqualTo("021234567");
    }

    @Test
    public void severalWordsAreLookedForOneByOne() {
        assertThat(words("  Somchai   ใจดี ").get(0)).containsExactly("somchai", "ใจดี");
    }

    @Test
    public void oneLetterFindsNothing() {
        assertThat(Needle.of("ก").isEmpty()).isTrue();
        assertThat(Needle.of(" \u0e48 ").isEmpty()).isTrue();
        assertThat(Needle.of("กข").isEmpty()).isFalse();
    }

    @Test
    public void aBookPastedIntoTheBoxIsCutShort() {
        assertThat(words("x".repeat(100_000)).get(0).get(0)).hasSize(100);
    }
}

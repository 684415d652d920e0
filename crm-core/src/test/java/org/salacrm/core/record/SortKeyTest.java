package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class SortKeyTest {
    private final SortKey key = new SortKey();

    @Test
    public void aLeadingVowelCountsAfterItsConsonant() {
        sortsAs("กาม", "เกม", "ขาว", "เขา", "คาน", "แคน", "งาน", "โจร", "ใจ", "ไชย");
    }

    @Test
    public void everyConsonantStandsInItsPlaceWithAndWithoutALeadingVowel() {
        List<String> words = new ArrayList<>();
        for (char c = 'ก'; c <= 'ฮ'; c++) {
            words.add(c + "า");
            words.add("เ" + c + "า");
        }
        sortsAs(words.toArray(String[]::new));
    }

    @Test
    public void toneMarksAndCaseDoNotCount() {
        assertThat(key.of("ป้า", 250)).isEqualTo(key.of("ปา", 250));
        assertThat(key.of("Alpha", 250)).isEqualTo(key.of("ALPHA", 250));
    }

    @Test
    public void digitsComeBeforeLatinAndLatinBeforeThai() {
        sortsAs("1 service", "Alpha", "beta", "Zeta", "กขค", "อักษร");
    }

    @Test
    public void aKeyFitsItsColumnAndIsPlainHex() {
        assertThat(key.of("ก".repeat(400), 250)).hasSizeLessThanOrEqualTo(250).matches("[0-9a-f]+");
        assertThat(key.of("", 250)).isNotNull();
    }

    private void sortsAs(String... expected) {
        List<String> shuffled = new ArrayList<>(List.of(expected));
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(Comparator.comparing(word -> key.of(word, 250)));
        assertThat(shuffled).containsExactly(expected);
    }
}

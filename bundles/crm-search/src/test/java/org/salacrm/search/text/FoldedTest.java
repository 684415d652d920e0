package org.salacrm.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class FoldedTest {

    private static String folded(String text) {
        return Folded.of(text).text();
    }

    @Test
    public void caseAccentsAndWidthMakeNoDifference() {
        assertThat(folded("CAFÉ  Ｗide")).isEqualTo("cafe wide");
    }

    @Test
    public void thaiToneMarksMakeNoDifferenceButVowelsDo() {
        assertThat(folded("ค้า")).isEqualTo(folded("คา")).isNotEqualTo(folded("คี"));
        assertThat(folded("เป็น")).isEqualTo(folded("เปน"));
        assertThat(folded("น้ำ")).isEqualTo(folded("นํ้า"));
    }

    @Test
    public void twoWaysToTypeTheSameVowelAreOne() {
        assertThat(folded("เเดง")).isEqualTo(folded("แดง"));
    }

    @Test
    public void thaiDigitsAreDigits() {
        assertThat(folded("๒๕๖๗")).isEqualTo("2567");
    }

    @Test
    public void blanksAreSingleAndWhatHasNoWidthIsGone() {
        assertThat(folded("\u200bสม\u200bชาย \t\n ใจดี")).isEqualTo("สมชาย ใจดี");
    }

    @Test
    public void eachFoldedCharacterKnowsWhereItCameFrom() {
        Folded name = Folded.of("บริษัท ข้าวไทย");
        int at = name.text().indexOf("ขาว");
        assertThat("บริษัท ข้าวไทย".substring(name.start(at), name.end(at + 3))).isEqualTo("ข้าว");
    }

    @Test
    public void aPartOfATextIsFoldedToAPartOfTheFoldedText() {
        String whole = "ﬁrst Größe แม่น้ำ İstanbul 😀 ๙";
        for (int i = 0; i < whole.length(); i++) {
            if (!Character.isLowSurrogate(whole.charAt(i))) {
                assertThat(folded(whole)).contains(folded(whole.substring(i)).strip());
            }
        }
    }
}

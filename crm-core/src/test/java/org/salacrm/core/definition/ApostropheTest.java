package org.salacrm.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

/** Whatever somebody typed is harmless in a spreadsheet, and what he typed when it is read again. */
public class ApostropheTest {
    private static final List<String> TYPED = List.of(
            "=1+1",
            "+66",
            "-",
            "@a",
            "'=1",
            "''=1",
            "'007",
            "'คำ'",
            "007",
            "",
            "'",
            "=\"00123\"",
            "'=\"00123\"",
            "\uFF1D1",
            "'\uFF0B1");

    @Test
    public void whatWasTypedComesBack() {
        for (String text : TYPED) {
            assertThat(Apostrophe.off(Apostrophe.harmless(text))).isEqualTo(text);
            assertThat(Apostrophe.off(Apostrophe.kept(text))).isEqualTo(text);
        }
    }

    @Test
    public void nothingThatComputesStandsAlone() {
        assertThat(TYPED.stream().map(Apostrophe::harmless)).noneMatch(text -> text.matches("[=+\\-@\uFF1D\uFF0B].*"));
        assertThat(Apostrophe.kept("=1+1")).as("a workbook keeps texts itself").isEqualTo("=1+1");
        assertThat(Apostrophe.off("=\"00123\""))
                .as("as other programs keep zeros")
                .isEqualTo("00123");
    }
}

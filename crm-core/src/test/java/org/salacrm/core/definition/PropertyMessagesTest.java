package org.salacrm.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.Test;
import org.salacrm.api.message.Text;

public class PropertyMessagesTest {
    private final PropertyMessages messages = new PropertyMessages(new ModuleTexts(List.of(
            new ModuleTexts.ModuleText(
                    "sfa/messages_th.properties", "a=ก\nmoved=เปลี่ยนเป็น {state} โดย {who}\nonly=ไทย"),
            new ModuleTexts.ModuleText("sfa/messages_en.properties", "a=A\nmoved=Now {state} by {who}"))));

    @Test
    public void keyHasWordsInBothLanguages() {
        assertThat(messages.text("a")).isEqualTo(new Text("ก", "A"));
        assertThat(messages.text("only")).isEqualTo(new Text("ไทย", "ไทย"));
        assertThat(messages.has("a")).isTrue();
    }

    @Test
    public void unknownKeyIsItsOwnText() {
        assertThat(messages.text("b.label")).isEqualTo(Text.of("b.label"));
        assertThat(messages.has("b.label")).isFalse();
    }

    @Test
    public void placesAreFilledAndUnknownOnesStay() {
        assertThat(messages.format("th", "moved", Map.of("state", "$ได้"))).isEqualTo("เปลี่ยนเป็น $ได้ โดย {who}");
    }

    @Test
    public void everyWordOfTheCoreIsThereInBothLanguages() throws IOException {
        String th = file("server_th.properties");
        String en = file("server_en.properties");

        assertThat(keys(th)).isEqualTo(keys(en));
        assertThat(th.lines().filter(line -> line.contains("=")))
                .allMatch(line ->
                        Pattern.compile("[\\u0e00-\\u0e7f]").matcher(line).find());
        assertThat(en).doesNotContainPattern("[\\u0e00-\\u0e7f]");
    }

    @Test
    public void noWordStandsInAFileTwice() throws IOException {
        for (String words : List.of("server", "security", "messages", "import/messages")) {
            assertThat(keys(file(words + "_th.properties"))).isNotEmpty();
            assertThat(keys(file(words + "_en.properties"))).isNotEmpty();
        }
    }

    private static Set<String> keys(String text) {
        Set<String> keys = new TreeSet<>();
        text.lines().filter(line -> line.contains("=") && !line.startsWith("#")).forEach(line -> {
            assertThat(keys.add(line.substring(0, line.indexOf('=')).strip()))
                    .as(line)
                    .isTrue();
        });
        return keys;
    }

    private String file(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/CRM-INF/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

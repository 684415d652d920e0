package org.salacrm.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.Test;

public class ReuseTest {
    private final List<String> made = new ArrayList<>();
    private final Reuse<String, String> reuse = new Reuse<>(thing -> {
        made.add(thing);
        return thing.toUpperCase(Locale.ROOT);
    });

    @Test
    public void onlyWhatIsNewIsMade() {
        reuse.of(List.of("core", "sales"));
        assertThat(reuse.of(List.of("core", "service")).values()).containsExactly("CORE", "SERVICE");
        assertThat(made).containsExactly("core", "sales", "service");
    }

    @Test
    public void whatWentAwayIsForgotten() {
        reuse.of(List.of("core", "sales"));
        reuse.of(List.of("core"));
        assertThat(reuse.of(List.of("core", "sales"))).containsOnlyKeys("core", "sales");
        assertThat(made).containsExactly("core", "sales", "sales");
    }
}

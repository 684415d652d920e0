package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.salacrm.api.importing.ImportChecks.Choice;
import org.salacrm.api.importing.ImportChecks.Likely;

public class TwinsTest {
    /** What row 1 became. */
    private long above = Twins.NOTHING;

    private Choice choice(Choice decided, long... records) {
        List<Likely> likely = Arrays.stream(records)
                .mapToObj(id -> new Likely(id, "", "", 90, List.of(), id == 0 ? 1 : 0))
                .toList();
        return new Twins(Optional.empty(), List.of(decided), Map.of()).choice(2, likely, row -> above);
    }

    @Test
    public void noOtherRecordIsUpdatedThanTheOneThatWasNamed() {
        assertThat(choice(new Choice(2, "update", 8), 7, 8)).isEqualTo(new Choice(2, "update", 8));
        assertThat(choice(new Choice(2, "update", 8), 7)).isEqualTo(new Choice(2, "skip", 0));
    }

    @Test
    public void withoutANameTheLikeliestIsMeantWhichMayBeWhatARowAboveBecame() {
        assertThat(choice(new Choice(2, "merge", 0), 0, 7, 8)).isEqualTo(new Choice(2, "merge", 7));
        assertThat(choice(new Choice(0, "update", 0), 0)).isEqualTo(new Choice(2, "skip", 0));

        above = 9;

        assertThat(choice(new Choice(2, "merge", 0), 0, 7, 8)).isEqualTo(new Choice(2, "merge", 9));
        assertThat(choice(new Choice(0, "update", 0), 0)).isEqualTo(new Choice(2, "update", 9));
        assertThat(choice(new Choice(2, "update", 8), 0, 7, 8)).isEqualTo(new Choice(2, "update", 8));
    }

    @Test
    public void aRowThatStandsAloneIsCreated() {
        assertThat(choice(new Choice(0, "skip", 0))).isEqualTo(new Choice(2, "create", 0));
    }
}

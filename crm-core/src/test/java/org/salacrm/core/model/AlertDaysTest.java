package org.salacrm.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.Test;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.test.FakeChange;
import org.salacrm.test.Proves;

public class AlertDaysTest {

    @Test
    @Proves("ANV-02")
    public void theEarliestComesFirstAndADashIsNever() {
        assertThat(AlertDays.parse("0, 7 3").before()).containsExactly(7, 3, 0);
        assertThat(AlertDays.parse("0, 7 3")).hasToString("7,3,0");
        assertThat(AlertDays.parse(" - ").before()).isEmpty();
        assertThat(AlertDays.USUAL).hasToString("7,0");
    }

    @Test
    public void whatIsNoListOfDaysIsRefused() {
        for (String wrong : new String[] {"x", "-1", "366", "1 2 3 4 5 6 7 8 9 10 11"}) {
            FakeChange change = FakeChange.create(Map.of("kind", "birthday", "alertDays", wrong));
            assertThatThrownBy(() -> AnniversaryRuleHook.tidyAlertDays(change))
                    .as(wrong)
                    .isInstanceOf(InvalidRecordException.class);
        }
    }
}

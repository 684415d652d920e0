package org.salacrm.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.message.Text;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

public class PickListCheckTest {
    @Test
    public void whatIsRefusedFillsItsSentence() {
        PickList.Item item =
                new PickList.Item("a", Text.of("x".repeat(201)), 0, "pink", "p".repeat(41), Optional.empty(), true);
        InvalidRecordException refused = catchThrowableOfType(
                InvalidRecordException.class, () -> PickListCheck.check(new PickList("l", List.of(item)), false));
        assertThat(refused.refusals())
                .contains(
                        new Refusal("items[0].label.th", "invalid.length", Map.of("max", 200)),
                        new Refusal("items[0].tone", "invalid.pick", Map.of("value", "pink")),
                        new Refusal("items[0].phase", "invalid.length", Map.of("max", 40)));
    }
}

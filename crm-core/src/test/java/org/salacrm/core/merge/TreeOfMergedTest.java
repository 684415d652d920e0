package org.salacrm.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.Merges;
import org.salacrm.api.record.Records;

/** Customers that stand below each other and become one: the tree stays a tree. */
public class TreeOfMergedTest extends MergeCase {
    @Test
    public void whoStoodBelowOneThatGoesStandsAboveWhatIsBetweenThem() {
        long between = account(Map.of("name", "ภาค", "parent", goes));
        stand(stays, between);
        List<String> before = state();
        Merges.Merged merged = merges.merge("account", seen(stays), List.of(seen(goes)));
        assertThat(field("account", stays, "parent")).isNull();
        assertThat(above(between)).isEqualTo(stays);

        merges.undo(merged.merge());
        assertThat(state()).isEqualTo(before);
    }

    @Test
    public void whoInsistsOnWhatStandsBelowItIsRefused() {
        long between = account(Map.of("name", "ภาค", "parent", goes));
        stand(stays, between);
        assertThat(refused(() -> merge(Map.of("parent", between)))).isEqualTo("parent invalid.ring");
        assertThat(above(between)).isEqualTo(goes);
    }

    @Test
    public void whatWouldMakeARingIsNotProposed() {
        long between = account(Map.of("name", "ภาค", "parent", stays));
        for (long above : List.of(stays, between)) {
            stand(goes, above);
            assertThat(merges.propose("account", List.of(stays, goes)).values()).doesNotContainKey("parent");
        }
        long other = account(Map.of("name", "อื่น"));
        stand(goes, other);
        assertThat(merges.propose("account", List.of(stays, goes)).values()).containsKey("parent");
        merges.merge("account", seen(stays), List.of(seen(goes)));
        assertThat(above(stays)).isEqualTo(other);
        assertThat(above(between)).isEqualTo(stays);
    }

    @Test
    public void whatWasTurnedAroundSinceIsTurnedBackFirst() {
        long top = account(Map.of("name", "บน"));
        long below = account(Map.of("name", "ล่าง", "parent", goes));
        stand(goes, top);
        Merges.Merged merged = merge(Map.of());
        stand(top, below);
        assertThat(refused(() -> merges.undo(merged.merge()))).isEqualTo("parent invalid.ring");
        assertThat(above(below)).isEqualTo(stays);
        Map<String, Object> none = new HashMap<>();
        none.put("parent", null);
        world.records.update("account", top, Records.ANY_VERSION, none);
        merges.undo(merged.merge());
        assertThat(above(below)).isEqualTo(goes);
        assertThat(above(goes)).isEqualTo(top);
    }

    private void stand(long below, long above) {
        world.records.update("account", below, Records.ANY_VERSION, Map.of("parent", above));
    }

    private long above(long id) {
        return ((Ref) field("account", id, "parent")).id();
    }

    private static String refused(Runnable work) {
        Refusal first = catchThrowableOfType(InvalidRecordException.class, work::run)
                .refusals()
                .get(0);
        return first.field() + " " + first.messageKey();
    }
}

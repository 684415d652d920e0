package org.salacrm.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.job.Undos;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Merges;
import org.salacrm.api.record.Merges.Seen;

public class AfterMergeTest extends MergeCase {
    @Test
    public void anOldLinkLeadsThroughAllMergesSince() {
        long first = account(Map.of("name", "แรก"));
        merges.merge("account", new Seen(goes, 1), List.of(new Seen(first, 1)), Map.of());
        merge(Map.of());
        assertThat(merges.into("account", first)).hasValue(stays);
    }

    @Test
    public void recordsOfAModuleThatWasAwayFollowWhenItIsBack() {
        Merges.Merged merged = merge(Map.of());
        long contact = contact(stays);
        sql.update("update core_contact set account_id = ? where id = ?", goes, contact); // as if it had been away
        late.look();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(stays);

        merges.undo(merged.merge());
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
    }

    @Test
    public void recordsThatCameLateFollowThroughAllMergesSince() {
        long first = account(Map.of("name", "แรก"));
        merges.merge("account", new Seen(goes, 1), List.of(new Seen(first, 1)), Map.of());
        Merges.Merged second = merge(Map.of());
        long contact = contact(stays);
        sql.update("update core_contact set account_id = ? where id = ?", first, contact); // as if it had been away
        late.look();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(stays);
        merges.undo(second.merge());
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
    }

    private void takeOutOfTheBin(long id) {
        world.records.restore(sql.first("select id from core_bin where record_id = ?", row -> row.getLong(1), id)
                .orElseThrow());
    }

    @Test
    public void whatWasTakenOutOfTheBinKeepsWhatItIsGivenAndIsMergedAgain() {
        merge(Map.of());
        takeOutOfTheBin(goes);
        long contact = contact(goes);
        late.look();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
        assertThat(merges.into("account", goes)).isEmpty();
        assertThat(merge(Map.of()).moved()).isEqualTo(1);
        assertThat(merges.into("account", goes)).hasValue(stays);
    }

    @Test
    public void whatWasTakenOutOfTheBinDoesNotKeepTheMergeFromBeingTakenBack() {
        long contact = contact(goes);
        Merges.Merged merged = merge(Map.of("phone", "029999999"));
        takeOutOfTheBin(goes);
        assertThat(merges.undo(merged.merge())).isEmpty();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
        assertThat(field("account", stays, "phone")).isEqualTo("021234567");
    }

    @Test
    public void whatWentIntoAnotherSinceTakesAlongWhatComesBackToIt() {
        long contact = contact(goes);
        Merges.Merged first = merge(Map.of());
        takeOutOfTheBin(goes);
        long third = account(Map.of("name", "สาม"));
        Merges.Merged second = merges.merge("account", new Seen(third, 1), List.of(seen(goes)), Map.of());
        merges.undo(first.merge());
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(third);

        merges.undo(second.merge());
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
    }

    /** As those are that were taken out of the bin before that was remembered. */
    @Test
    public void whatLivesIsNotTakenForGone() {
        Merges.Merged merged = merge(Map.of());
        takeOutOfTheBin(goes);
        sql.update(
                "insert into core_merge_gone (entity, record_id, merge_id) values ('account', ?, ?)",
                goes,
                merged.merge());
        long contact = contact(goes);
        late.look();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(goes);
        merges.undo(merged.merge());
        assertThat(field("account", goes, "name")).isEqualTo("บจก. สยามการค้า");
    }

    @Test
    public void eachRecordHasItsOwnWayThroughItsStates() {
        long one = world.records.create("lead", Map.of("name", "วิชัย")).id();
        long other = world.records.create("lead", Map.of("name", "นายวิชัย")).id();
        String ways = "select count(*) from core_stage_change where entity = 'lead' and record_id = ";
        merges.merge("lead", new Seen(one, 1), List.of(new Seen(other, 1)), Map.of());
        assertThat(sql.first(ways + one, row -> row.getInt(1))).contains(1);
        takeOutOfTheBin(other);
        assertThat(sql.first(ways + other, row -> row.getInt(1))).contains(1);
    }

    @Test
    public void afterThirtyDaysItIsForGoodAndOldLinksStillLead() {
        Merges.Merged merged = merge(Map.of("phone", "029999999"));
        world.clock.forward(Duration.ofDays(Undos.DAYS + 1).toSeconds());
        late.look();
        assertThatThrownBy(() -> merges.undo(merged.merge())).isInstanceOf(AbsentRecordException.class);
        assertThat(merges.into("account", goes)).hasValue(stays);
    }
}

package org.salacrm.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Merges;
import org.salacrm.api.record.Merges.Seen;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.test.Proves;

public class MergedRecordsTest extends MergeCase {
    @Test
    @Proves("CDB-12")
    public void everythingThatRefersToTheOneThatGoesIsWithTheOneThatStays() {
        long contact = contact(goes);
        note(goes);

        Merges.Merged merged = merge(Map.of());

        assertThat(world.queries.one("account", goes, List.of("name"))).isEmpty();
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(stays);
        assertThat(notes(stays)).isEqualTo(1);
        assertThat(merged.moved()).isEqualTo(2);
        assertThat(merges.into("account", goes)).hasValue(stays);
    }

    @Test
    public void whoFollowedTheOneThatGoesFollowsTheOneThatStays() {
        sql.update(
                "insert into core_follower (id, entity, record_id, user_id) values (?, 'account', ?, 7)",
                world.ids.incrementAndGet(),
                goes);
        String followed = "select record_id from core_follower where user_id = 7";
        Hanging hanging = new Hanging(world.types, world.store.tx()).with(List.of(() -> "core_note", world.followers));
        assertThat(hanging.isOn("account", goes)).as("work of somebody").isFalse();

        Merges.Merged merged = merge(Map.of());
        assertThat(sql.list(followed, row -> row.getLong(1))).containsExactly(stays);

        merges.undo(merged.merge());
        assertThat(sql.list(followed, row -> row.getLong(1))).containsExactly(goes);
        sql.update("delete from core_follower");
    }

    @Test
    @Proves("CDB-12")
    public void theMostCompleteOfThemIsProposedAndKept() {
        contact(goes);
        Merges.Proposal proposal = merges.propose("account", List.of(stays, goes));

        assertThat(proposal.values()).containsKeys("code", "email", "addresses").doesNotContainKeys("name", "phone");
        assertThat(proposal.moves()).containsEntry("contact", 1L);
        merge(proposal.values());
        assertThat(field("account", stays, "email")).isEqualTo("sale@siam.co.th");
        assertThat(field("account", stays, "phone")).isEqualTo("021234567");
        assertThat((List<?>) field("account", stays, "addresses")).hasSize(1);
    }

    @Test
    @Proves("CDB-12")
    public void takenBackEverythingIsAsItWas() {
        contact(goes);
        contact(stays);
        note(goes);
        world.records.create("activity", Map.of("subject", "โทร", "account", goes));
        List<String> before = state();
        Merges.Merged merged =
                merge(merges.propose("account", List.of(stays, goes)).values());
        assertThat(state()).isNotEqualTo(before);

        assertThat(merges.recent("account", stays)).singleElement().satisfies(recent -> {
            assertThat(recent.merge()).isEqualTo(merged.merge());
            assertThat(recent.went()).isEqualTo(1);
        });
        assertThat(merges.undo(merged.merge())).isEmpty();

        assertThat(merges.recent("account", stays)).isEmpty();
        assertThat(state()).isEqualTo(before);
        assertThat(merges.into("account", goes)).isEmpty();
        assertThatThrownBy(() -> merges.undo(merged.merge())).isInstanceOf(AbsentRecordException.class);
    }

    @Test
    public void whatSomebodyChangedSinceStaysAndIsNamed() {
        long contact = contact(goes);
        long third = account(Map.of("name", "อื่น"));
        Merges.Merged merged = merge(Map.of("email", "sale@siam.co.th", "phone", "029999999"));
        world.records.update("account", stays, Records.ANY_VERSION, Map.of("email", "new@siam.co.th"));
        world.records.update("contact", contact, Records.ANY_VERSION, Map.of("account", third));

        assertThat(merges.undo(merged.merge()))
                .containsExactlyInAnyOrder(
                        new Merges.Changed("account", stays, "email"), new Merges.Changed("contact", contact, ""));

        assertThat(field("account", stays, "email")).isEqualTo("new@siam.co.th");
        assertThat(field("account", stays, "phone")).isEqualTo("021234567");
        assertThat(((Ref) field("contact", contact, "account")).id()).isEqualTo(third);
        assertThat(field("account", goes, "name")).isEqualTo("บจก. สยามการค้า");
    }

    @Test
    public void aRecordThatSomebodySavedMeanwhileIsNotMerged() {
        world.records.update("account", goes, Records.ANY_VERSION, Map.of("phone", "020000000"));
        assertThatThrownBy(() -> merges.merge("account", new Seen(stays, 1), List.of(new Seen(goes, 1)), Map.of()))
                .isInstanceOf(StaleRecordException.class);
        assertThat(field("account", goes, "phone")).isEqualTo("020000000");
    }

    @Test
    public void theOneThatStaysDoesNotBelongToTheOneThatGoes() {
        world.records.update("account", stays, Records.ANY_VERSION, Map.of("parent", goes));
        Merges.Merged merged = merge(Map.of());
        assertThat(field("account", stays, "parent")).isNull();
        merges.undo(merged.merge());
        assertThat(((Ref) field("account", stays, "parent")).id()).isEqualTo(goes);
    }

    @Test
    public void withoutValuesItBecomesTheMostComplete() {
        merges.merge("account", new Seen(stays, 1), List.of(new Seen(goes, 1)));
        assertThat(field("account", stays, "email")).isEqualTo("sale@siam.co.th");
        assertThat(field("account", stays, "phone")).isEqualTo("021234567");
    }
}

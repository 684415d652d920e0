package org.salacrm.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.job.Undos;
import org.salacrm.api.record.FormerNames.Former;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Merges;
import org.salacrm.api.record.Merges.Seen;
import org.salacrm.api.record.Records;

/** The codes and names of who went into another lead to that one. */
public class FormerNamesTest extends MergeCase {
    private String code;

    @Before
    public void readCode() {
        code = String.valueOf(field("account", goes, "code"));
    }

    private List<Former> named(String value) {
        return world.formerNames().named("account", "code", List.of(value));
    }

    private List<Long> leads(String value) {
        return named(value).stream().map(one -> one.into().id()).toList();
    }

    private String refused(Map<String, Object> values) {
        try {
            account(values);
            return "";
        } catch (InvalidRecordException e) {
            return e.refusals().get(0).messageKey() + " " + e.refusals().get(0).values();
        }
    }

    @Test
    public void theyLeadToTheOneThatStaysThroughAllMergesSince() {
        String first = code + "-1";
        long one = account(Map.of("name", "แรก", "nameEn", "First", "code", first, "taxId", "0105556176239"));
        merges.merge("account", new Seen(goes, 1), List.of(new Seen(one, 1)), Map.of());
        assertThat(leads(first)).containsExactly(goes);
        merge(Map.of());

        assertThat(leads(code)).containsExactly(stays);
        assertThat(leads(first)).containsExactly(stays);
        assertThat(named(first).get(0).into().label()).isEqualTo("สยามการค้า");
        assertThat(world.formerNames().of("account", List.of(stays)))
                .extracting(former -> former.values().get("code"))
                .containsExactlyInAnyOrder(code, first);
        assertThat(named(first).get(0).values())
                .isEqualTo(Map.of("code", first, "name", "แรก", "nameEn", "First", "taxId", "0105556176239"));
    }

    @Test
    public void theyLeadForGoodButNotToWhatIsGone() {
        merge(Map.of());
        world.clock.forward(Duration.ofDays(Undos.DAYS + 1).toSeconds());
        late.look();
        assertThat(leads(code)).containsExactly(stays);

        world.records.delete("account", stays, Records.ANY_VERSION);
        assertThat(leads(code)).isEmpty();
        assertThat(refused(Map.of("name", "ใหม่", "code", code))).isEmpty();
    }

    @Test
    public void theyLeadNowhereWhenTheMergeIsTakenBackOrTheOtherComesOutOfTheBin() {
        Merges.Merged merged = merge(Map.of());
        merges.undo(merged.merge());
        assertThat(leads(code)).isEmpty();
        assertThat(field("account", goes, "code")).isEqualTo(code);

        merge(Map.of());
        assertThat(leads(code)).containsExactly(stays);
        world.records.restore(sql.first("select id from core_bin where record_id = ?", row -> row.getLong(1), goes)
                .orElseThrow());
        assertThat(leads(code)).isEmpty();
        assertThat(sql.list("select field from core_merge_name where record_id = " + goes, row -> row.getString(1)))
                .isEmpty();
    }

    @Test
    public void nobodyElseTakesSuchACodeAndWhoStaysMay() {
        merge(Map.of());
        assertThat(refused(Map.of("name", "ใหม่", "code", code)))
                .startsWith("invalid.unique.former")
                .contains("was=บจก. สยามการค้า", "into=สยามการค้า");
        world.records.update("account", stays, Records.ANY_VERSION, Map.of("code", code));
        assertThat(refused(Map.of("name", "ใหม่", "code", code))).startsWith("invalid.unique {");
    }

    @Test
    public void nothingIsToldOfWhatOneMayNotRead() {
        merge(Map.of());
        world.rights.add("!account.code");
        assertThat(leads(code)).as("a field that he may not read").isEmpty();
        assertThat(world.formerNames().of("account", List.of(stays)).get(0).values())
                .doesNotContainKey("code");
        world.rights.clear();
        world.rights.add("!account.read");
        assertThat(leads(code)).isEmpty();
        assertThat(refused(Map.of("name", "ใหม่", "code", code))).isEqualTo("invalid.unique {value=" + code + "}");
    }

    /** Whoever keeps by what records are found hears that one is found by more now, and by less again. */
    @Test
    public void aMergeThatChangesNoFieldIsToldAllTheSame() {
        String told = "select verb from core_history where record_id = ? order by id desc";
        Merges.Merged merged = merge(Map.of());
        assertThat(sql.first(told, row -> row.getString(1), stays)).contains("merge");
        merges.undo(merged.merge());
        assertThat(sql.first(told, row -> row.getString(1), stays)).contains("unmerge");
    }
}

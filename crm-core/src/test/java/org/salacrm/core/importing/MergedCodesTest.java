package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.record.Merges.Seen;
import org.salacrm.core.merge.MergeCase;

/** Files of before a merge name who went into another one: that one is meant. */
public class MergedCodesTest extends ImportCase {
    private static final String TAX = "0105556176239";
    private long stays;

    @Before
    public void merge() {
        stays = account(Map.of("name", "ห้างผู้ชนะ", "code", "WIN1"));
        long goes = account(Map.of("name", "ร้านผู้แพ้", "code", "LOS1", "taxId", TAX));
        MergeCase.merges(world.world).merge("account", new Seen(stays, 1), List.of(new Seen(goes, 1)), Map.of());
    }

    private long account(Map<String, Object> values) {
        return world.world.records.create("account", values).id();
    }

    private void map(String mode, String key, String... paths) {
        Map<Integer, String> columns = new HashMap<>();
        IntStream.range(0, paths.length).forEach(i -> columns.put(i, paths[i]));
        world.imports.change(ImportWorld.ID, new Change(null, null, null, null, columns, mode, key, null, null, null));
    }

    private List<String> problems() {
        return world.imports.problems(ImportWorld.ID, false, "", 100).items().stream()
                .map(MergedCodesTest::told)
                .toList();
    }

    private static String told(Problem one) {
        return one.row() + " " + one.field() + " " + one.severity() + " " + one.messageKey() + " "
                + one.values().get("to");
    }

    @Test
    public void whatTheyReferToIsWhoStayed() {
        upload("contact", "ลูกค้า,ชื่อ", "LOS1,สมชาย", "los1,สมหญิง", "ร้านผู้แพ้,สมศรี", TAX + ",สมปอง");
        map("create", null, "account", "name");

        Summary sum = world.check();
        assertThat(sum.created()).as("%s", problems()).isEqualTo(4);
        assertThat(problems()).hasSize(4).allSatisfy(one -> assertThat(one)
                .endsWith("account repaired import.repaired.former ห้างผู้ชนะ"));
        world.run();
        assertThat(world.values("contact", "account.code")).containsExactly("WIN1", "WIN1", "WIN1", "WIN1");
    }

    @Test
    public void aRowOfAnOldKeyChangesWhoStayedAndNotHisKey() {
        upload(
                "account",
                "รหัส,ชื่อ,โทร",
                "LOS1,ห้างผู้ชนะ,029999999",
                "WIN1,ห้างผู้ชนะ,028888888",
                "NEW1,ใหม่,027777777");
        map("both", "code", "code", "name", "phone");

        assertThat(world.check().updated()).isEqualTo(2);
        assertThat(problems()).containsExactly("2 code repaired import.repaired.former ห้างผู้ชนะ");
        Summary sum = world.run();
        assertThat(List.of(sum.created(), sum.updated(), sum.failed())).containsExactly(1L, 2L, 0L);
        assertThat(world.values("account", "code")).containsExactly("NEW1", "WIN1");
        assertThat(world.world.read("account", stays, "phone")).containsExactly("02 888 8888");
    }

    @Test
    public void whoIsBroughtAlongIsNotMadeAgain() {
        upload(
                "contact",
                "บริษัท,เลขภาษี,ชื่อ",
                "ร้านผู้แพ้,,สมชาย",
                "ห้างอะไร," + TAX + ",สมหญิง",
                "ร้านผู้แพ้,0994000165510,สมศรี");
        map("create", null, "account.name", "account.taxId", "name");

        world.run();
        assertThat(world.values("contact", "account.code")).containsExactly("", "WIN1", "WIN1");
        assertThat(problems())
                .contains(
                        "2 account.name repaired import.repaired.former ห้างผู้ชนะ",
                        "3 account.name repaired import.repaired.former ห้างผู้ชนะ",
                        "4 account.name repaired import.repaired.made ร้านผู้แพ้");
    }

    @Test
    public void aNewOneDoesNotTakeAnOldCode() {
        upload("account", "รหัส,ชื่อ", "LOS1,ใครสักคน");
        map("create", null, "code", "name");

        assertThat(world.run().failed()).isEqualTo(1);
        assertThat(problems()).containsExactly("2 code error invalid.unique.former null");
    }

    @Test
    public void nothingIsToldOfWhoMayNotBeRead() {
        world.world.rights.add("!account.read");
        upload("contact", "ลูกค้า,ชื่อ", "LOS1,สมชาย");
        map("create", null, "account", "name");

        assertThat(world.check().failed()).isEqualTo(1);
        assertThat(problems()).containsExactly("2 account error import.reference.unknown null");
    }
}

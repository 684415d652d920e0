package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Query;
import org.salacrm.core.record.SortKey;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.TestDatabase;
import org.salacrm.test.Proves;

/** Names found by the letter that they stand under. */
@RunWith(Parameterized.class)
public class LetterSpansTest {
    private static final Map<String, List<String>> INDEX = Map.of(
            "ก",
                    List.of(
                            "บริษัท กรุงเทพการพิมพ์ จำกัด",
                            "บริษัทเกษตรรวม จำกัด",
                            "หจก. ก้าวหน้า",
                            "กิจเจริญ",
                            "ห้างหุ้นส่วนสามัญ กิจดี",
                            "น.ส. กานดา",
                            "ดร.กมล"),
            "บ", List.of("บริษัท บ้านไทย จำกัด", "บุญมี", "บริษัท 3 สหาย จำกัด"),
            "ค", List.of("คุณากร สุขใจ", "คุณค้ำคูณ", "เคมีไทย"),
            "ส", List.of("นางสาวสายใจ ดีงาม", "นางสาวิตรี ดีงาม", "นาย เสรี", "ห้างหุ้นส่วนจำกัด สหกิจ"),
            "น", List.of("นภา", "นางสาวนภา ดี", "บจก.โนรา"),
            "อ", List.of("บมจ. อุดม", "คุณเอก"),
            "A", List.of("บริษัท ABC จำกัด", "Anna Berg", "angel"));

    private final Shop shop;
    private final List<String> names =
            INDEX.values().stream().flatMap(List::stream).toList();

    @Parameters(name = "{0}")
    public static List<Database.Vendor> vendors() {
        return TestDatabase.vendors();
    }

    public LetterSpansTest(Database.Vendor vendor) {
        this.shop = new Shop(vendor);
    }

    @Before
    public void people() {
        shop.callers.be(ShopCallers.user(7, 2L));
        SortKey keys = new SortKey();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String key = keys.of(name, 120);
            shop.add("account", Map.of("id", i + 1L, "version", 1, "name", name, "nameKey", key, "owner", 7L));
        }
        long customer = names.indexOf("หจก. ก้าวหน้า") + 1L;
        shop.add("opportunity", Map.of("id", 1L, "version", 1, "name", "deal", "account", customer));
        shop.save();
    }

    @Test
    @Proves("GEN-10")
    public void aNameStandsUnderItsOwnLetterWhateverLeadsIt() {
        INDEX.forEach(
                (letter, names) -> assertThat(under(letter)).as(letter).containsExactlyInAnyOrderElementsOf(names));
    }

    @Test
    public void whatStandsUnderNoOtherLetterIsTheRest() {
        Filter others = Filter.not(Filter.where("name", Op.LETTER, "ก"));
        assertThat(asked("account", others))
                .hasSize(names.size() - INDEX.get("ก").size())
                .doesNotContainAnyElementsOf(INDEX.get("ก"));
    }

    @Test
    public void aReferenceStandsUnderTheLetterOfTheNameItShows() {
        assertThat(asked("opportunity", Filter.where("account", Op.LETTER, "ก")))
                .containsExactly("deal");
        assertThat(asked("opportunity", Filter.where("account", Op.LETTER, "ห")))
                .isEmpty();
    }

    private List<Object> under(String letter) {
        return asked("account", Filter.where("name", Op.LETTER, letter));
    }

    private List<Object> asked(String entity, Filter filter) {
        return shop.queries.page(Query.of(entity, "name").where(filter)).rows().stream()
                .map(row -> row.values().get(0))
                .toList();
    }
}

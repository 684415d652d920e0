package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Sort;

/** Addresses of a file that say their postcode and leave out what the loaded table of postcodes tells. */
public class PostalAreasTest extends ImportCase {

    private void area(String postcode, String subDistrict, String district, String province) {
        world.world.records.create(
                "postalArea",
                Map.of("postcode", postcode, "subDistrict", subDistrict, "district", district, "province", province));
    }

    private void table() {
        area("10500", "สีลม", "บางรัก", "กรุงเทพมหานคร");
        area("10500", "สี่พระยา", "บางรัก", "กรุงเทพมหานคร");
        area("10110", "คลองตัน", "คลองเตย", "กรุงเทพมหานคร");
        area("10110", "คลองตันเหนือ", "วัฒนา", "กรุงเทพมหานคร");
    }

    private void customers(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = "ชื่อ,ตำบล,อำเภอ,จังหวัด,ไปรษณีย์";
        System.arraycopy(rows, 0, lines, 1, rows.length);
        upload("account", lines);
        Map<Integer, String> columns = Map.of(
                0, "name",
                1, "addresses.subDistrict",
                2, "addresses.district",
                3, "addresses.province",
                4, "addresses.postcode");
        world.imports.change(
                ImportWorld.ID, new Change(null, null, null, null, columns, "create", null, null, null, null));
    }

    private List<String> addresses() {
        return world.world.queries.page(Query.of("account", "addresses").sorted(Sort.up("name"))).rows().stream()
                .map(row -> (Map<?, ?>) ((List<?>) row.values().get(0)).get(0))
                .map(part -> part.get("subDistrict") + " " + part.get("district") + " " + part.get("province"))
                .toList();
    }

    private List<String> repaired() {
        return world.imports.problems(ImportWorld.ID, false, "", 100).items().stream()
                .map(one -> one.row() + " " + one.field() + " " + one.messageKey() + " " + one.values())
                .toList();
    }

    @Test
    public void whatThePostcodeTellsIsFilledInWhereTheRowSaysNothing() {
        table();
        customers(
                "ก,,,,10500",
                "ข,,,,10110",
                "ค,แขวงคลองตันเหนือ,,,10110",
                "ง,,อำเภอของเขา,,10500",
                "จ,,,จังหวัดของเขา,๑๐๕๐๐",
                "ฉ,,,,99999");

        Summary filled = new Summary(6, 6, 0, 0, 5);
        assertThat(world.check()).isEqualTo(filled);
        assertThat(repaired())
                .containsExactly(
                        "2 addresses.postcode import.repaired.area {to=บางรัก, กรุงเทพมหานคร}",
                        "3 addresses.postcode import.repaired.area {to=กรุงเทพมหานคร}",
                        "4 addresses.postcode import.repaired.area {to=วัฒนา, กรุงเทพมหานคร}",
                        "5 addresses.postcode import.repaired.area {to=กรุงเทพมหานคร}",
                        "6 addresses.postcode import.repaired.area {to=บางรัก}");
        assertThat(world.run()).isEqualTo(filled);
        assertThat(addresses())
                .containsExactly(
                        "null บางรัก กรุงเทพมหานคร",
                        "null null กรุงเทพมหานคร",
                        "แขวงคลองตันเหนือ วัฒนา กรุงเทพมหานคร",
                        "null อำเภอของเขา กรุงเทพมหานคร",
                        "null บางรัก จังหวัดของเขา",
                        "null null null");
    }

    @Test
    public void withoutATableOfPostcodesNothingIsFilledIn() {
        customers("ก,,,,10500");

        assertThat(world.run()).isEqualTo(new Summary(1, 1, 0, 0, 0));
        assertThat(addresses()).containsExactly("null null null");
    }
}

package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.Test;
import org.salacrm.api.export.Exports;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Sort;
import org.salacrm.api.record.Records;
import org.salacrm.core.export.ExportWorld;
import org.salacrm.test.Proves;

/** Lists inside of records, such as addresses, have columns in files, which are read back. */
public class PartsRoundTripTest extends ImportCase {
    private static final Map<String, Object> SHOP =
            Map.of("kind", "shipping", "street", "9/1, ซอย 3", "province", "เชียงใหม่", "postcode", "50000");
    private static final Map<String, Object> HOUSE =
            Map.of("kind", "main", "street", "1 \"ถนน\" สีลม", "subDistrict", "สีลม", "postcode", "10500");
    private static final Map<String, Object> STORE = Map.of("kind", "billing", "country", "ลาว");

    private long account(String code, Map<?, ?>... addresses) {
        return world.world
                .records
                .create("account", Map.of("code", code, "name", "บริษัท " + code, "addresses", List.of(addresses)))
                .id();
    }

    private String csv(String... fields) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Query query = Query.of("account", fields).sorted(Sort.up("name"));
        ExportWorld.of(world.world)
                .prepare(new Exports.Wish(query, "csv", "Customers", true))
                .to(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The addresses of an account without what each has of its own. */
    private List<Map<String, Object>> addresses(long id) {
        List<?> parts = (List<?>) world.world
                .queries
                .one("account", id, List.of("addresses"))
                .orElseThrow()
                .values()
                .get(0);
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object part : parts) {
            Map<String, Object> plain = new HashMap<>();
            ((Map<?, ?>) part).forEach((name, value) -> plain.put(String.valueOf(name), value));
            plain.values().removeIf(Objects::isNull);
            plain.remove("id");
            all.add(plain);
        }
        return all;
    }

    private void update(String... lines) {
        upload("account", lines);
        world.imports.change(
                ImportWorld.ID, new Change(null, null, null, null, null, "update", "code", null, null, null));
        assertThat(world.run().updated()).isEqualTo(lines.length - 1);
    }

    @Test
    @Proves("CDB-13")
    public void whatIsExportedWithItsPartsComesBackWithTheMainOneFirst() throws IOException {
        long one = account("A", SHOP, HOUSE, STORE);
        account("B");
        String file = csv("name", "addresses");
        upload("account", file.split("\r\n"));

        assertThat(world.imports.get(ImportWorld.ID).columns())
                .extracting(ImportState.Column::field)
                .hasSize(1 + 3 * 8)
                .contains("name", "addresses.kind", "addresses.2.street", "addresses.3.country")
                .doesNotContain("");
        world.world.records.delete("account", one, Records.ANY_VERSION);
        assertThat(world.run().created()).isEqualTo(2);
        List<Long> ids = new ArrayList<>();
        world.world.queries.each(Query.of("account", "name").sorted(Sort.up("name")), row -> ids.add(row.id()));
        assertThat(addresses(ids.get(0))).containsExactly(HOUSE, SHOP, STORE);
        assertThat(addresses(ids.get(2))).isEmpty();
    }

    @Test
    public void aChosenPieceIsThatOfTheMainAddress() throws IOException {
        account("A", SHOP, HOUSE);

        assertThat(csv("name", "addresses.street", "addresses.2.province").split("\r\n")[1])
                .isEqualTo("บริษัท A,\"1 \"\"ถนน\"\" สีลม\",เชียงใหม่");
        assertThatThrownBy(() -> csv("addresses.nothing")).isInstanceOf(MalformedQueryException.class);
        assertThatThrownBy(() -> csv("addresses.21.street")).isInstanceOf(MalformedQueryException.class);
    }

    @Test
    @Proves("CDB-13")
    public void anUpdateFillsThePartItNamesAndLeavesTheOthers() {
        long id = account("A", SHOP, HOUSE);

        update("code,Postcode", "A,10501");
        Map<String, Object> house = new HashMap<>(HOUSE);
        house.put("postcode", "10501");
        assertThat(addresses(id)).containsExactly(SHOP, house);
    }

    @Test
    @Proves("CDB-13")
    public void anUpdateAddsThePartsThatAreNotThereAndLeavesWhatItSaysNothingOf() {
        long id = account("A", SHOP, HOUSE);

        update("code,Addresses · Province,Addresses 3 · Country", "A,,ลาว");
        assertThat(addresses(id)).containsExactly(SHOP, HOUSE, Map.of("kind", "main", "country", "ลาว"));
    }

    @Test
    public void whatMayNotBeReadStaysEmpty() throws IOException {
        account("A", HOUSE);
        world.world.rights.add("!account.addresses");

        assertThat(csv("name", "addresses").split("\r\n")[1]).matches("บริษัท A,+");
    }
}

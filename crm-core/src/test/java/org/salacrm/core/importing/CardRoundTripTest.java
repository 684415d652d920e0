package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.export.Exports;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Query;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.export.Headings;
import org.salacrm.core.export.ListExports;
import org.salacrm.core.export.PersonCards;
import org.salacrm.core.export.StoredExports;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.MessageFiles;

/** People written as cards are the same people when their cards are read. */
public class CardRoundTripTest extends ImportCase {
    private static final String REMARK =
            "บรรทัดแรก, ยาวพอที่จะถูกพับหลายครั้ง; \\ กับเครื่องหมาย\nบรรทัดที่สอง 😀😀😀😀😀😀😀😀😀😀😀😀😀😀";
    private static final Map<String, Object> PLACE = Map.of(
            "street", "9/1; ถนนสุขุมวิท, ซอย 3",
            "subDistrict", "คลองเตยเหนือ",
            "district", "วัฒนา",
            "province", "กรุงเทพมหานคร",
            "postcode", "10110",
            "country", "ไทย");

    private Exports exports;

    @Before
    public void open() {
        ActionWorld own = world.world;
        exports = new StoredExports(
                new ListExports(
                        own.queries,
                        own.given,
                        own.callers,
                        new Headings(own.types, own.messages),
                        own.exportLog(),
                        own.picks,
                        own.messages,
                        own.zone,
                        new PersonCards(own.types, own.registry)),
                null,
                null);
    }

    @Test
    public void aLeadIsTheSameAgain() throws IOException {
        Map<String, Object> lead = new HashMap<>(reached());
        lead.put("name", "สมชาย ใจดี");
        lead.put("company", "บริษัท ก, ข จำกัด");
        lead.put("website", "https://example.co.th/a?b=1,2;3");
        isTheSameAgain("lead", lead);
    }

    @Test
    public void aContactIsTheSameAgain() throws IOException {
        long account = world.world
                .records
                .create("account", Map.of("name", "บริษัท ก, ข จำกัด"))
                .id();
        Map<String, Object> contact = new HashMap<>(reached());
        contact.put("name", "สมหญิง รัก เรียน");
        contact.put("firstName", "สมหญิง");
        contact.put("lastName", "รัก เรียน");
        contact.put("salutation", "mrs");
        contact.put("nickname", "หญิง");
        contact.put("department", "บัญชี");
        contact.put("birthday", "1985-04-23");
        contact.put("account", account);
        isTheSameAgain("contact", contact);
    }

    @Test
    public void aPlaceWithoutItsDistrictKeepsTheOther() throws IOException {
        isTheSameAgain("lead", Map.of("name", "A", "addresses", List.of(Map.of("subDistrict", "คลองเตย"))));
        assertThat(world.values("lead", "addresses")).allMatch(text -> text.contains("subDistrict=คลองเตย"));
    }

    @Test
    public void linesAreFoldedAsProgramsExpectThem() throws IOException {
        world.world.records.create("lead", Map.of("name", "สมชาย ใจดี", "remark", REMARK));

        String text = cards("lead");

        assertThat(text)
                .startsWith("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:สมชาย ใจดี\r\n")
                .endsWith("END:VCARD\r\n");
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    public void cardsAreKeptInTheHistoryOfExportsAndSayNothingThatMayNotBeRead() throws IOException {
        world.world.records.create("lead", Map.of("name", "A", "remark", "secret"));
        world.world.rights.add("!lead.remark.read");
        cards("lead");

        assertThat(new Sql(world.world.store.tx())
                        .list(
                                "select format, row_count, question from core_export",
                                row -> row.getString(1) + row.getLong(2) + row.getString(3)))
                .singleElement()
                .asString()
                .startsWith("vcf1")
                .contains("mobile");
    }

    @Test
    public void whatIsNoPersonHasNoCard() {
        for (String entity : List.of("account", "product")) {
            assertThatThrownBy(() -> cards(entity)).isInstanceOf(MalformedQueryException.class);
        }
    }

    private static Map<String, Object> reached() {
        return Map.of(
                "position",
                "ผู้จัดการ",
                "mobile",
                "081 234 5678",
                "phone",
                "02 123 4567 ต่อ 12",
                "fax",
                "02 123 4568",
                "email",
                "somchai@example.co.th",
                "lineId",
                "@somchai",
                "remark",
                REMARK,
                "addresses",
                List.of(PLACE));
    }

    private void isTheSameAgain(String entity, Map<String, Object> values) throws IOException {
        world.world.records.create(entity, values);
        upload(entity, cards(entity).split("\r\n"));
        mapWithAllWords(entity);

        assertThat(world.run().failed())
                .as("%s", world.imports.problems(ImportWorld.ID, true, "", 10).items())
                .isZero();
        for (String field : values.keySet()) {
            List<String> both = world.values(entity, field).stream()
                    .map(text -> text.replaceAll("\\b(id|version)=\\d+(, )?", ""))
                    .toList();
            assertThat(both).as(field).hasSize(2);
            assertThat(both.get(0)).as(field).isEqualTo(both.get(1)).isNotEmpty();
        }
    }

    /** Worlds of tests know the fields by their labels alone. */
    private void mapWithAllWords(String entity) {
        HeaderWords words =
                new ColumnMapper(world.world.types, new MessageFiles("CRM-INF", "CRM-INF/import")).headers(entity);
        List<ImportState.Column> columns = world.imports.get(ImportWorld.ID).columns();
        List<String> headings = columns.stream().map(ImportState.Column::header).toList();
        List<List<String>> samples =
                Stream.generate(() -> List.<String>of()).limit(columns.size()).toList();
        Map<Integer, String> fields = new HashMap<>();
        words.propose(headings, samples).forEach(column -> fields.put(column.index(), column.field()));
        world.imports.change(
                ImportWorld.ID, new Imports.Change(null, null, null, null, fields, null, null, null, null, null));
    }

    private String cards(String entity) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.prepare(new Exports.Wish(Query.of(entity, "name"), "vcf", "People", true))
                .to(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.model.CoreModule;
import org.salacrm.core.testing.MessageFiles;

/** The headings of cards are fields of people by themselves. */
public class CardHeadingsTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final ColumnMapper mapper = new ColumnMapper(
            new MetadataRegistry(List.of(new CoreModule())), new MessageFiles("CRM-INF", "CRM-INF/import"));

    @Test
    public void theHeadingsOfCardsAreFieldsOfLeadsByThemselves() throws IOException {
        assertThat(mapped("lead"))
                .containsEntry("ชื่อ-นามสกุล / Full name", "name")
                .containsEntry("นามสกุล / Last name", "")
                .containsEntry("บริษัท / Company", "company")
                .containsEntry("ตำแหน่ง / Job title", "position")
                .containsEntry("มือถือ / Mobile", "mobile")
                .containsEntry("โทรศัพท์ / Phone", "phone")
                .containsEntry("แฟกซ์ / Fax", "fax")
                .containsEntry("อีเมล / E-mail", "email")
                .containsEntry("LINE ID", "lineId")
                .containsEntry("เว็บไซต์ / Website", "website")
                .containsEntry("ที่อยู่ / Address", "addresses.street")
                .containsEntry("ตำบล / Subdistrict", "addresses.subDistrict")
                .containsEntry("อำเภอ / City", "addresses.district")
                .containsEntry("จังหวัด / Province", "addresses.province")
                .containsEntry("รหัสไปรษณีย์ / Postcode", "addresses.postcode")
                .containsEntry("ประเทศ / Country", "addresses.country")
                .containsEntry("หมายเหตุ / Note", "remark");
    }

    @Test
    public void theHeadingsOfCardsAreFieldsOfContactsByThemselves() throws IOException {
        assertThat(mapped("contact"))
                .containsEntry("คำนำหน้า / Prefix", "salutation")
                .containsEntry("ชื่อจริง / First name", "firstName")
                .containsEntry("นามสกุล / Last name", "lastName")
                .containsEntry("ชื่อเล่น / Nickname", "nickname")
                .containsEntry("บริษัท / Company", "account")
                .containsEntry("แผนก / Department", "department")
                .containsEntry("ตำแหน่ง / Job title", "position")
                .containsEntry("มือถือ / Mobile", "mobile")
                .containsEntry("โทรศัพท์ / Phone", "phone")
                .containsEntry("อีเมล / E-mail", "email")
                .containsEntry("วันเกิด / Birthday", "birthday")
                .containsEntry("ที่อยู่ / Address", "addresses.street");
    }

    @Test
    public void theHeadingsOfCardsAreFieldsOfCustomersByThemselves() throws IOException {
        assertThat(mapped("account"))
                .containsEntry("บริษัท / Company", "name")
                .containsEntry("โทรศัพท์ / Phone", "phone")
                .containsEntry("มือถือ / Mobile", "otherPhone")
                .containsEntry("เว็บไซต์ / Website", "website")
                .containsEntry("อำเภอ / City", "addresses.district");
    }

    @Test
    public void aHeadingThatShortensTheNameOfJustOneFieldIsThatField() throws IOException {
        Path file = Files.writeString(
                folder.newFile().toPath(), "ชื่อ,Tel,Web,Expec. val.,Disq,Pre,Co\nก้อง,02-111-1111,a.co.th,5,x,y,z\n");
        assertThat(columns("lead", file))
                .containsEntry("Tel", "phone")
                .containsEntry("Web", "website")
                .containsEntry("Expec. val.", "expectedValue")
                .containsEntry("Co", "");
    }

    @Test
    public void aLineIdIsCalledTheSameOfWhomeverItIs() throws IOException {
        for (String entity : List.of("lead", "contact", "account")) {
            Path file = Files.writeString(folder.newFile().toPath(), "ชื่อ,ไอดีไลน์\nก้อง,kong\n");
            assertThat(columns(entity, file)).containsEntry("ไอดีไลน์", "lineId");
        }
    }

    /** Of a card that fills every column. */
    private Map<String, String> mapped(String entity) throws IOException {
        String card = String.join(
                "\r\n",
                "BEGIN:VCARD",
                "VERSION:3.0",
                "FN:a",
                "N:a;a;;a;",
                "NICKNAME:a",
                "ORG:a;a",
                "TITLE:a",
                "TEL;TYPE=CELL:1",
                "TEL;TYPE=WORK:1",
                "TEL;TYPE=FAX:1",
                "EMAIL:a",
                "IMPP:line:a",
                "URL:a",
                "ADR:;;a;a,a;a;a;a",
                "BDAY:2000-01-01",
                "NOTE:a",
                "END:VCARD");
        Path file = Files.writeString(folder.newFile().toPath(), card);
        Map<String, String> mapped = columns(entity, file);
        assertThat(mapped.keySet()).containsExactlyElementsOf(Card.HEADINGS);
        return mapped;
    }

    private Map<String, String> columns(String entity, Path file) throws IOException {
        Preview preview = Preview.best(mapper.headers(entity), entity, file, FormatFinder.find(file));
        Map<String, String> mapped = new LinkedHashMap<>();
        preview.columns().forEach(column -> mapped.put(column.header(), column.field()));
        return mapped;
    }
}

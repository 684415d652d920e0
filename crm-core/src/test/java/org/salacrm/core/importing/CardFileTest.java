package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files of cards as telephones and mail programs write them. */
public class CardFileTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void anOldTelephonesCardIsReadThroughItsQuotedLinesAndNamelessKinds() throws IOException {
        Map<String, String> card = only(
                "VERSION:2.1",
                "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E0=B9=83=E0=B8=88=E0=B8=94=E0=B8=B5;=E0=B8=AA=E0=B8=A1=",
                "=E0=B8=8A=E0=B8=B2=E0=B8=A2;;;",
                "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E0=B8=AA=E0=B8=A1=E0=B8=8A=E0=B8=B2=E0=B8=A2",
                "TEL;CELL;PREF:081-234-5678",
                "TEL;;HOME:02-111-2222",
                "TEL;WORK;VOICE:02-333-4444",
                "ADR;WORK:;;99 Main Road, Floor 3;Pak Kret;Nonthaburi;11120;Thailand");

        assertThat(card)
                .containsEntry("Full name", "สมชาย")
                .containsEntry("First name", "สมชาย")
                .containsEntry("Last name", "ใจดี")
                .containsEntry("Mobile", "081-234-5678")
                .containsEntry("Phone", "02-333-4444, 02-111-2222")
                .containsEntry("Address", "99 Main Road, Floor 3")
                .containsEntry("City", "Pak Kret")
                .containsEntry("Province", "Nonthaburi")
                .containsEntry("Postcode", "11120")
                .containsEntry("Country", "Thailand");
    }

    @Test
    public void aCardOfThePresentIsReadWithFoldedLinesAndEscapedSigns() throws IOException {
        Map<String, String> card = only(
                "VERSION:3.0",
                "FN:สมหญิง รัก",
                " เรียน",
                "N:รักเรียน;สมหญิง;;คุณ;",
                "NICKNAME:หญิง",
                "ORG:บริษัท ก\\, ข จำกัด;ฝ่ายบัญชี",
                "TITLE:ผู้จัดการ",
                "item1.TEL;type=CELL,VOICE;type=pref:+66 81 234 5678",
                "TEL;TYPE=\"work,fax\":02-999-8888",
                "EMAIL;TYPE=INTERNET:second@example.co.th",
                "EMAIL;TYPE=INTERNET;TYPE=PREF:first@example.co.th",
                "IMPP:line:somying",
                "URL:https://example.co.th",
                "BDAY:1985-04-23T00:00:00Z",
                "ADR;TYPE=WORK:;ชั้น 3;9 ถนนสุขุมวิท;คลองเตย,คลองตัน;กรุงเทพมหานคร;10110;ไทย",
                "NOTE:พบที่งาน\\nโทรกลับ",
                "PHOTO;ENCODING=b;TYPE=JPEG:" + "A".repeat(100_000),
                "X-ABUID:1;2;3");

        assertThat(card)
                .containsEntry("Full name", "สมหญิง รักเรียน")
                .containsEntry("Prefix", "คุณ")
                .containsEntry("Nickname", "หญิง")
                .containsEntry("Company", "บริษัท ก, ข จำกัด")
                .containsEntry("Department", "ฝ่ายบัญชี")
                .containsEntry("Job title", "ผู้จัดการ")
                .containsEntry("Mobile", "+66 81 234 5678")
                .containsEntry("Fax", "02-999-8888")
                .containsEntry("E-mail", "first@example.co.th")
                .containsEntry("LINE ID", "somying")
                .containsEntry("Website", "https://example.co.th")
                .containsEntry("Birthday", "1985-04-23")
                .containsEntry("Address", "9 ถนนสุขุมวิท ชั้น 3")
                .containsEntry("Subdistrict", "คลองเตย")
                .containsEntry("City", "คลองตัน")
                .containsEntry("Note", "พบที่งาน\nโทรกลับ\nsecond@example.co.th")
                .doesNotContainKey("Phone");
    }

    @Test
    public void theNewestVersionSaysNumbersAsAddressesAndDaysWithoutStrokes() throws IOException {
        Map<String, String> card = only(
                "VERSION:4.0",
                "N:Jones;Ann;;;",
                "TEL;VALUE=uri;TYPE=\"voice,cell\";PREF=1:tel:+66-81-234-5678",
                "TEL;VALUE=uri;TYPE=work:tel:+66-2-123-4567;ext=12",
                "EMAIL;PREF=2:b@example.com",
                "EMAIL;PREF=1:a@example.com",
                "BDAY:19850423");

        assertThat(card)
                .containsEntry("Full name", "Ann Jones")
                .containsEntry("Mobile", "+66-81-234-5678")
                .containsEntry("Phone", "+66-2-123-4567 ext 12")
                .containsEntry("E-mail", "a@example.com")
                .containsEntry("Birthday", "1985-04-23");
    }

    @Test
    public void aBirthdayWithoutItsYearIsNone() throws IOException {
        assertThat(only("VERSION:4.0", "FN:A", "BDAY:--0423")).doesNotContainKey("Birthday");
        assertThat(only("VERSION:3.0", "FN:A", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-23"))
                .doesNotContainKey("Birthday");
    }

    @Test
    public void cardsOfOneFileAreRowsUnderTheColumnsThatAnyOfThemFills() throws IOException {
        Path file = write(
                StandardCharsets.UTF_8,
                "\uFEFFbegin:vcard",
                "version:3.0",
                "fn:One",
                "end:vcard",
                "",
                "BEGIN:VCARD",
                "VERSION:2.1",
                "FN:Two",
                "EMAIL:two@example.com",
                "END:VCARD");

        List<SourceRow> rows = rows(file);

        assertThat(rows.stream().map(SourceRow::number)).containsExactly(0L, 1L, 2L);
        assertThat(rows.stream().map(row -> row.cell(0).text())).endsWith("One", "Two");
        assertThat(rows.get(0).cells())
                .extracting(SourceRow.Cell::text)
                .containsExactly("ชื่อ-นามสกุล / Full name", "อีเมล / E-mail");
    }

    @Test
    public void thaiCodePagesAndWideLettersAreFoundOut() throws IOException {
        for (String name : List.of("windows-874", "UTF-16")) {
            Path file = write(Charset.forName(name), card("VERSION:3.0", "FN:สมชาย ใจดีมาก"));
            assertThat(rows(file).get(1).cell(0).text()).as(name).isEqualTo("สมชาย ใจดีมาก");
        }
    }

    @Test
    public void theCardOfAnAssistantIsNobodyOfTheFile() throws IOException {
        Map<String, String> card = only(
                "VERSION:2.1", "FN:Boss", "AGENT:", "BEGIN:VCARD", "VERSION:2.1", "FN:Helper", "TEL:1", "END:VCARD");

        assertThat(card).containsEntry("Full name", "Boss").doesNotContainKey("Phone");
    }

    @Test
    public void aBrokenPictureOfAnOldTelephoneBreaksNoCard() throws IOException {
        assertThat(only("VERSION:2.1", "FN:A", "PHOTO;BASE64;JPEG:", "AAAA", "BBBB=", "", "NOTE:x"))
                .containsEntry("Note", "x");
    }

    @Test
    public void aBrokenCardIsRefusedWithItsNumber() throws IOException {
        String[] good = card("VERSION:3.0", "FN:A");
        refused("import.file.card", 2, good, new String[] {"BEGIN:VCARD", "FN:no end"});
        refused("import.file.card", 1, new String[] {"BEGIN:VCARD", "FN:no end"}, good);
        refused("import.file.card", 2, good, card("FN:B", "no line of a card"));
        refused("import.file.card", 2, good, card("FN;ENCODING=QUOTED-PRINTABLE:=ZZ"));
        refused("import.file.card", 2, good, new String[] {"FN:outside"}, good);
        refused("import.file.card", 2, good, new String[] {"END:VCARD"});
        refused("import.file.card", 2, good, new String[] {"BEGIN:VCALENDAR", "END:VCALENDAR"});
        refused("import.file.empty", 0, card("X-NOTHING:here"), card("FN: "));
    }

    @Test
    public void whatWouldEatUpTheMemoryIsRefused() throws IOException {
        String[] good = card("VERSION:3.0", "FN:A");
        refused("import.file.cardSize", 2, good, card("PHOTO:" + "A".repeat(5_000_000)));
        refused("import.file.cardSize", 2, good, card("TEL" + ";".repeat(50_000) + ":1"));
        refused("import.file.cardSize", 2, good, card("NOTE:" + "A".repeat(40_000)));
        refused("import.file.card", 2, good, card("TEL:1\r\n".repeat(2_000)));
        refused("import.file.card", 2, good, card("AGENT:\r\nBEGIN:VCARD\r\n".repeat(50_000)));
    }

    private void refused(String why, long number, String[]... cards) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String[] card : cards) {
            lines.addAll(List.of(card));
        }
        Path file = write(StandardCharsets.UTF_8, lines.toArray(String[]::new));
        assertThatThrownBy(() -> rows(file)).isInstanceOfSatisfying(UnreadableFileException.class, e -> {
            assertThat(e.messageKey()).isEqualTo(why);
            assertThat(e.values()).containsEntry("row", number);
        });
    }

    private static String[] card(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add(0, "BEGIN:VCARD");
        all.add("END:VCARD");
        return all.toArray(String[]::new);
    }

    /** What the only card says, under the English half of its headings. */
    private Map<String, String> only(String... lines) throws IOException {
        List<SourceRow> rows = rows(write(StandardCharsets.UTF_8, card(lines)));
        assertThat(rows).hasSize(2);
        Map<String, String> card = new LinkedHashMap<>();
        for (int i = 0; i < rows.get(0).cells().size(); i++) {
            String heading = rows.get(0).cell(i).text();
            card.put(heading.replaceFirst("^.* / ", ""), rows.get(1).cell(i).text());
        }
        return card;
    }

    private Path write(Charset charset, String... lines) throws IOException {
        return Files.write(folder.newFile().toPath(), String.join("\r\n", lines).getBytes(charset));
    }

    private static List<SourceRow> rows(Path file) {
        List<SourceRow> rows = new ArrayList<>();
        try (TableFile table = TableFile.open(file, FormatFinder.find(file))) {
            table.rows().forEachRemaining(rows::add);
        }
        return rows;
    }
}

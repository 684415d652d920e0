package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.Test;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.record.InvalidRecordException;

/** People out of a file of cards. */
public class CardImportTest extends ImportCase {
    private static final String[] CARDS = {
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:คุณสมชาย ใจดี",
        "N:ใจดี;สมชาย;;คุณ;",
        "ORG:บริษัทนามบัตร จำกัด;บัญชี",
        "TITLE:ผู้จัดการ",
        "TEL;TYPE=CELL:081-234-5678",
        "TEL;TYPE=WORK:02-123-4567",
        "TEL;TYPE=WORK,FAX:02-123-4568",
        "EMAIL:somchai@example.co.th",
        "IMPP:line:somchai",
        "URL:https://example.co.th",
        "ADR:;;9 ถนนสุขุมวิท;คลองเตย,วัฒนา;กรุงเทพมหานคร;10110;ไทย",
        "BDAY:1985-04-23",
        "NOTE:พบที่งาน",
        "NICKNAME:ชาย",
        "END:VCARD",
        "BEGIN:VCARD",
        "VERSION:2.1",
        "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E0=B8=94=E0=B8=B5;=E0=B8=94=E0=B8=B2=E0=B8=A7",
        "TEL;CELL:0899999999",
        "EMAIL;INTERNET:no address",
        "END:VCARD"
    };

    @Test
    public void cardsComeInAndOneThatDoesNotFitIsNamedByItsNumber() {
        upload("lead", CARDS);

        assertThat(world.check()).extracting(Summary::rows, Summary::failed).containsExactly(2L, 1L);
        assertThat(world.imports.problems(ImportWorld.ID, true, "", 10).items())
                .extracting(Imports.Problem::row, Imports.Problem::field)
                .containsExactly(tuple(2L, "email"));
        assertThat(world.run()).extracting(Summary::created, Summary::failed).containsExactly(1L, 1L);
        assertThat(world.values("lead", "name")).containsExactly("คุณสมชาย ใจดี");
        assertThat(world.values("lead", "mobile")).containsExactly("081 234 5678");
        assertThat(world.values("lead", "email")).containsExactly("somchai@example.co.th");
        assertThat(world.values("lead", "company")).containsExactly("บริษัทนามบัตร จำกัด");
    }

    @Test
    public void cardsHaveNoSeparatorToChoose() {
        upload("lead", CARDS);

        Imports.Change commas = new Imports.Change(null, ",", null, null, null, null, null, null, null, null);
        assertThatThrownBy(() -> world.imports.change(ImportWorld.ID, commas))
                .isInstanceOf(InvalidRecordException.class);
        Imports.Change other = new Imports.Change("windows-874", null, null, 3, null, null, null, null, null, null);
        assertThat(world.imports.change(ImportWorld.ID, other).headerRow()).isZero();
    }
}

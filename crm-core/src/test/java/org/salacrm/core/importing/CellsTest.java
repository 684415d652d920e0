package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.Test;
import org.salacrm.core.importing.SourceRow.Cell;

public class CellsTest {
    private final DateCell dates = new DateCell(LocalDate.of(2026, 11, 22));

    private LocalDate date(String text) {
        Outcome outcome = dates.read(Cell.of(text), DateCell.Written.USUALLY);
        assertThat(outcome.refusal()).as(text).isEmpty();
        return (LocalDate) outcome.value().orElseThrow();
    }

    private static BigDecimal number(String text) {
        Outcome outcome = NumberCell.read(Cell.of(text));
        assertThat(outcome.refusal()).as(text).isEmpty();
        return (BigDecimal) outcome.value().orElseThrow();
    }

    private static String phone(String text) {
        return String.join(" | ", PhoneCell.read(Cell.of(text)).numbers());
    }

    @Test
    public void oneDayIsWrittenInManyWays() {
        for (String text : new String[] {
            "31/12/2567",
            "31-12-2567",
            "31.12.2567",
            "31/12/67",
            "31/12/2024",
            "2024-12-31",
            "31/12/24",
            "31 ธ.ค. 2567",
            "31 ธันวาคม 2567",
            "31 ธันวาคม พ.ศ. 2567",
            "๓๑/๑๒/๒๕๖๗",
            "31 Dec 2024",
            "31-Dec-24",
            "2024-12-31 00:00:00",
            " 31/12/2567 ",
            "31 ธค 67"
        }) {
            assertThat(date(text)).as(text).isEqualTo("2024-12-31");
        }
    }

    @Test
    public void theRestOfWhatPeopleWriteAroundADateIsNoHindrance() {
        for (String text : new String[] {
            "วันที่ 31 ธันวาคม 2567",
            "วันอังคารที่ 31 ธันวาคม พ.ศ. 2567",
            "Tuesday, December 31, 2024",
            "31st December 2024",
            "31/12/2567 14.30 น.",
            "31/12/2567 เวลา 14:30 น.",
            "2024-12-31T14:30:00.000Z",
            "31 / 12 / 2567",
            "20241231",
            "31122567",
            "'31/12/2567",
            "45657"
        }) {
            assertThat(date(text)).as(text).isEqualTo("2024-12-31");
        }
    }

    @Test
    public void twoDigitsOfAYearAreToldHowTheyWereRead() {
        Outcome outcome = dates.read(Cell.of("5/6/67"), DateCell.Written.USUALLY);
        assertThat(outcome.repair()).isEqualTo("import.repaired.year");
        assertThat(outcome.values()).containsEntry("to", "05/06/2024").containsEntry("thai", "05/06/2567");
    }

    @Test
    public void whatIsRatherAYearOrAnAgeIsNoDate() {
        for (String text : new String[] {"2567", "45", "0", "12/2567", "ธันวาคม 2567", "1.5"}) {
            assertThat(dates.read(Cell.of(text), DateCell.Written.USUALLY).refusal())
                    .as(text)
                    .isEqualTo("import.date.unknown");
        }
    }

    @Test
    public void aColumnTellsWhetherItsMonthsStandFirst() {
        assertThat(DateCell.order(Cell.of("12/31/2024"))).isNegative();
        assertThat(DateCell.order(Cell.of("31/12/2024"))).isPositive();
        assertThat(DateCell.order(Cell.of("3/4/2024"))).isZero();
        assertThat(DateCell.order(Cell.of("โทรกลับ"))).isZero();
        assertThat(dates.read(Cell.of("3/4/2024"), new DateCell.Written(true, ""))
                        .value())
                .contains(LocalDate.of(2024, 3, 4));
        assertThat(dates.read(Cell.of("3/4/2024"), DateCell.Written.USUALLY).value())
                .contains(LocalDate.of(2024, 4, 3));
    }

    @Test
    public void theTimeBehindADateIsReadOnlyWhereThereIsOne() {
        assertThat(TimeOfDay.in("31/12/2567 14.30 น.")).isEqualTo("14:30");
        assertThat(TimeOfDay.in("31/12/2024 2:30 PM")).isEqualTo("14:30");
        assertThat(TimeOfDay.in("31.12.24")).isEqualTo("00:00");
        assertThat(TimeOfDay.in("2024-12-31T09:05:00")).isEqualTo("09:05");
    }

    @Test
    public void aDayThatIsInNoCalendarIsRefused() {
        assertThat(dates.read(Cell.of("31/11/2567"), DateCell.Written.USUALLY).refusal())
                .isEqualTo("import.date.absent");
        assertThat(dates.read(Cell.of("29/02/2566"), DateCell.Written.USUALLY).refusal())
                .isEqualTo("import.date.noLeapYear");
        assertThat(date("29/02/2567")).isEqualTo("2024-02-29");
        assertThat(dates.read(Cell.of("พรุ่งนี้"), DateCell.Written.USUALLY).refusal())
                .isEqualTo("import.date.unknown");
        assertThat(dates.read(Cell.of("1/1/9999"), DateCell.Written.USUALLY).refusal())
                .isEqualTo("import.date.year");
    }

    @Test
    public void monthBeforeDayIsReadOnlyWhenNothingElseFits() {
        Outcome turned = dates.read(Cell.of("12/31/2024"), DateCell.Written.USUALLY);
        assertThat(turned.value()).contains(LocalDate.of(2024, 12, 31));
        assertThat(turned.repair()).isEqualTo("import.repaired.monthFirst");
        assertThat(date("11/12/2024")).isEqualTo("2024-12-11");
    }

    private String in(String era, String text) {
        Outcome outcome = dates.read(Cell.of(text), new DateCell.Written(false, era));
        return outcome.value().map(String::valueOf).orElse(outcome.refusal());
    }

    @Test
    public void yearsAreMeantInTheEraThatIsSaid() {
        assertThat(in("BE", "31/12/67")).isEqualTo("2024-12-31");
        assertThat(in("CE", "31/12/67")).isEqualTo("2067-12-31");
        assertThat(in("CE", "31/12/85")).isEqualTo("1985-12-31");
        assertThat(in("BE", "31/12/24")).isEqualTo("1981-12-31");
        assertThat(in("CE", "31/12/24")).isEqualTo("2024-12-31");
        assertThat(in("BE", "31 ธ.ค. 2567")).isEqualTo("2024-12-31");
        assertThat(in("BE", "31/12/2024")).isEqualTo("import.date.era");
        assertThat(in("CE", "31/12/2567")).isEqualTo("import.date.era");
    }

    @Test
    public void realDaysAreOfTheCommonEraUnlessTheirYearIsNot() {
        assertThat(in("BE", "2024-12-31")).isEqualTo("2024-12-31");
        assertThat(in("BE", "2567-12-31")).isEqualTo("2024-12-31");
        assertThat(in("CE", "2567-12-31")).isEqualTo("import.date.era");
        assertThat(in("BE", "45657")).isEqualTo("2024-12-31");
    }

    @Test
    public void aSerialNumberIsADay() {
        Cell serial = new Cell("36270", Optional.of(new BigDecimal("36270")), Optional.empty());
        assertThat(dates.read(serial, DateCell.Written.USUALLY).value()).contains(LocalDate.of(1999, 4, 20));
    }

    @Test
    public void amountsAreWrittenInManyWays() {
        assertThat(number("75000")).isEqualByComparingTo("75000");
        assertThat(number("100,000")).isEqualByComparingTo("100000");
        assertThat(number("฿250,000.00")).isEqualByComparingTo("250000");
        assertThat(number("๕๐๐๐๐")).isEqualByComparingTo("50000");
        assertThat(number("1.5 ล้าน")).isEqualByComparingTo("1500000");
        assertThat(number("12,34,567")).isEqualByComparingTo("1234567");
        assertThat(number("30 วัน")).isEqualByComparingTo("30");
        assertThat(number("(1,200.50)")).isEqualByComparingTo("-1200.50");
        assertThat(number("5,000.-")).isEqualByComparingTo("5000");
        assertThat(NumberCell.read(Cell.of("12,34,567")).repair()).isEqualTo("import.repaired.grouping");
        assertThat(NumberCell.read(Cell.of("1.5 ล้าน")).values()).containsEntry("to", "1,500,000");
        assertThat(NumberCell.read(Cell.of("-")).value()).isEmpty();
        assertThat(NumberCell.read(Cell.of("1,5")).refusal()).isEqualTo("import.number.comma");
        assertThat(NumberCell.read(Cell.of("ห้าหมื่น")).refusal()).isEqualTo("import.number.unknown");
    }

    @Test
    public void telephoneNumbersAreWrittenInManyWays() {
        assertThat(phone("0812345678")).isEqualTo("081 234 5678");
        assertThat(phone("(081) 234 5678")).isEqualTo("081 234 5678");
        assertThat(phone("+66812345678")).isEqualTo("081 234 5678");
        assertThat(phone("+66 (0)81 234 5678")).isEqualTo("081 234 5678");
        assertThat(phone("๐๘๑๒๓๔๕๖๗๘")).isEqualTo("081 234 5678");
        assertThat(phone("02-774-1215 ต่อ 43")).isEqualTo("02 774 1215 ต่อ 43");
        assertThat(phone("023799075, 0653799075")).isEqualTo("02 379 9075 | 065 379 9075");
        assertThat(phone("02-123-4567-9")).isEqualTo("02 123 4567-9");
        assertThat(phone("833866299")).isEqualTo("083 386 6299");
        assertThat(PhoneCell.read(Cell.of("833866299")).outcome().repair()).isEqualTo("import.repaired.zero");
        assertThat(PhoneCell.read(Cell.of("2345")).outcome().refusal()).isEqualTo("import.phone.unknown");
    }

    @Test
    public void shortNumbersOfServicesAreTelephoneNumbers() {
        for (String text : new String[] {"191", "1669", "1150", "1111", "11111", "123456"}) {
            assertThat(phone(text)).isEqualTo(text);
            assertThat(PhoneCell.read(Cell.of(text)).outcome().repair())
                    .as("nothing is put before it")
                    .isEmpty();
        }
        assertThat(phone("โทร. ๑๖๖๙")).isEqualTo("1669");
        assertThat(phone("1111 ต่อ 2")).isEqualTo("1111 ต่อ 2");
        assertThat(phone("1669, 1150")).isEqualTo("1669 | 1150");
        assertThat(phone("02-123-4567, 1150")).isEqualTo("02 123 4567 | 1150");
        assertThat(phone("1150/02-123-4567")).isEqualTo("1150 | 02 123 4567");
        for (String text : new String[] {"12", "1234567", "5555", "02-123-4567, 999", "1,234"}) {
            assertThat(PhoneCell.read(Cell.of(text)).outcome().isRefused())
                    .as(text)
                    .isTrue();
        }
    }

    @Test
    public void numbersOfTheNumberingPlanCountWhetherGivenOutOrNot() {
        assertThat(phone("067-803-2880")).isEqualTo("067 803 2880");
        assertThat(phone("66812345678")).isEqualTo("081 234 5678");
        assertThat(phone("1800 123 456")).isEqualTo("1800 123 456");
        assertThat(phone("+1 650 253 0000")).isEqualTo("+1 650-253-0000");
        for (String text : new String[] {"08123456789", "0123456789", "02-123-456", "081234567", "0000000000", ","}) {
            assertThat(PhoneCell.read(Cell.of(text)).outcome().isRefused())
                    .as(text)
                    .isTrue();
        }
    }

    @Test
    public void extensionsAndFurtherLinesStayWithTheirNumber() {
        assertThat(phone("02-123-4567 ต่อ 101,102")).isEqualTo("02 123 4567 ต่อ 101,102");
        assertThat(phone("02-123-4567, 8")).isEqualTo("02 123 4567, 8");
        assertThat(phone("02-123-4567 ถึง 70")).isEqualTo("02 123 4567-70");
        assertThat(phone("โทร. 02-123-4567 หรือ 081-234-5678")).isEqualTo("02 123 4567 | 081 234 5678");
        assertThat(phone("0812345678, 081-234-5678")).isEqualTo("081 234 5678");
    }

    @Test
    public void aNameBesideANumberIsNotDropped() {
        Outcome named = PhoneCell.read(Cell.of("คุณเล็ก 081-234-5678")).outcome();
        assertThat(named.refusal()).isEqualTo("import.phone.unknown");
        assertThat(named.values()).containsEntry("part", "คุณเล็ก 081-234-5678");
    }

    @Test
    public void codesThatDifferInADashAreNotTheSame() {
        assertThat(Clean.same("A-1")).isNotEqualTo(Clean.same("A1"));
        assertThat(Clean.same(" a-๑\u200B")).isEqualTo(Clean.same("A-1"));
    }

    @Test
    public void whatKeepsASpreadsheetFromChangingACellIsTakenAway() {
        assertThat(Clean.text("=\"00123\"")).isEqualTo("00123");
        assertThat(Clean.text("'0812345678")).isEqualTo("0812345678");
        assertThat(Clean.text("'=HYPERLINK(\"http://x\")")).isEqualTo("=HYPERLINK(\"http://x\")");
        assertThat(Clean.text("'ทวน'")).isEqualTo("'ทวน'");
        assertThat(Clean.text("=HYPERLINK(\"http://x\",\"คลิก\")")).isEqualTo("=HYPERLINK(\"http://x\",\"คลิก\")");
    }

    @Test
    public void aTaxIdIsCheckedAndALostZeroPutBack() {
        assertThat(ThaiTaxId.read(Cell.of("0-1075-44000-10-8")).value()).contains("0107544000108");
        assertThat(ThaiTaxId.read(Cell.of("107544000108")).repair()).isEqualTo("import.repaired.zero");
        assertThat(ThaiTaxId.read(Cell.of("0107544000109")).refusal()).isEqualTo("import.taxId.check");
        assertThat(ThaiTaxId.read(Cell.of("12345")).refusal()).isEqualTo("import.taxId.length");
    }

    @Test
    public void whatNobodySeesDoesNotCount() {
        assertThat(Clean.text(" บริษัท  แก้วศรี\u200Bประกันภัย  จำกัด\u00A0"))
                .isEqualTo("บริษัท แก้วศรีประกันภัย จำกัด");
        assertThat(Clean.text("น\u0E49\u0E4D\u0E32ใจ")).isEqualTo("น้ำใจ");
        assertThat(Clean.text("น\u0E4D\u0E49\u0E32ใจ")).isEqualTo("น้ำใจ");
        assertThat(Clean.text("บ\u0E49\u0E39")).isEqualTo("บ\u0E39\u0E49").isEqualTo(Clean.text("บ\u0E39\u0E49"));
        assertThat(Clean.text("ก\rข")).isEqualTo("ก\nข");
        assertThat(Clean.text("ก ")).isEqualTo("ก");
        assertThat(Clean.text("a\r\nb")).isEqualTo("a\nb");
    }

    @Test
    public void aSlipOfTheFingerIsForgiven() {
        assertThat(PickCell.oneSlip("การผลิต", "การผลติ")).isTrue();
        assertThat(PickCell.oneSlip("ค้าปลีก", "ค้าปลก")).isTrue();
        assertThat(PickCell.oneSlip("ค้าปลีก", "ค้าส่ง")).isFalse();
    }
}

package org.salacrm.core.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class NamesTest {

    private static double companies(String a, String b) {
        return CompanyName.of(a).similarity(CompanyName.of(b));
    }

    private static double people(String a, String b) {
        return PersonName.of(a).agreement(PersonName.of(b));
    }

    @Test
    public void legalFormsMakeNoDifference() {
        assertThat(companies("บริษัท สยามการค้า จำกัด", "บจก.สยามการค้า")).isEqualTo(1);
        assertThat(companies("บมจ. เครือเจริญภัณฑ์", "บริษัท เครือเจริญภัณฑ์ จำกัด (มหาชน)"))
                .isEqualTo(1);
        assertThat(companies("ห้างหุ้นส่วนจำกัด แสงชัย ก่อสร้าง", "หจก.แสงชัยก่อสร้าง"))
                .isEqualTo(1);
        assertThat(companies("Siam Trading Co., Ltd.", "SIAM TRADING COMPANY LIMITED"))
                .isEqualTo(1);
    }

    @Test
    public void waysToTypeAThaiWordAreOne() {
        assertThat(companies("น้ำใจ", "นํ้าใจ")).isEqualTo(1);
        assertThat(companies("แดงดี", "เเดงดี")).isEqualTo(1);
        assertThat(companies("ก้าว\u200bหน้า", "กาวหน้า")).isEqualTo(1);
        assertThat(companies("กลุ่ม ๒๕", "กลุ่ม 25")).isEqualTo(1);
    }

    @Test
    public void thaiAndEnglishNamesOfACompanyMeet() {
        assertThat(companies("บริษัท สยามเทรดดิ้ง จำกัด", "Siam Trading Co., Ltd."))
                .isGreaterThan(0.9);
        assertThat(companies("เอ.บี.ซี. เอ็นจิเนียริ่ง", "ABC Engineering")).isGreaterThan(0.9);
        assertThat(companies("ศรีเจริญขนส่ง", "Sricharoen Transport")).isGreaterThan(0.9);
    }

    @Test
    public void anotherTradeNumberOrInitialIsAnotherCompany() {
        assertThat(companies("บริษัท สยามการค้า จำกัด", "บริษัท สยามขนส่ง จำกัด"))
                .isLessThan(0.6);
        assertThat(companies("ทรัพย์ทวี 2", "ทรัพย์ทวี 3")).isLessThanOrEqualTo(0.5);
        assertThat(companies("ABC Trading", "ABD Trading")).isLessThan(0.6);
    }

    @Test
    public void branchIsKnownByNameAndNumber() {
        assertThat(CompanyName.of("โฮมโปร สาขาเชียงใหม่").branch()).isEqualTo(CompanyName.branch("เชียงใหม่"));
        assertThat(CompanyName.of("โฮมโปร (สำนักงานใหญ่)").branch()).isEqualTo("0");
        assertThat(CompanyName.branch("00000")).isEqualTo("0");
        assertThat(CompanyName.branch("00012")).isEqualTo("12");
    }

    @Test
    public void titlesMakeNoDifferenceButWhatOnlyBeginsLikeOneIsAName() {
        assertThat(people("นางสาวณัฐธิดา แก้วมณี", "น.ส. ณัฐธิดา แก้วมณี")).isEqualTo(1);
        assertThat(people("ว่าที่ ร.ต.สมชาย ใจดี", "คุณสมชาย  ใจดี")).isEqualTo(1);
        assertThat(PersonName.of("คุณากร ทองดี").first()).startsWith("คุนากร");
    }

    @Test
    public void namesThatSoundTheSameAreTheSame() {
        assertThat(people("กิตติพงษ์ ศรีสุข", "กิตติพงศ์ ศรีสุข")).isEqualTo(1);
        assertThat(people("Mr. Somchai Jaidee", "สมชาย ใจดี")).isGreaterThan(0.6);
        assertThat(people("JAIDEE, Somchai", "Somchai Jaidee")).isGreaterThan(0.9);
    }

    @Test
    public void anotherOfTheFamilyIsAnotherPerson() {
        assertThat(people("สมชาย ใจดี", "สมศักดิ์ ใจดี")).isLessThan(0);
        assertThat(people("สมชาย ใจดี", "สมชาย บุญมี")).isLessThan(0);
    }

    @Test
    public void phonesAreTheSameHoweverWritten() {
        for (String written :
                new String[] {"081-234 5678", "+66 (0)81 234 5678", "๐๘๑๒๓๔๕๖๗๘", "66812345678", "812345678"}) {
            assertThat(Phones.number(Letters.of(written))).isEqualTo("0812345678");
        }
        assertThat(Phones.number("02-123-4567-9")).isEqualTo("021234567");
    }

    @Test
    public void addressIsTheSameAbbreviatedOrNotAndAnotherFloorIsNot() {
        PostalAddress full = PostalAddress.of("เลขที่ 99/1 ถนนสุขุมวิท แขวงคลองตัน เขตคลองเตย กรุงเทพมหานคร 10110");
        assertThat(full.agreement(PostalAddress.of("99/1 ถ.สุขุมวิท คลองตัน คลองเตย กทม. ๑๐๑๑๐")))
                .isEqualTo(1);
        assertThat(full.agreement(PostalAddress.of("99/2 ถ.สุขุมวิท คลองตัน คลองเตย กทม. 10110")))
                .isNegative();
        PostalAddress fifth = PostalAddress.of("อาคารสินธร ชั้น 5 130 ถ.วิทยุ ปทุมวัน กทม. 10330");
        assertThat(fifth.agreement(PostalAddress.of("ชั้น 12 อาคารสินธร 130 ถนนวิทยุ ปทุมวัน กรุงเทพฯ 10330")))
                .isNegative();
    }
}

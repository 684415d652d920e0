package org.salacrm.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.Test;

public class PersonNameTest {

    @Test
    public void titleIsToldFromTheName() {
        assertName("คุณวีระชัย บุญมี", "khun", "วีระชัย", "บุญมี");
        assertName("น.ส. น้ำฝน  อินทร์แก้ว", "ms", "น้ำฝน", "อินทร์แก้ว");
        assertName("นางสาวจักรพันธ์ กำลังซื้อ", "ms", "จักรพันธ์", "กำลังซื้อ");
        assertName("นางเอมอร ใจดี", "mrs", "เอมอร", "ใจดี");
        assertName("Mr. John Smith", "mr", "John", "Smith");
        assertName("ดร.สมศรี แก้วดี", "dr", "สมศรี", "แก้วดี");
    }

    @Test
    public void nameThatBeginsLikeATitleIsLeftWhole() {
        assertName("คุณากร ใจงาม", "", "คุณากร", "ใจงาม");
        assertName("Mristan Doe", "", "Mristan", "Doe");
        assertName("คุณ", "", "คุณ", "");
    }

    @Test
    public void lastNameMayHaveSeveralWords() {
        assertName("สุชาติ ณ อยุธยา", "", "สุชาติ", "ณ อยุธยา");
        assertName("สมชาย", "", "สมชาย", "");
    }

    private static void assertName(String written, String salutation, String first, String last) {
        assertThat(PersonName.of(written)).as(written).isEqualTo(new PersonName(salutation, first, last));
    }
}

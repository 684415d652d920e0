package org.salacrm.core.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.Test;

public class PostalLinesTest {

    @Test
    public void bangkokHasKhwaengAndKhet() {
        assertThat(PostalLines.of(Map.of(
                        "street", "99/9 อาคารน้ำทิพย์ ชั้น 12 ซ.อารีย์ 4 ถ.พหลโยธิน",
                        "subDistrict", "สามเสนใน",
                        "district", "พญาไท",
                        "province", "กรุงเทพมหานคร",
                        "postcode", "10400",
                        "country", "ไทย")))
                .containsExactly(
                        "99/9 อาคารน้ำทิพย์ ชั้น 12 ซ.อารีย์ 4 ถ.พหลโยธิน",
                        "แขวงสามเสนใน เขตพญาไท",
                        "กรุงเทพมหานคร  10400");
    }

    @Test
    public void elsewhereItIsTambonAmphoeAndProvince() {
        assertThat(PostalLines.of(Map.of(
                        "street", "12 หมู่ 3",
                        "subDistrict", "ช้างเผือก",
                        "district", "เมืองเชียงใหม่",
                        "province", "เชียงใหม่",
                        "postcode", "50300")))
                .containsExactly("12 หมู่ 3", "ต.ช้างเผือก อ.เมืองเชียงใหม่", "จ.เชียงใหม่  50300");
    }

    @Test
    public void whatWasTypedWithItsFormDoesNotGetItTwice() {
        assertThat(PostalLines.of(Map.of(
                        "subDistrict", "ตำบลสุเทพ",
                        "district", "อ.เมือง",
                        "province", "จังหวัดเชียงใหม่",
                        "postcode", "50200")))
                .containsExactly("ตำบลสุเทพ อ.เมือง", "จังหวัดเชียงใหม่  50200");
    }

    @Test
    public void anAddressAbroadHasItsCountry() {
        assertThat(PostalLines.of(Map.of(
                        "street", "1 Raffles Place\nLevel 20",
                        "district", "Downtown Core",
                        "province", "Singapore",
                        "postcode", "048616",
                        "country", "Singapore")))
                .containsExactly("1 Raffles Place", "Level 20", "Downtown Core", "Singapore  048616", "Singapore");
    }

    @Test
    public void nothingIsNoLine() {
        assertThat(PostalLines.of(Map.of("kind", "main", "country", "ไทย"))).isEmpty();
        assertThat(PostalLines.of(Map.of("kind", "main"))).isEmpty();
    }
}

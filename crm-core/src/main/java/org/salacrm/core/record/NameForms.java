package org.salacrm.core.record;

import java.util.List;
import java.util.stream.Stream;

/** What stands before a Thai name and is none of it, as people write it: legal forms of companies, titles of people. */
public final class NameForms {
    public static final List<String> COMPANIES = List.of(
            "บริษัท",
            "บจก.",
            "บจก",
            "บมจ.",
            "บมจ",
            "บจ.",
            "หจก.",
            "หจก",
            "หสน.",
            "ห้างหุ้นส่วนจำกัด",
            "ห้างหุ้นส่วนสามัญ",
            "ห้างหุ้นส่วน",
            "คณะบุคคล");

    public static final List<String> MEN = List.of("นาย", "เด็กชาย", "ด.ช.");
    public static final List<String> WOMEN = List.of(
            "นางสาว",
            "น.ส.",
            "นาง",
            "เด็กหญิง",
            "ด.ญ.",
            "พญ.",
            "แพทย์หญิง",
            "ทันตแพทย์หญิง",
            "เภสัชกรหญิง",
            "สัตวแพทย์หญิง",
            "ว่าที่ร้อยตรีหญิง");

    /** Titles of anybody. */
    public static final List<String> ANYBODY = List.of(
            "คุณ",
            "ดร.",
            "นพ.",
            "ทพ.",
            "ทพญ.",
            "ทญ.",
            "ภก.",
            "ภญ.",
            "ผศ.",
            "รศ.",
            "นายแพทย์",
            "ทันตแพทย์",
            "เภสัชกร",
            "สัตวแพทย์",
            "ว่าที่ร้อยตรี",
            "ผู้ช่วยศาสตราจารย์",
            "รองศาสตราจารย์");

    private NameForms() {}

    /** All titles of people. */
    public static Stream<String> titles() {
        return Stream.of(MEN, WOMEN, ANYBODY).flatMap(List::stream);
    }
}

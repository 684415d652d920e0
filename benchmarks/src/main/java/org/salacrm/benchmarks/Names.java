package org.salacrm.benchmarks;

import java.util.List;
import java.util.Random;

/** Made-up names of companies and deals, six in ten Thai, and terms that people look for in them. */
final class Names {
    private static final List<String> THAI = List.of(
            "ไทย",
            "สยาม",
            "เจริญ",
            "รุ่งเรือง",
            "ทรัพย์",
            "มั่นคง",
            "พัฒนา",
            "สุวรรณ",
            "ศรี",
            "บูรพา",
            "ทักษิณ",
            "อุดม",
            "เพชร",
            "ทอง",
            "นคร",
            "กรุงเทพ",
            "ล้านนา",
            "อีสาน",
            "ธารา",
            "เมฆ",
            "ภูผา",
            "วารี",
            "ก้าวหน้า",
            "สากล",
            "เอเชีย",
            "มงคล",
            "ชัย",
            "โชค");
    private static final List<String> THAI_TRADE = List.of(
            "ก่อสร้าง",
            "การค้า",
            "อาหาร",
            "ยานยนต์",
            "ขนส่ง",
            "พลาสติก",
            "เคมีภัณฑ์",
            "การเกษตร",
            "อิเล็กทรอนิกส์",
            "วัสดุ",
            "ประกันภัย");
    private static final List<String> ENGLISH = List.of(
            "Siam",
            "Chao Phraya",
            "Mekong",
            "Orchid",
            "Golden",
            "Union",
            "Pacific",
            "Lanna",
            "Andaman",
            "Star",
            "Royal",
            "Prime",
            "Delta",
            "Eastern",
            "Northern",
            "Bangkok",
            "Asia",
            "Jade",
            "Lotus",
            "Elephant");
    private static final List<String> ENGLISH_TRADE = List.of(
            "Foods", "Trading", "Logistics", "Chemicals", "Textiles", "Medical", "Insurance", "Motors", "Plastics");
    private static final List<String> DEAL =
            List.of("ระบบบัญชี", "เครื่องจักร", "สัญญาบริการ", "CRM", "ERP", "Maintenance", "ขยายสาขา", "รถโฟล์คลิฟต์");

    /** Common and rare, Thai and English, whole words and parts of words; a number is in one name in a thousand. */
    static final List<String> TERMS = List.of(
            "เจริญ",
            "กรุงเทพ",
            "ก่อสร้าง",
            "อิเล็กทรอนิกส์",
            "ยานยน",
            "ประกันภัย",
            "มงคลชัย",
            "บูรพาทักษิณ",
            "siam",
            "Orchid",
            "logis",
            "Elephant Delta",
            "chao phraya",
            "Medical",
            "1234",
            "777",
            "ไทยไม่มี",
            "nowhere");

    private final Random random;

    Names(Random random) {
        this.random = random;
    }

    String company(int number) {
        if (random.nextInt(10) < 6) {
            return "บริษัท " + any(THAI) + any(THAI) + any(THAI_TRADE) + " " + number + " จำกัด";
        }
        return any(ENGLISH) + " " + any(ENGLISH) + " " + any(ENGLISH_TRADE) + " " + number + " Co., Ltd.";
    }

    String deal(int number) {
        return any(DEAL) + " " + any(THAI) + " " + number;
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}

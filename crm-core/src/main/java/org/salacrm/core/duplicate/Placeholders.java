package org.salacrm.core.duplicate;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What people write into a name when they know none: it says nothing. */
final class Placeholders {
    private static final Set<String> WORDS = Arrays.stream(
                    ("ไม่ระบุ ไม่ระบุชื่อ ไม่มีชื่อ ไม่ทราบ ไม่ทราบชื่อ ไม่มี ไม่มีข้อมูล ทดสอบ"
                                    + " ทดสอบระบบ ลูกค้า ลูกค้าทั่วไป ลูกค้าใหม่ ลูกค้าเงินสด เงินสด ขายสด หน้าร้าน"
                                    + " บุคคลทั่วไป บุคคลธรรมดา ผู้ติดต่อ จัดซื้อ ฝ่ายจัดซื้อ แผนกจัดซื้อ บัญชี"
                                    + " ฝ่ายบัญชี แผนกบัญชี การเงิน ฝ่ายการเงิน ธุรการ ฝ่ายธุรการ ฝ่ายขาย ฝ่ายบุคคล"
                                    + " เจ้าหน้าที่ ผู้จัดการ เลขา เจ้าของ เจ้าของร้าน test testing tests testtest"
                                    + " testcompany testcustomer testuser na none null nil unknown noname nameless"
                                    + " anonymous tba tbd xx xxx xxxx abc123 dummy sample customer generalcustomer"
                                    + " cashcustomer cash walkin walkincustomer purchasing purchasingdepartment"
                                    + " accounting manager owner reception admin")
                            .split(" "))
            .map(Placeholders::plain)
            .collect(Collectors.toUnmodifiableSet());

    private Placeholders() {}

    static boolean isOne(String name) {
        String plain = plain(name);
        return plain.isEmpty() || WORDS.contains(plain) || plain.startsWith("test") && plain.matches("test[0-9]+");
    }

    private static String plain(String name) {
        String folded = Letters.of(name);
        StringBuilder out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c) || Letters.isThai(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }
}

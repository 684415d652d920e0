package org.salacrm.core.duplicate;

import java.util.Locale;
import org.salacrm.core.duplicate.MadeUp.Word;

/** Pairs by other templates than those the weights were chosen by. */
final class MadeUpAside {
    private final MadeUp made;
    private final Slips slips;
    private Two two = new Two("account");

    MadeUpAside(MadeUp made) {
        this.made = made;
        this.slips = new Slips(made);
    }

    Pairs.Pair next() {
        boolean same = made.random.nextBoolean();
        boolean company = made.random.nextInt(100) < 55;
        two = new Two(company ? "account" : made.one("lead", "contact"));
        if (same) {
            if (company) {
                sameCompany();
            } else {
                samePerson();
            }
        } else if (company) {
            otherCompany();
        } else {
            otherPerson();
        }
        return two.pair(same);
    }

    private String thai(Word core, Word trade) {
        String n = core.thai() + trade.thai();
        return made.one(
                "ห้างหุ้นส่วนจำกัด " + n,
                "หจก." + n,
                "หจก. " + core.thai() + " " + trade.thai(),
                n + " หจก.",
                "ห้างหุ้นส่วน จำกัด " + n,
                "ร้าน" + n,
                "บริษัท " + core.thai() + " " + trade.thai() + " จำกัด",
                "บริษัท" + n + " จำกัด(มหาชน)",
                "บจก " + n,
                n);
    }

    private String latin(Word core, Word trade) {
        String n = core.latin() + " " + trade.latin();
        return made.one(
                        n + " Ltd., Part.",
                        n + " Limited Partnership",
                        n + " (1999) Co., Ltd.",
                        n + " Corporation",
                        n + " Corp.",
                        n.toUpperCase(Locale.ROOT) + " COMPANY LIMITED",
                        n.replace(" ", "") + " Co.,Ltd.",
                        n + " Co Ltd",
                        n)
                .replace(" (1999)", "");
    }

    private String name(Word core, Word trade, boolean th) {
        return th ? thai(core, trade) : latin(core, trade);
    }

    private void sameCompany() {
        Word core = made.word("core");
        Word trade = made.word("trade");
        boolean th = made.often();
        two.left("name", name(core, trade, th));
        two.right("name", name(core, trade, th));
        String phone = made.fixed();
        String domain = core.latin().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + ".co.th";
        switch (made.random.nextInt(7)) {
            case 0 -> {}
            case 1 -> two.both("phone", phone + " ต่อ " + made.digits(3), slips.phone(phone));
            case 2 -> {
                two.right("name", name(core, trade, !th));
                two.both("website", "https://" + domain + "/th/home", "WWW." + domain.toUpperCase(Locale.ROOT));
                two.both("phone", phone + ", " + made.mobile(), slips.phone(phone));
            }
            case 3 -> {
                String tax = made.taxId();
                two.right("name", name(core, trade, !th));
                two.both("taxId", slips.taxId(tax), tax);
                two.both("phone", phone, made.fixed());
            }
            case 4 -> {
                two.right("name", slips.thaiSigns(name(core, trade, th)));
                two.both("email", "account@" + domain, "Sales@" + domain);
            }
            case 5 -> {
                two.right("name", name(new Word(slips.typo(core.thai()), slips.typo(core.latin())), trade, th));
                two.both("taxId", made.taxId(), "");
                two.both("email", "info@" + domain, "INFO@" + domain);
            }
            default -> {
                String house = "" + (1 + made.random.nextInt(300)) + "/" + (1 + made.random.nextInt(20));
                Word street = made.word("street");
                Word place = made.word("place");
                two.both("address", written(house, street, place), written(house, street, place));
                two.both("phone", phone, made.one(phone, made.mobile()));
            }
        }
    }

    private String written(String house, Word street, Word place) {
        String[] area = place.thai().split("/");
        String road = street.thai().replace('_', ' ');
        return made.one(
                house + " หมู่ที่ 5 ถนน" + road + " ต." + area[0] + " อ." + area[1] + " จ." + area[2] + " " + area[3],
                "เลขที่ " + house + " ม.5 ถ." + road + " ตำบล" + area[0] + " อำเภอ" + area[1] + " จังหวัด" + area[2]
                        + " " + area[3],
                house + " ม. 5 " + road + " " + area[0] + " " + area[1] + " " + area[2] + " "
                        + slips.thaiDigits(area[3]));
    }

    private void otherCompany() {
        Word core = made.word("core");
        Word trade = made.word("trade");
        Word core2 = made.other("core", core);
        Word trade2 = made.other("trade", trade);
        boolean th = made.often();
        two.left("name", name(core, trade, th));
        String phone = made.fixed();
        switch (made.random.nextInt(8)) {
            case 0 -> two.right("name", name(core, trade2, th));
            case 1 -> two.right("name", name(core2, trade, th));
            case 2 -> {
                two.right("name", name(core2, trade2, th));
                two.both("phone", phone, slips.phone(phone));
            }
            case 3 -> {
                Word branch = made.word("branch");
                two.both(
                        "name",
                        core.thai() + " (สาขา " + branch.thai() + ")",
                        "บจก." + core.thai() + " สาขา "
                                + made.other("branch", branch).thai());
                two.both("phone", "1" + made.digits(8), "02" + made.digits(7));
            }
            case 4 -> {
                two.right("name", name(core, trade2, !th));
                two.both(
                        "email",
                        "info@group" + core.latin().length() + ".com",
                        "info@group" + core.latin().length() + ".com");
            }
            case 5 -> {
                Word street = made.word("street");
                Word place = made.word("place");
                two.right("name", name(core2, trade2, th));
                two.both(
                        "address",
                        written("99", street, place) + " อาคารเอ็มไพร์ ชั้น 12",
                        written("99", street, place) + " อาคารเอ็มไพร์ ชั้น 27");
            }
            case 6 -> {
                String tax = made.taxId();
                two.right("name", name(core, trade, th));
                two.both("taxId", tax, slips.taxId(tax));
                two.both("branchCode", "00001", made.one("00002", "สำนักงานใหญ่", "12"));
            }
            default -> {
                two.right("name", name(core, trade, th) + " " + (2 + made.random.nextInt(7)));
                two.both("taxId", made.taxId(), made.taxId());
            }
        }
    }

    private String person(Word first, Word last, boolean th) {
        return th
                ? made.one("นพ.", "", "", "คุณ ", "พ.ต.อ. ", "ผศ.ดร.", "ดร. ")
                        + first.thai()
                        + made.one(" ", "   ")
                        + last.thai()
                : made.one("", "", "Khun ", "Assoc. Prof. Dr. ", "mr. ")
                        + made.one(
                                first.latin() + " " + last.latin(),
                                (first.latin() + " " + last.latin()).toLowerCase(Locale.ROOT));
    }

    private String mail(Word first, Word last) {
        return (made.one(
                                first.latin() + last.latin().charAt(0),
                                last.latin().replace(" ", "") + "."
                                        + first.latin().charAt(0),
                                first.latin() + made.digits(4))
                        + "@" + made.one("gmail.com", "icloud.com", "hotmail.com"))
                .toLowerCase(Locale.ROOT);
    }

    private void samePerson() {
        Word first = made.word(made.one("man", "woman"));
        Word last = made.word("family");
        boolean th = made.often();
        String mobile = made.mobile();
        String mail = mail(first, last);
        two.both("name", person(first, last, th), person(first, last, th));
        switch (made.random.nextInt(6)) {
            case 0 -> two.both("mobile", mobile + ", " + made.fixed(), slips.phone(mobile));
            case 1 -> {
                two.right("name", person(first, last, !th));
                two.both("email", mail, slips.email(mail));
                two.both("mobile", mobile, made.mobile());
            }
            case 2 -> {
                two.right("name", person(first, last, !th));
                two.both("mobile", slips.phone(mobile), slips.phone(mobile));
            }
            case 3 -> two.both(two.firm(), "นครหลวงกรุ๊ป", "บริษัท นครหลวงกรุ๊ป จำกัด");
            case 4 -> {
                two.right(
                        "name",
                        person(
                                new Word(slips.sound(first.thai()), slips.latin(first.latin())),
                                new Word(slips.sound(last.thai()), slips.latin(last.latin())),
                                th));
                two.both("mobile", mobile, slips.phone(mobile));
            }
            default -> {
                two.right("name", person(first, new Word(slips.typo(last.thai()), slips.typo(last.latin())), th));
                two.both("email", mail, mail);
            }
        }
    }

    private void otherPerson() {
        boolean man = made.random.nextBoolean();
        Word first = made.word(man ? "man" : "woman");
        Word last = made.word("family");
        Word first2 = made.other(man ? "man" : "woman", first);
        Word last2 = made.other("family", last);
        boolean th = made.often();
        two.left("name", person(first, last, th));
        String office = made.fixed();
        switch (made.random.nextInt(6)) {
            case 0 -> {
                two.right("name", person(first2, last, th));
                two.both("address", "12/3 ซ.อารีย์ 4 พญาไท กทม. 10400", "12/3 ซอยอารีย์ 4 แขวงพญาไท กรุงเทพฯ 10400");
            }
            case 1 -> {
                two.right("name", person(first2, last2, th));
                two.both("phone", office + " ต่อ 101", office + " ต่อ 205");
                two.both(
                        "email",
                        mail(first, last).replaceAll("@.*", "@firm.co.th"),
                        mail(first2, last2).replaceAll("@.*", "@firm.co.th"));
            }
            case 2 -> {
                two.right("name", person(first, last2, th));
                two.both(two.firm(), "ดอยคำ รีสอร์ท", "บจก. ดอยคำรีสอร์ท");
            }
            case 3 -> {
                two.right("name", person(first, last, th));
                two.both("mobile", made.mobile(), made.mobile());
                two.both("email", mail(first, last), "k" + mail(first2, last2));
                two.both(two.firm(), "วินเนอร์ฟาร์ม", "แปซิฟิกเมดิคอล");
            }
            case 4 -> {
                two.right("name", person(first2, last, !th));
                two.both("phone", office, slips.phone(office));
            }
            default -> two.right("name", person(first2, last2, th));
        }
    }
}

package org.salacrm.core.duplicate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Pairs of companies: the same one written down twice, and two that are easily taken for one. */
final class MadeUpCompanies {
    private final MadeUp made;
    private final Slips slips;
    /** Whether these are the pairs that were kept aside: they are written by other templates. */
    private final boolean aside;

    private final CompanyForms forms;

    MadeUpCompanies(MadeUp made, boolean aside) {
        this.made = made;
        this.slips = new Slips(made);
        this.aside = aside;
        this.forms = new CompanyForms(made, aside);
    }

    record Company(MadeUp.Word core, MadeUp.Word trade, String phone, String tax, String domain, Place place) {
        Company named(MadeUp.Word otherCore, MadeUp.Word otherTrade) {
            return new Company(otherCore, otherTrade, phone, tax, domain, place);
        }
    }

    record Place(int house, MadeUp.Word street, MadeUp.Word area) {}

    Company company() {
        MadeUp.Word core = made.word("core");
        MadeUp.Word trade = made.word("trade");
        String domain = (core.latin() + made.digits(2)).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")
                + made.one(".co.th", ".com");
        return new Company(core, trade, made.seldom() ? made.mobile() : made.fixed(), made.taxId(), domain, place());
    }

    Place place() {
        return new Place(1 + made.random.nextInt(900), made.word("street"), made.word("place"));
    }

    private String name(Company c, boolean th) {
        int style = made.random.nextInt(8);
        return th ? forms.thai(c, style) : forms.latin(c, style);
    }

    private String address(Place p, boolean th) {
        String[] area = p.area().in(th).split("/");
        String street = p.street().in(th);
        boolean bangkok = area[3].startsWith("10");
        if (!th) {
            return p.house() + " " + street + made.one(" Road, ", " Rd., ") + area[0] + ", " + area[1] + ", " + area[2]
                    + " " + area[3];
        }
        return aside
                ? made.one("เลขที่ ", "") + p.house() + made.one(" ถ.", " ถนน") + street + (bangkok ? " แขวง" : " ต.")
                        + area[0] + " " + area[1] + " " + (bangkok ? "กทม." : area[2]) + " " + area[3]
                : p.house() + made.one(" ถ.", " ถนน ") + street + made.one(" ", bangkok ? " แขวง" : " ตำบล") + area[0]
                        + (bangkok ? " เขต" : " อ.") + area[1] + " "
                        + (bangkok ? made.one("กรุงเทพฯ", "กรุงเทพมหานคร", "กทม.") : "จ." + area[2]) + " " + area[3];
    }

    private String mail(Company c) {
        return made.one("info@", "sales@", "contact@") + c.domain();
    }

    /** The same company twice. */
    Pairs.Pair same() {
        Company c = company();
        boolean th = made.often();
        Map<String, String> left = new LinkedHashMap<>();
        Map<String, String> right = new LinkedHashMap<>();
        String mail = mail(c);
        left.put("name", name(c, th));
        switch (made.random.nextInt(aside ? 9 : 8)) {
            case 0, 1 -> right.put("name", name(c, th));
            case 2 -> right.put("name", th ? slips.thaiSigns(name(c, true)) : name(c, false));
            case 3 -> {
                right.put(
                        "name",
                        name(
                                c.named(
                                        new MadeUp.Word(
                                                slips.typo(c.core().thai()),
                                                slips.typo(c.core().latin())),
                                        c.trade()),
                                th));
                both(left, right, "phone", c.phone(), slips.phone(c.phone()));
            }
            case 4 -> {
                right.put("name", name(c, !th));
                both(left, right, "taxId", c.tax(), slips.taxId(c.tax()));
                both(left, right, "branchCode", made.one("00000", ""), made.one("สำนักงานใหญ่", "", "0"));
            }
            case 5 -> {
                right.put("name", name(c, !th));
                both(left, right, "phone", c.phone(), slips.phone(c.phone()));
                both(left, right, made.one("email", "address"), made.one(mail), slips.email(mail));
            }
            case 6 -> {
                right.put("name", name(c, th));
                both(left, right, "address", address(c.place(), th), address(c.place(), th));
                both(left, right, "phone", c.phone(), made.fixed());
            }
            case 7 -> {
                right.put("name", name(c, th));
                both(left, right, "phone", c.phone(), slips.phone(made.one(c.phone(), made.mobile())));
                both(left, right, "email", mail, made.often() ? slips.email(mail) : "");
            }
            default -> {
                right.put("name", slips.sound(name(c, th)));
                both(left, right, "website", "http://www." + c.domain() + "/", c.domain());
                both(left, right, "address", address(c.place(), th), address(c.place(), !th));
            }
        }
        if (left.getOrDefault("address", "").contains("@")) {
            both(left, right, "address", address(c.place(), true), address(c.place(), !th));
        }
        return new Pairs.Pair("account", true, left, right);
    }

    private static void both(Map<String, String> left, Map<String, String> right, String field, String a, String b) {
        left.put(field, a);
        right.put(field, b);
    }

    /** Two companies that have much in common. */
    Pairs.Pair different() {
        Company c = company();
        Company other = company();
        boolean th = made.often();
        Map<String, String> left = new LinkedHashMap<>();
        Map<String, String> right = new LinkedHashMap<>();
        left.put("name", name(c, th));
        int which = made.random.nextInt(aside ? 10 : 9);
        Two two = new Two(c, other, th, left, right);
        if (which < 5) {
            ofOneGroup(which, two);
        } else {
            alike(which, two);
        }
        return new Pairs.Pair("account", false, left, right);
    }

    /** Two companies on their way to be a pair. */
    private record Two(Company c, Company other, boolean th, Map<String, String> left, Map<String, String> right) {
        void both(String field, String a, String b) {
            left.put(field, a);
            right.put(field, b);
        }
    }

    private void ofOneGroup(int which, Two two) {
        Company c = two.c();
        boolean th = two.th();
        Map<String, String> left = two.left();
        Map<String, String> right = two.right();
        switch (which) {
            case 0 -> right.put("name", name(c.named(c.core(), made.other("trade", c.trade())), th));
            case 1 -> right.put("name", name(c.named(made.other("core", c.core()), c.trade()), th));
            case 2 -> {
                MadeUp.Word here = made.word("branch");
                String branch = here.in(th);
                String another = made.other("branch", here).in(th);
                left.put("name", name(c, th) + (th ? " สาขา" : " Branch ") + branch);
                right.put("name", name(c, th) + (th ? " สาขา" : " Branch ") + another);
                two.both("taxId", made.one(c.tax(), ""), c.tax());
            }
            case 3 -> {
                right.put("name", name(c, th));
                two.both("taxId", c.tax(), slips.taxId(c.tax()));
                two.both("branchCode", made.one("00000", "สำนักงานใหญ่"), "0000" + (1 + made.random.nextInt(9)));
                two.both("phone", c.phone(), made.often() ? slips.phone(c.phone()) : made.fixed());
            }
            case 4 -> { // one group, one switchboard
                right.put("name", name(c.named(c.core(), made.other("trade", c.trade())), th));
                two.both("phone", c.phone(), slips.phone(c.phone()));
                two.both("address", address(c.place(), th), address(c.place(), th));
            }
            default -> throw new IllegalArgumentException();
        }
    }

    private void alike(int which, Two two) {
        Company c = two.c();
        Company other = two.other();
        boolean th = two.th();
        switch (which) {
            case 5 -> { // one office tower
                String tower = made.word("tower").thai();
                String area = address(c.place(), true);
                two.right().put("name", name(other, th));
                two.both(
                        "address",
                        "อาคาร" + tower + " ชั้น " + (1 + made.random.nextInt(15)) + " " + area,
                        "ชั้น " + (16 + made.random.nextInt(15)) + " อาคาร " + tower + " " + area);
            }
            case 6 -> {
                String number = made.digits(2);
                two.left()
                        .put(
                                "name",
                                forms.thai(
                                        c.named(
                                                c.core(),
                                                new MadeUp.Word(c.trade().thai() + " " + number, "")),
                                        1));
                two.right()
                        .put(
                                "name",
                                forms.thai(
                                        c.named(
                                                c.core(),
                                                new MadeUp.Word(
                                                        c.trade().thai() + " " + number.charAt(0)
                                                                + (number.charAt(1) == '9' ? 1 : 9),
                                                        "")),
                                        0));
            }
            case 7 -> { // one name, two places, two tax numbers
                two.right().put("name", name(c, th));
                two.both("taxId", c.tax(), other.tax());
                two.both(
                        "address",
                        address(new Place(1, c.place().street(), c.place().area()), th),
                        address(
                                new Place(
                                        77,
                                        other.place().street(),
                                        made.other("place", c.place().area())),
                                th));
            }
            default -> apart(which, two);
        }
    }

    private void apart(int which, Two two) {
        Company c = two.c();
        Company other = two.other();
        boolean th = two.th();
        switch (which) {
            case 8 -> {
                two.right()
                        .put(
                                "name",
                                name(other.named(made.other("core", c.core()), other.trade()), made.often() == th));
                two.both("phone", c.phone(), slips.phone(made.often() ? other.phone() : c.phone()));
            }
            default -> {
                two.right()
                        .put(
                                "name",
                                name(
                                        c.named(
                                                new MadeUp.Word(
                                                        c.core().thai()
                                                                + made.other("core", c.core())
                                                                        .thai(),
                                                        c.core().latin() + " "
                                                                + made.other("core", c.core())
                                                                        .latin()),
                                                c.trade()),
                                        th));
                two.both("email", mail(c), mail(other));
            }
        }
    }
}

package org.salacrm.core.duplicate;

import java.util.Locale;

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

        String thai() {
            return core.thai() + trade.thai();
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
        Two two = new Two("account");
        String mail = mail(c);
        two.left("name", name(c, th));
        switch (made.random.nextInt(aside ? 9 : 8)) {
            case 0, 1 -> two.right("name", name(c, th));
            case 2 -> two.right("name", th ? slips.thaiSigns(name(c, true)) : name(c, false));
            case 3 -> {
                two.right(
                        "name",
                        name(
                                c.named(
                                        new MadeUp.Word(
                                                slips.typo(c.core().thai()),
                                                slips.typo(c.core().latin())),
                                        c.trade()),
                                th));
                two.both("phone", c.phone(), slips.phone(c.phone()));
            }
            case 4 -> {
                two.right("name", name(c, !th));
                two.both("taxId", c.tax(), slips.taxId(c.tax()));
                two.both("branchCode", made.one("00000", ""), made.one("สำนักงานใหญ่", "", "0"));
            }
            case 5 -> {
                two.right("name", name(c, !th));
                two.both("phone", c.phone(), slips.phone(c.phone()));
                two.both(made.one("email", "address"), made.one(mail), slips.email(mail));
            }
            case 6 -> {
                two.right("name", name(c, th));
                two.both("address", address(c.place(), th), address(c.place(), th));
                two.both("phone", c.phone(), made.fixed());
            }
            case 7 -> {
                two.right("name", name(c, th));
                two.both("phone", c.phone(), slips.phone(made.one(c.phone(), made.mobile())));
                two.both("email", mail, made.often() ? slips.email(mail) : "");
            }
            default -> {
                two.right("name", slips.sound(name(c, th)));
                two.both("website", "http://www." + c.domain() + "/", c.domain());
                two.both("address", address(c.place(), th), address(c.place(), !th));
            }
        }
        if (two.left().getOrDefault("address", "").contains("@")) {
            two.both("address", address(c.place(), true), address(c.place(), !th));
        }
        return two.pair(true);
    }

    /** Two companies that have much in common. */
    Pairs.Pair different() {
        return new Different().pair();
    }

    /** Two companies. What is drawn first stands first. */
    private final class Different {
        private final Company c = company();
        private final Company other = company();
        private final boolean th = made.often();
        private final Two two = new Two("account");

        Pairs.Pair pair() {
            two.left("name", name(c, th));
            int which = made.random.nextInt(aside ? 10 : 9);
            if (which < 5) {
                ofOneGroup(which);
            } else {
                alike(which);
            }
            return two.pair(false);
        }

        private void ofOneGroup(int which) {
            switch (which) {
                case 0 -> two.right("name", name(c.named(c.core(), made.other("trade", c.trade())), th));
                case 1 -> two.right("name", name(c.named(made.other("core", c.core()), c.trade()), th));
                case 2 -> {
                    MadeUp.Word here = made.word("branch");
                    String branch = here.in(th);
                    String another = made.other("branch", here).in(th);
                    two.left("name", name(c, th) + (th ? " สาขา" : " Branch ") + branch);
                    two.right("name", name(c, th) + (th ? " สาขา" : " Branch ") + another);
                    two.both("taxId", made.one(c.tax(), ""), c.tax());
                }
                case 3 -> {
                    two.right("name", name(c, th));
                    two.both("taxId", c.tax(), slips.taxId(c.tax()));
                    two.both("branchCode", made.one("00000", "สำนักงานใหญ่"), "0000" + (1 + made.random.nextInt(9)));
                    two.both("phone", c.phone(), made.often() ? slips.phone(c.phone()) : made.fixed());
                }
                case 4 -> { // one group, one switchboard
                    two.right("name", name(c.named(c.core(), made.other("trade", c.trade())), th));
                    two.both("phone", c.phone(), slips.phone(c.phone()));
                    two.both("address", address(c.place(), th), address(c.place(), th));
                }
                default -> throw new IllegalArgumentException();
            }
        }

        private void alike(int which) {
            switch (which) {
                case 5 -> { // one office tower
                    String tower = made.word("tower").thai();
                    String area = address(c.place(), true);
                    two.right("name", name(other, th));
                    two.both(
                            "address",
                            "อาคาร" + tower + " ชั้น " + (1 + made.random.nextInt(15)) + " " + area,
                            "ชั้น " + (16 + made.random.nextInt(15)) + " อาคาร " + tower + " " + area);
                }
                case 6 -> {
                    String number = made.digits(2);
                    two.left(
                            "name",
                            forms.thai(
                                    c.named(c.core(), new MadeUp.Word(c.trade().thai() + " " + number, "")), 1));
                    two.right(
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
                    two.right("name", name(c, th));
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
                default -> apart(which);
            }
        }

        private void apart(int which) {
            switch (which) {
                case 8 -> {
                    two.right(
                            "name", name(other.named(made.other("core", c.core()), other.trade()), made.often() == th));
                    two.both("phone", c.phone(), slips.phone(made.often() ? other.phone() : c.phone()));
                }
                default -> {
                    two.right(
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
}

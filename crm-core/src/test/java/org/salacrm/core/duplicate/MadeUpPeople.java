package org.salacrm.core.duplicate;

import java.util.Locale;
import java.util.Map;

/** Pairs of people: the same one written down twice, and two that are easily taken for one. */
final class MadeUpPeople {
    private final MadeUp made;
    private final Slips slips;
    private final MadeUpCompanies companies;
    private final boolean aside;

    MadeUpPeople(MadeUp made, MadeUpCompanies companies, boolean aside) {
        this.made = made;
        this.slips = new Slips(made);
        this.companies = companies;
        this.aside = aside;
    }

    record Person(boolean man, MadeUp.Word first, MadeUp.Word last, String mobile, String mail) {
        Person called(MadeUp.Word otherFirst, MadeUp.Word otherLast) {
            return new Person(man, otherFirst, otherLast, mobile, mail);
        }
    }

    private Person person() {
        boolean man = made.random.nextBoolean();
        MadeUp.Word first = made.word(man ? "man" : "woman");
        MadeUp.Word last = made.word("family");
        String local = first.latin()
                + made.one(".", "_", "")
                + (made.often() ? last.latin().charAt(0) : last.latin())
                + made.digits(aside ? 1 : 2);
        return new Person(
                man,
                first,
                last,
                made.mobile(),
                (local + "@" + made.one("gmail.com", "hotmail.com", "yahoo.co.th", "outlook.com"))
                        .toLowerCase(Locale.ROOT));
    }

    private String name(Person p, boolean th) {
        String first = p.first().in(th);
        String last = p.last().in(th);
        String plain = first + " " + last;
        String[] thaiTitles =
                p.man() ? new String[] {"นาย", "คุณ", "นาย ", "คุณ "} : new String[] {"นางสาว", "คุณ", "น.ส. ", "น.ส."};
        String[] latinTitles =
                p.man() ? new String[] {"Mr. ", "Mr ", "Khun "} : new String[] {"Ms. ", "Miss ", "Khun "};
        if (aside) {
            return th
                    ? made.one(
                            plain,
                            made.one("ดร.", "คุณ", p.man() ? "นาย" : "นาง") + plain,
                            first + "  " + last,
                            first + last,
                            plain + " (คุณ" + made.one("ต้น", "นก", "เอ") + ")",
                            "ว่าที่ ร.ต." + plain)
                    : made.one(
                            plain,
                            plain.toUpperCase(Locale.ROOT),
                            last + ", " + first,
                            "K. " + plain,
                            "Dr. " + plain,
                            last.toUpperCase(Locale.ROOT) + " " + first);
        }
        return th
                ? made.one(plain, made.one(thaiTitles) + plain)
                : made.one(plain, made.one(latinTitles) + plain, plain.toUpperCase(Locale.ROOT));
    }

    Pairs.Pair same() {
        Person p = person();
        boolean th = made.often();
        Two two = new Two(made.one("lead", "contact"));
        two.both("name", name(p, th), name(p, th));
        switch (made.random.nextInt(aside ? 9 : 8)) {
            case 0 -> {} // the name alone
            case 1 -> {
                two.right("name", th ? slips.thaiSigns(name(p, true)) : name(p, false));
                two.both("mobile", p.mobile(), made.often() ? slips.phone(p.mobile()) : "");
            }
            case 2 -> {
                two.right("name", name(p, !th));
                two.both("mobile", p.mobile(), slips.phone(p.mobile()));
            }
            case 3 -> {
                two.right("name", th ? slips.sound(name(p, true)) : slips.latin(name(p, false)));
                two.both("email", p.mail(), slips.email(p.mail()));
            }
            case 4 -> {
                two.right(
                        "name",
                        (made.often() ? "" : th ? "คุณ" : "Khun ") + p.first().in(th));
                two.both("mobile", p.mobile(), slips.phone(p.mobile()));
            }
            case 5 -> {
                MadeUp.Word last = new MadeUp.Word(
                        slips.typo(p.last().thai()), slips.typo(p.last().latin()));
                two.right("name", name(p.called(p.first(), last), th));
                two.both("mobile", p.mobile(), made.often() ? slips.phone(p.mobile()) : "");
            }
            case 6 -> { // another phone, the same firm
                MadeUpCompanies.Company c = companies.company();
                two.both("mobile", p.mobile(), made.mobile());
                two.both(two.firm(), "บริษัท " + c.thai() + " จำกัด", "บจก. " + c.thai());
            }
            case 7 -> {
                two.both("email", p.mail(), slips.email(p.mail()));
                two.both("mobile", p.mobile(), slips.phone(made.often() ? p.mobile() : made.mobile()));
            }
            default -> { // an initial
                two.right("name", initialled(p, th));
                two.both("email", p.mail(), slips.email(p.mail()));
            }
        }
        return two.pair(true);
    }

    /** With the first letter of the family name; a Thai vowel is none. */
    private String initialled(Person p, boolean th) {
        char letter = p.last().in(th).charAt(0);
        return "เแโไใ".indexOf(letter) >= 0 ? name(p, th) : p.first().in(th) + " " + letter + ".";
    }

    Pairs.Pair different() {
        return new Different().pair();
    }

    /** Two people, and what one of them might be called besides. What is drawn first stands first. */
    private final class Different {
        private final Person p = person();
        private final Person q = person();
        private final boolean th = made.often();
        private final Two two = new Two(made.one("lead", "contact"));
        private final String name = name(p, th);
        private final MadeUp.Word first = made.other(p.man() ? "man" : "woman", p.first());
        private final MadeUp.Word last = made.other("family", p.last());

        Pairs.Pair pair() {
            two.both("name", name, name(p.called(first, p.last()), th));
            int which = made.random.nextInt(aside ? 9 : 8);
            if (which < 4) {
                ofOneHouse(which);
            } else {
                alike(which);
            }
            if (two.isLead()) {
                tellApart();
            }
            return two.pair(false);
        }

        private void ofOneHouse(int which) {
            switch (which) {
                case 0 -> { // a family at home
                    String home = "02" + p.mobile().substring(3);
                    two.both("phone", home, home);
                }
                case 1 -> two.right("name", name(p.called(p.first(), last), th));
                case 2 -> { // colleagues
                    String office = made.fixed();
                    MadeUpCompanies.Company c = companies.company();
                    two.right("name", name(q.called(first, last), th));
                    two.both("phone", office, slips.phone(office));
                    two.both(two.firm(), c.thai(), "บริษัท " + c.thai() + " จำกัด");
                    two.both("email", mailbox(p) + "@" + c.domain(), mailbox(q) + "x@" + c.domain());
                }
                case 3 -> { // a married couple
                    MadeUp.Word other = made.word(p.man() ? "woman" : "man");
                    two.right("name", name(new Person(!p.man(), other, p.last(), "", ""), th));
                    MadeUpCompanies.Place home = companies.place();
                    String at = home.house() + " ถ." + home.street().thai() + " "
                            + home.area().thai().replace('/', ' ');
                    two.both("address", at, at);
                    two.both("mobile", p.mobile(), q.mobile());
                }
                default -> throw new IllegalArgumentException();
            }
        }

        private String mailbox(Person person) {
            return person.first().latin().toLowerCase(Locale.ROOT);
        }

        private void alike(int which) {
            switch (which) {
                case 4 -> { // a common name
                    two.right("name", name(p, th));
                    two.both("mobile", p.mobile(), q.mobile());
                    two.both("email", p.mail(), q.mail());
                    two.both(two.firm(), companies.company().core().thai(), made.digits(3) + " มอเตอร์");
                }
                case 5 -> {
                    two.right("name", name(p, th));
                    two.both(
                            "birthday",
                            "19" + (50 + made.random.nextInt(20)) + "-03-1" + made.digits(1),
                            "19" + (75 + made.random.nextInt(20)) + "-11-0" + (1 + made.random.nextInt(9)));
                    two.both("mobile", p.mobile(), q.mobile());
                }
                case 6 -> {
                    String shared =
                            made.one("info@", "sales@") + companies.company().domain();
                    two.right("name", name(q.called(first, last), made.often() == th));
                    two.both("email", shared, shared);
                }
                case 7 -> two.right("name", name(q.called(first, last), !th));
                default -> {
                    two.right("name", name(p.called(first, last), th));
                    String begin = p.mobile().substring(0, 8);
                    two.both("mobile", p.mobile(), begin + (p.mobile().charAt(8) == '1' ? "22" : "11"));
                }
            }
        }

        /** A lead has no birthday: two of one name with nothing but a telephone are not known to differ. */
        private void tellApart() {
            Map<String, String> left = two.left();
            left.remove("birthday");
            two.right().remove("birthday");
            boolean oneName = left.get("name").equals(two.right().get("name"));
            if (left.size() == 2 && left.containsKey("mobile") && oneName) {
                two.both("email", p.mail(), "x" + q.mail());
            }
        }
    }
}

package org.salacrm.core.duplicate;

import java.util.LinkedHashMap;
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

    private Map<String, String> named(String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", name);
        return fields;
    }

    Pairs.Pair same() {
        Person p = person();
        boolean th = made.often();
        String entity = made.one("lead", "contact");
        String firm = entity.equals("lead") ? "company" : "account";
        Map<String, String> left = named(name(p, th));
        Map<String, String> right = named(name(p, th));
        switch (made.random.nextInt(aside ? 9 : 8)) {
            case 0 -> {} // the name alone
            case 1 -> {
                right = named(th ? slips.thaiSigns(name(p, true)) : name(p, false));
                both(left, right, "mobile", p.mobile(), made.often() ? slips.phone(p.mobile()) : "");
            }
            case 2 -> {
                right = named(name(p, !th));
                both(left, right, "mobile", p.mobile(), slips.phone(p.mobile()));
            }
            case 3 -> {
                right = named(th ? slips.sound(name(p, true)) : slips.latin(name(p, false)));
                both(left, right, "email", p.mail(), slips.email(p.mail()));
            }
            case 4 -> {
                right = named(
                        made.often()
                                ? p.first().in(th)
                                : (th ? "คุณ" : "Khun ") + p.first().in(th));
                both(left, right, "mobile", p.mobile(), slips.phone(p.mobile()));
            }
            case 5 -> {
                MadeUp.Word last = new MadeUp.Word(
                        slips.typo(p.last().thai()), slips.typo(p.last().latin()));
                right = named(name(p.called(p.first(), last), th));
                both(left, right, "mobile", p.mobile(), made.often() ? slips.phone(p.mobile()) : "");
            }
            case 6 -> { // another phone, the same firm
                MadeUpCompanies.Company c = companies.company();
                both(left, right, "mobile", p.mobile(), made.mobile());
                both(
                        left,
                        right,
                        firm,
                        "บริษัท " + c.core().thai() + c.trade().thai() + " จำกัด",
                        "บจก. " + c.core().thai() + c.trade().thai());
            }
            case 7 -> {
                both(left, right, "email", p.mail(), slips.email(p.mail()));
                both(left, right, "mobile", p.mobile(), slips.phone(made.often() ? p.mobile() : made.mobile()));
            }
            default -> { // an initial
                right = named(initialled(p, th));
                both(left, right, "email", p.mail(), slips.email(p.mail()));
            }
        }
        return new Pairs.Pair(entity, true, left, right);
    }

    /** With the first letter of the family name; a Thai vowel is none. */
    private String initialled(Person p, boolean th) {
        char letter = p.last().in(th).charAt(0);
        return "เแโไใ".indexOf(letter) >= 0 ? name(p, th) : p.first().in(th) + " " + letter + ".";
    }

    Pairs.Pair different() {
        Person p = person();
        Person q = person();
        boolean th = made.often();
        String entity = made.one("lead", "contact");
        String firm = entity.equals("lead") ? "company" : "account";
        Map<String, String> left = named(name(p, th));
        MadeUp.Word first = made.other(p.man() ? "man" : "woman", p.first());
        MadeUp.Word last = made.other("family", p.last());
        Map<String, String> right = named(name(p.called(first, p.last()), th));
        int which = made.random.nextInt(aside ? 9 : 8);
        Two two = new Two(p, q, th, first, last, firm, left, right);
        if (which < 4) {
            ofOneHouse(which, two);
        } else {
            alike(which, two);
        }
        if (entity.equals("lead")) {
            left.remove("birthday");
            right.remove("birthday");
            if (left.size() == 2
                    && left.containsKey("mobile")
                    && left.get("name").equals(right.get("name"))) {
                both(left, right, "email", p.mail(), "x" + q.mail());
            }
        }
        return new Pairs.Pair(entity, false, left, right);
    }

    /** Two people on their way to be a pair. */
    private record Two(
            Person p,
            Person q,
            boolean th,
            MadeUp.Word first,
            MadeUp.Word last,
            String firm,
            Map<String, String> left,
            Map<String, String> right) {}

    private void ofOneHouse(int which, Two two) {
        Person p = two.p();
        Person q = two.q();
        boolean th = two.th();
        MadeUp.Word first = two.first();
        MadeUp.Word last = two.last();
        String firm = two.firm();
        Map<String, String> left = two.left();
        Map<String, String> right = two.right();
        switch (which) {
            case 0 ->
                both(
                        left,
                        right,
                        "phone",
                        "02" + p.mobile().substring(3),
                        "02" + p.mobile().substring(3)); // a family at home
            case 1 -> right.put("name", name(p.called(p.first(), last), th));
            case 2 -> { // colleagues
                String office = made.fixed();
                MadeUpCompanies.Company c = companies.company();
                right.put("name", name(q.called(first, last), th));
                both(left, right, "phone", office, slips.phone(office));
                both(
                        left,
                        right,
                        firm,
                        c.core().thai() + c.trade().thai(),
                        "บริษัท " + c.core().thai() + c.trade().thai() + " จำกัด");
                both(
                        left,
                        right,
                        "email",
                        p.first().latin().toLowerCase(Locale.ROOT) + "@" + c.domain(),
                        q.first().latin().toLowerCase(Locale.ROOT) + "x@" + c.domain());
            }
            case 3 -> { // a married couple
                right.put(
                        "name", name(new Person(!p.man(), made.word(p.man() ? "woman" : "man"), p.last(), "", ""), th));
                MadeUpCompanies.Place home = companies.place();
                String at = home.house() + " ถ." + home.street().thai() + " "
                        + home.area().thai().replace('/', ' ');
                both(left, right, "address", at, at);
                both(left, right, "mobile", p.mobile(), q.mobile());
            }
            default -> throw new IllegalArgumentException();
        }
    }

    private void alike(int which, Two two) {
        Person p = two.p();
        Person q = two.q();
        boolean th = two.th();
        MadeUp.Word first = two.first();
        MadeUp.Word last = two.last();
        String firm = two.firm();
        Map<String, String> left = two.left();
        Map<String, String> right = two.right();
        switch (which) {
            case 4 -> { // a common name
                right.put("name", name(p, th));
                both(left, right, "mobile", p.mobile(), q.mobile());
                both(left, right, "email", p.mail(), q.mail());
                both(left, right, firm, companies.company().core().thai(), made.digits(3) + " มอเตอร์");
            }
            case 5 -> {
                right.put("name", name(p, th));
                both(
                        left,
                        right,
                        "birthday",
                        "19" + (50 + made.random.nextInt(20)) + "-03-1" + made.digits(1),
                        "19" + (75 + made.random.nextInt(20)) + "-11-0" + (1 + made.random.nextInt(9)));
                both(left, right, "mobile", p.mobile(), q.mobile());
            }
            case 6 -> {
                String shared =
                        made.one("info@", "sales@") + companies.company().domain();
                right.put("name", name(q.called(first, last), made.often() == th));
                both(left, right, "email", shared, shared);
            }
            case 7 -> right.put("name", name(q.called(first, last), !th));
            default -> {
                right.put("name", name(p.called(first, last), th));
                String mobile = p.mobile();
                both(left, right, "mobile", mobile, mobile.substring(0, 8) + (mobile.charAt(8) == '1' ? "22" : "11"));
            }
        }
    }

    private static void both(Map<String, String> left, Map<String, String> right, String field, String a, String b) {
        left.put(field, a);
        right.put(field, b);
    }
}

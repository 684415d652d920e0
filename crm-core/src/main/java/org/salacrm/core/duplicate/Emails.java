package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Compares e-mail addresses. */
final class Emails implements Comparison<List<Emails.Address>> {
    private static final Set<String> FREE = Set.of(
            "gmail.com",
            "hotmail.com",
            "hotmail.co.th",
            "outlook.com",
            "outlook.co.th",
            "yahoo.com",
            "yahoo.co.th",
            "live.com",
            "windowslive.com",
            "msn.com",
            "icloud.com",
            "me.com",
            "mail.com",
            "proton.me",
            "protonmail.com",
            "ymail.com",
            "aol.com",
            "gmx.com",
            "thaimail.com",
            "line.me");
    private static final Set<String> SHARED = Set.of(
            "info",
            "sales",
            "sale",
            "contact",
            "admin",
            "office",
            "account",
            "accounting",
            "accounts",
            "hr",
            "support",
            "service",
            "services",
            "marketing",
            "purchase",
            "purchasing",
            "mail",
            "email",
            "webmaster",
            "hello",
            "order",
            "orders",
            "finance",
            "customer",
            "customerservice",
            "enquiry",
            "inquiry",
            "reception",
            "thai",
            "export",
            "import",
            "procurement",
            "secretary",
            "shop",
            "company",
            "center",
            "centre",
            "callcenter");
    private static final Pattern BETWEEN = Pattern.compile("[,;/\\s]+");
    private static final Pattern AROUND = Pattern.compile("^mailto:|[<>\\s]");
    private static final Pattern DOTS = Pattern.compile("\\.+$");
    private static final Pattern NUMBER = Pattern.compile("[0-9._-]+$");

    /** Letters from which a name before the @ is hardly chosen by two. */
    private static final int TELLING = 6;

    private static final double OFFICE = 0.15;
    private static final double SLIP_IN_NAME = 0.5;
    private static final double SLIP_IN_DOMAIN = 0.8;
    /** Others of one house: for a company a sign, for people one against it. */
    private static final double COLLEAGUES = 0.5;

    private static final double OTHER_PRIVATE = -0.7;
    /** One name in two houses, of which one gives addresses to everybody. */
    private static final double MOVED = 0.4;

    private static final double NAMESAKE = 0.2;
    private static final double PRIVATE_AND_OFFICE = -0.4;
    private static final double NOTHING_SHARED = -0.8;

    private final boolean people;

    /** @param people whether the records are people, who share the address of an office */
    Emails(boolean people) {
        this.people = people;
    }

    /** @param shared whether an office reads it and not one person */
    record Address(String local, String domain, boolean shared) {
        static Address of(String text) {
            String plain = AROUND.matcher(Letters.of(text)).replaceAll("");
            int at = plain.lastIndexOf('@');
            String local = plain.substring(0, Math.max(0, at));
            String domain = DOTS.matcher(plain.substring(at + 1)).replaceFirst("");
            domain = domain.equals("googlemail.com") ? "gmail.com" : domain;
            int tag = local.indexOf('+');
            local = tag > 0 ? local.substring(0, tag) : local;
            local = domain.equals("gmail.com") ? local.replace(".", "") : local; // there dots do not count
            return new Address(
                    local, domain, SHARED.contains(NUMBER.matcher(local).replaceFirst("")));
        }

        boolean free() {
            return FREE.contains(domain);
        }

        String text() {
            return local + "@" + domain;
        }
    }

    @Override
    public List<Address> read(List<String> texts) {
        List<Address> all = new ArrayList<>();
        for (String text : texts) {
            for (String one : BETWEEN.split(text)) {
                Address address = Address.of(one);
                if (!address.local().isEmpty() && address.domain().indexOf('.') > 0) {
                    all.add(address);
                }
            }
        }
        return all;
    }

    @Override
    public double agreement(List<Address> a, List<Address> b) {
        return Comparison.best(a, b, this::one);
    }

    private double one(Address a, Address b) {
        boolean local = a.local().equals(b.local());
        if (a.domain().equals(b.domain())) {
            if (local) {
                return people && a.shared() ? OFFICE : 1;
            }
            if (a.local().length() >= TELLING && Edits.distance(a.local(), b.local()) <= 1 && !isNumbered(a, b)) {
                return SLIP_IN_NAME;
            }
            if (a.free()) {
                return OTHER_PRIVATE;
            }
            return !people ? COLLEAGUES : a.shared() || b.shared() ? 0 : -COLLEAGUES;
        }
        if (local && !a.shared() && a.local().length() >= TELLING) {
            boolean slip = Edits.distance(a.domain(), b.domain()) <= 1;
            return slip ? SLIP_IN_DOMAIN : a.free() || b.free() ? MOVED : NAMESAKE;
        }
        return a.free() || b.free() ? PRIVATE_AND_OFFICE : NOTHING_SHARED;
    }

    /** Two that differ in a number only are two mailboxes. */
    private static boolean isNumbered(Address a, Address b) {
        return !a.local().equals(b.local())
                && a.local().replaceAll("[0-9]", "").equals(b.local().replaceAll("[0-9]", ""));
    }

    @Override
    public void keys(List<Address> addresses, Consumer<String> keys) {
        addresses.forEach(address -> keys.accept(address.text()));
    }
}

package org.salacrm.core.demo;

import java.util.List;
import java.util.Locale;

/** Makes up people and their telephone numbers. */
final class People {
    private static final List<List<String>> NAMES = Sheet.read("people.tsv");
    private static final List<List<String>> SURNAMES = Sheet.read("surnames.txt");
    private final Chance chance;

    People(Chance chance) {
        this.chance = chance;
    }

    /** @param mail the part of an e-mail address that names him */
    record Person(String salutation, String first, String last, String mail) {
        String full() {
            return first + " " + last;
        }
    }

    Person meet() {
        List<String> name = chance.of(NAMES);
        boolean man = name.get(0).equals("ช");
        String salutation = chance.percent(50) ? "khun" : man ? "mr" : chance.percent(30) ? "mrs" : "ms";
        return new Person(
                salutation,
                name.get(1),
                chance.of(SURNAMES).get(0),
                name.get(2).toLowerCase(Locale.ROOT) + "." + (char) chance.between('a', 'z'));
    }

    String mobile() {
        return "0" + chance.word("81 82 84 85 86 87 89 91 92 95 98 62 64") + "-" + digits(3) + "-" + digits(4);
    }

    String phone(String area) {
        return area.equals("02")
                ? "02-" + chance.between(2, 9) + digits(2) + "-" + digits(4)
                : area + "-" + chance.between(2, 9) + digits(5);
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(chance.between(0, 9));
        }
        return digits.toString();
    }
}

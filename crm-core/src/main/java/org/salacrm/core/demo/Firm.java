package org.salacrm.core.demo;

import java.util.List;
import java.util.Map;

/**
 * A made-up customer: a name and trade that a Thai reader believes, a place that exists, a tax id whose check digit
 * is right.
 *
 * @param site its part of an e-mail address
 */
record Firm(String name, String nameEn, String trade, String taxId, String site, Where where) {

    /** A place that exists: area is the prefix of its telephone numbers. */
    record Where(String territory, Map<String, Object> address, String area) {}

    /** Thinks up firms, no two of the same name. */
    static final class Founder {
        private final Chance chance;
        private final List<List<String>> stems = Sheet.read("stems.tsv");
        private final List<List<String>> trades = Sheet.read("trades.tsv");
        private final List<List<String>> places = Sheet.read("places.tsv");
        private final List<List<String>> streets = Sheet.read("streets.tsv");
        private final java.util.Set<String> taken = new java.util.HashSet<>();

        Founder(Chance chance) {
            this.chance = chance;
        }

        Firm found() {
            List<String> first = chance.of(stems);
            List<String> second = chance.of(stems);
            List<String> trade = chance.of(trades);
            String th = first.get(0) + second.get(0) + trade.get(1);
            if (first.equals(second) || !taken.add(th)) {
                return found();
            }
            String en = first.get(1) + " " + second.get(1) + " " + trade.get(2);
            int form = chance.between(0, 9);
            String name =
                    form < 7 ? "บริษัท " + th + " จำกัด" : form < 9 ? "หจก. " + th : "บริษัท " + th + " จำกัด (มหาชน)";
            String nameEn = en + (form < 7 ? " Co., Ltd." : form < 9 ? " Ltd., Part." : " PCL");
            List<String> place = chance.of(places);
            String kind = form < 7 ? "5" : form < 9 ? "3" : "7";
            String site = (first.get(1) + second.get(1) + "-" + trade.get(2).split(" ")[0])
                    .toLowerCase(java.util.Locale.ROOT);
            return new Firm(name, nameEn, trade.get(0), taxId(place.get(1), kind), site + ".example", where(place));
        }

        private Where where(List<String> place) {
            List<String> fitting = streets.stream()
                    .filter(s -> s.get(0).equals(place.get(2).equals("กรุงเทพมหานคร") ? place.get(2) : "*"))
                    .map(s -> s.get(1))
                    .toList();
            String number = chance.between(1, 899) + (chance.percent(60) ? "/" + chance.between(1, 99) : "");
            return new Where(
                    place.get(0),
                    Map.of(
                            "street", number + " " + chance.of(fitting),
                            "district", place.get(3),
                            "subDistrict", place.get(4),
                            "province", place.get(2),
                            "postcode", place.get(5),
                            "country", "ไทย"),
                    place.get(6));
        }

        /** Of a legal person: 0, province, form, year of registration, running number, check digit. */
        private String taxId(String province, String kind) {
            String digits = "0" + province + kind + "5" + chance.between(30, 66)
                    + String.format("%05d", chance.between(100, 19999));
            int sum = 0;
            for (int i = 0; i < 12; i++) {
                sum += (digits.charAt(i) - '0') * (13 - i);
            }
            return digits + (11 - sum % 11) % 10;
        }
    }
}

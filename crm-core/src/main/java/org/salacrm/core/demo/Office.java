package org.salacrm.core.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.security.Caller;

/** The company itself: its teams, people, departments, territories, products and rivals. */
final class Office {
    private final Pen pen;
    private final Queries queries;
    private final Map<String, Long> territories = new LinkedHashMap<>();
    private final Map<String, Long> teams = new LinkedHashMap<>();
    private final List<Seller> sellers = new ArrayList<>();

    /** Somebody who works with customers, and where. */
    record Seller(Caller caller, long team, String territory, String role) {
        long id() {
            return caller.user();
        }

        boolean sells() {
            return role.startsWith("Sales");
        }
    }

    Office(Pen pen, Queries queries) {
        this.pen = pen;
        this.queries = queries;
    }

    void open() {
        company();
        named(
                        "territory",
                        List.of(
                                "กรุงเทพฯ|Bangkok|BKK",
                                "กลาง|Central|C",
                                "ตะวันออก|East|E",
                                "เหนือ|North|N",
                                "อีสาน|Northeast|NE",
                                "ใต้|South|S"))
                .forEach(territories::put);
        for (List<String> area : Sheet.read("areas.tsv")) {
            pen.create(
                    "postalArea",
                    Map.of(
                            "postcode", area.get(0),
                            "subDistrict", area.get(1),
                            "district", area.get(2),
                            "province", area.get(3)));
        }
        Map<String, Long> departments = named(
                "department",
                List.of("ฝ่ายขาย|Sales|10", "ฝ่ายบริการ|Service|20", "ฝ่ายสารสนเทศ|IT|30", "ฝ่ายบัญชี|Accounting|40"));
        for (String team : List.of(
                "ทีมขายกรุงเทพฯ|Bangkok sales", "ทีมขายภูมิภาค|Regional sales", "ทีมบริการลูกค้า|Customer service")) {
            String[] names = team.split("\\|");
            teams.put(names[0], pen.create("team", Map.of("name", names[0], "nameEn", names[1])));
        }
        staff(departments);
        products();
        for (List<String> rival : Sheet.read("competitors.tsv")) {
            pen.create(
                    "competitor",
                    Map.of(
                            "name", rival.get(0),
                            "website", "https://" + rival.get(1),
                            "strengths", rival.get(2),
                            "weaknesses", rival.get(3)));
        }
    }

    List<Seller> sellers() {
        return sellers;
    }

    Map<String, Long> territories() {
        return territories;
    }

    private void company() {
        Map<String, Object> place = Map.of(
                "code", "00000",
                "name", "สำนักงานใหญ่",
                "nameEn", "Head office",
                "street", "99/9 อาคารศาลาทาวเวอร์ ชั้น 12 ถ.พระราม 9",
                "subDistrict", "ห้วยขวาง",
                "district", "ห้วยขวาง",
                "province", "กรุงเทพมหานคร",
                "postcode", "10310");
        pen.create(
                "company",
                Map.of(
                        "nameTh", "บริษัท ศาลาโซลูชั่น จำกัด",
                        "nameEn", "Sala Solutions Co., Ltd.",
                        "taxId", "0105558000014",
                        "phone", "02-246-8100",
                        "email", "info@sala-solutions.example",
                        "branches", List.of(place)));
    }

    private Map<String, Long> named(String entity, List<String> rows) {
        Map<String, Long> made = new LinkedHashMap<>();
        for (String row : rows) {
            String[] words = row.split("\\|");
            made.put(words[0], pen.create(entity, Map.of("name", words[0], "nameEn", words[1], "code", words[2])));
        }
        return made;
    }

    private void staff(Map<String, Long> departments) {
        Map<String, Long> roles = roles();
        for (List<String> row : Sheet.read("users.tsv")) {
            long team = teams.get(row.get(4));
            long role = roles.get(row.get(5));
            Map<String, Object> values = new HashMap<>();
            values.put("login", row.get(0));
            values.put("name", row.get(1));
            values.put("nameEn", row.get(2));
            values.put("nickname", row.get(3));
            values.put("email", row.get(0) + "@sala-solutions.example");
            values.put("team", team);
            values.put("roles", List.of(Map.of("role", role)));
            values.put("jobTitle", row.get(6));
            values.put("department", departments.get(row.get(7)));
            values.put("territory", territories.get(row.get(8)));
            long user = pen.create("user", values);
            Caller caller = new Caller(user, row.get(0), "th", Set.of(team), Set.of(role), Caller.Kind.SYSTEM, "demo");
            if (sellers.stream().noneMatch(seller -> seller.team() == team)) {
                pen.update("team", team, Map.of("manager", user));
            }
            sellers.add(new Seller(caller, team, row.get(8), row.get(5)));
        }
    }

    private Map<String, Long> roles() {
        Map<String, Long> roles = new HashMap<>();
        queries.each(
                Query.of("role", "nameEn"),
                row -> roles.put((String) row.values().get(0), row.id()));
        return roles;
    }

    private void products() {
        Map<String, Long> groups = new HashMap<>();
        Map<String, Long> units = new HashMap<>();
        for (List<String> row : Sheet.read("products.tsv")) {
            long group = groups.computeIfAbsent(
                    row.get(0), name -> pen.create("productGroup", Map.of("name", name, "nameEn", row.get(1))));
            long unit = units.computeIfAbsent(row.get(5), name -> pen.create("unit", Map.of("name", name)));
            pen.create(
                    "product",
                    Map.of(
                            "code", row.get(2),
                            "name", row.get(3),
                            "nameEn", row.get(4),
                            "productGroup", group,
                            "unit", unit,
                            "standardPrice", new BigDecimal(row.get(6)),
                            "type", row.get(7)));
        }
    }
}

package org.salacrm.core.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.core.demo.Office.Seller;

/** The customers the company has won over the years, each with the people it talks to there. */
final class Customers {
    private final Pen pen;
    private final Chance chance;
    private final Office office;
    private int number = 100;

    Customers(Pen pen, Chance chance, Office office) {
        this.pen = pen;
        this.chance = chance;
        this.office = office;
    }

    /** A customer; his id and contacts are there once the day of his first order has been lived through. */
    static final class Customer {
        final Firm firm;
        final Seller seller;
        final int since;
        final Chance chance;
        long id;
        final List<Long> contacts = new ArrayList<>();

        Customer(Firm firm, Seller seller, int since, Chance chance) {
            this.firm = firm;
            this.seller = seller;
            this.since = since;
            this.chance = chance.own();
        }
    }

    /** Whoever sells where the firm is. */
    Seller sellerOf(Firm firm) {
        List<Seller> near = office.sellers().stream()
                .filter(Seller::sells)
                .filter(seller -> seller.territory().equals(firm.where().territory()))
                .toList();
        return chance.of(near);
    }

    /** Writes a customer down with one to three contacts; the first is who the lead was, when there was one. */
    void enter(Customer customer, List<People.Person> first) {
        Chance chance = customer.chance;
        People people = new People(chance);
        customer.id = pen.create("account", account(customer));
        int count = Math.max(first.size(), chance.between(1, 3));
        for (int i = 0; i < count; i++) {
            People.Person person = i < first.size() ? first.get(i) : people.meet();
            customer.contacts.add(pen.create("contact", contact(customer, person, i)));
        }
    }

    private Map<String, Object> account(Customer customer) {
        Firm firm = customer.firm;
        Chance chance = customer.chance;
        People people = new People(chance);
        Map<String, Object> values = new HashMap<>();
        values.put("code", String.format("C%05d", ++number));
        values.put("name", firm.name());
        values.put("nameEn", firm.nameEn());
        values.put("taxId", firm.taxId());
        values.put("branchCode", "00000");
        values.put("businessType", firm.trade());
        values.put("relations", chance.percent(6) ? ",customer,partner," : ",customer,");
        values.put("phone", people.phone(firm.where().area()));
        values.put("email", "info@" + firm.site());
        values.put("website", "https://www." + firm.site());
        values.put("territory", office.territories().get(firm.where().territory()));
        values.put("potential", chance.word("high medium medium low"));
        values.put("rating", chance.word("hot warm warm cold"));
        values.put("source", source(chance));
        values.put(
                "interests", "," + chance.word("crm erp hardware parts maintenance crm,training erp,consulting") + ",");
        values.put("preferredContact", chance.word("phone phone email line letter fax"));
        values.put("creditDays", Integer.valueOf(chance.word("0 15 30 30 30 45 60")));
        values.put("paymentTerms", chance.word("transfer transfer cheque credit cash"));
        int employees = chance.between(8, 900);
        values.put("employees", employees);
        values.put("annualRevenue", BigDecimal.valueOf(employees * 400_000L));
        values.put("creditLimit", BigDecimal.valueOf(chance.between(1, 40) * 50_000L));
        List<Map<String, Object>> addresses = new ArrayList<>();
        addresses.add(with(firm.where().address(), "kind", "main"));
        if (chance.percent(35)) {
            addresses.add(with(firm.where().address(), "kind", chance.word("shipping billing factory")));
        }
        values.put("addresses", addresses);
        return values;
    }

    static String source(Chance chance) {
        return chance.word(
                "referral website exhibition facebook search phoneIn line advertising seminar coldCall partner");
    }

    private static Map<String, Object> contact(Customer customer, People.Person person, int place) {
        Chance chance = customer.chance;
        Map<String, Object> values = new HashMap<>();
        values.put("firstName", person.first());
        values.put("lastName", person.last());
        values.put("salutation", person.salutation());
        values.put("account", customer.id);
        values.put(
                "position",
                List.of("กรรมการผู้จัดการ", "ผู้จัดการฝ่ายจัดซื้อ", "ผู้จัดการฝ่ายไอที")
                        .get(place));
        values.put("role", List.of("decisionMaker", "purchasing", "technical").get(place));
        values.put("mobile", new People(chance).mobile());
        values.put("email", person.mail() + "@" + customer.firm.site());
        if (chance.percent(40)) {
            values.put(
                    "birthday",
                    java.time.LocalDate.of(chance.between(1962, 1998), chance.between(1, 12), chance.between(1, 28)));
        }
        return values;
    }

    static Map<String, Object> with(Map<String, Object> values, String field, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(field, value);
        return more;
    }
}

package org.salacrm.core.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.security.Caller;
import org.salacrm.core.demo.Customers.Customer;

/** Those who asked, and what became of them: some are customers now, some were nothing, some still wait. */
final class Leads {
    private static final int LONGEST = 540;
    private final Pen pen;
    private final Chance chance;
    private final Days days;
    private final Diary diary;
    private final Customers customers;
    private final People people;

    Leads(Pen pen, Chance chance, Days days, Diary diary, Customers customers) {
        this.pen = pen;
        this.chance = chance;
        this.days = days;
        this.diary = diary;
        this.customers = customers;
        this.people = new People(chance);
    }

    /** One who asked so many days ago. */
    private final class Asker {
        final Firm firm;
        final People.Person person = people.meet();
        final Customer customer;
        final int day;
        long id;

        Asker(Firm firm) {
            this.firm = firm;
            this.day = chance.percent(35) ? -chance.between(0, 45) : -chance.between(1, LONGEST);
            this.customer = new Customer(firm, customers.sellerOf(firm), day, chance);
        }

        Caller who() {
            return customer.seller.caller();
        }
    }

    /** @param won gets the customer when the lead becomes one */
    void ask(Firm firm, java.util.function.Consumer<Customer> won) {
        Asker asker = new Asker(firm);
        Instant asked = days.at(asker.day, chance);
        Map<String, Object> values = values(asker);
        diary.on(asked, asker.who(), () -> asker.id = pen.create("lead", values));
        int fate = chance.between(1, 100);
        int start = asker.day + chance.between(1, 4);
        int end = start + chance.between(4, 30);
        if (fate > 92 || start >= 0) {
            return;
        }
        Instant started = Days.later(asked, days.at(start, chance));
        diary.on(started, asker.who(), () -> pen.act("work", "lead", asker.id, Map.of("status", "working")));
        if (end >= 0 || fate > 80) {
            return;
        }
        Instant ended = Days.later(started, days.at(end, chance));
        if (fate <= 40) {
            won.accept(asker.customer);
            diary.on(ended, asker.who(), () -> qualify(asker));
        } else {
            String reason = chance.word("noBudget noNeed noAnswer noAnswer competitor notTarget duplicate");
            diary.on(
                    ended,
                    asker.who(),
                    () -> pen.act(
                            "disqualify",
                            "lead",
                            asker.id,
                            Map.of("status", "disqualified", "disqualifyReason", reason)));
        }
    }

    private void qualify(Asker asker) {
        customers.enter(asker.customer, List.of(asker.person));
        pen.act(
                "qualify",
                "lead",
                asker.id,
                Map.of("status", "qualified", "account", asker.customer.id, "contact", asker.customer.contacts.get(0)));
    }

    private Map<String, Object> values(Asker asker) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", asker.person.full());
        values.put("company", asker.firm.name());
        values.put("mobile", people.mobile());
        values.put("email", asker.person.mail() + "@" + asker.firm.site());
        values.put("source", Customers.source(chance));
        values.put("rating", chance.word("hot warm warm cold cold"));
        values.put("interests", "," + chance.word("crm erp hardware parts installation training maintenance") + ",");
        values.put("expectedValue", BigDecimal.valueOf(chance.between(4, 160) * 5_000L));
        values.put("businessType", asker.firm.trade());
        values.put("contactedOn", days.workday(asker.day));
        values.put("addresses", List.of(Customers.with(asker.firm.where().address(), "kind", "main")));
        return values;
    }
}

package org.salacrm.core.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Sort;
import org.salacrm.api.security.Caller;

/** Eighteen months of deals with the customers that are there: from first contact towards won, lost or still open. */
final class Deals {
    private static final int LONGEST = 540;
    private static final int RECENT = 80;
    private static final List<String> STAGES =
            List.of("contacted", "needs", "considering", "comparing", "negotiating", "ordered");

    private final Pen pen;
    private final Queries queries;
    private final Chance chance;
    private final Days days;
    private final Diary diary;
    private final List<List<String>> names = Sheet.read("deals.tsv");
    private final List<List<String>> obstacles = Sheet.read("obstacles.txt");
    private final List<Row> products = new ArrayList<>();
    private final List<Row> rivals = new ArrayList<>();

    Deals(Pen pen, Queries queries, Chance chance, Days days, Diary diary) {
        this.pen = pen;
        this.queries = queries;
        this.chance = chance;
        this.days = days;
        this.diary = diary;
    }

    /** With whom, since how many days, and from which lead. */
    private record Buyer(
            long account, String name, Caller seller, int since, List<Long> contacts, Optional<Row> lead) {}

    void plan(int count) {
        queries.each(Query.of("product", "standardPrice").sorted(Sort.up("code")), products::add);
        queries.each(Query.of("competitor", "name").sorted(Sort.up("name")), rivals::add);
        List<Buyer> buyers = buyers();
        for (int i = 0; i < count; i++) {
            plan(i < buyers.size() ? buyers.get(i) : chance.of(buyers), i < buyers.size());
        }
    }

    private List<Buyer> buyers() {
        Map<Long, List<Long>> contacts = new HashMap<>();
        queries.each(Query.of("contact", "account"), row -> contacts.computeIfAbsent(
                        ((Ref) row.values().get(0)).id(), account -> new ArrayList<>())
                .add(row.id()));
        Map<Long, Row> leads = new HashMap<>();
        Query qualified = Query.of("lead", "account", "id", "source").where(Filter.eq("status", "qualified"));
        queries.each(qualified, row -> leads.put(((Ref) row.values().get(0)).id(), row));
        List<Buyer> buyers = new ArrayList<>();
        Query accounts = Query.of("account", "name", "owner", "team", "owner.login", "createdAt")
                .where(Filter.where("code", "startsWith", "C00")
                        .and(Filter.where("owner", "notEmpty"))
                        .and(Filter.where("team", "notEmpty")))
                .sorted(Sort.up("code"));
        queries.each(accounts, row -> buyers.add(buyer(row, contacts, leads)));
        return buyers;
    }

    private Buyer buyer(Row row, Map<Long, List<Long>> contacts, Map<Long, Row> leads) {
        Caller seller = new Caller(
                ((Ref) row.values().get(1)).id(),
                (String) row.values().get(3),
                "th",
                Set.of(((Ref) row.values().get(2)).id()),
                Set.of(),
                Caller.Kind.SYSTEM,
                "demo");
        Instant created = (Instant) row.values().get(4);
        int since = (int) (created.atZone(days.zone()).toLocalDate().toEpochDay()
                - days.today().toEpochDay());
        return new Buyer(
                row.id(),
                (String) row.values().get(0),
                seller,
                since,
                contacts.getOrDefault(row.id(), List.of()),
                Optional.ofNullable(leads.get(row.id())));
    }

    private void plan(Buyer buyer, boolean first) {
        int begin = first && buyer.lead().isPresent()
                ? buyer.since()
                : -chance.between(2, chance.percent(40) ? RECENT : LONGEST);
        begin = Math.min(-1, Math.max(begin, Math.max(buyer.since(), -LONGEST)));
        long[] id = new long[1];
        Map<String, Object> values = values(buyer, first, begin);
        diary.on(days.at(begin, 17, 30), buyer.seller(), () -> {
            id[0] = pen.create("opportunity", values);
            buyer.lead()
                    .filter(lead -> first)
                    .ifPresent(lead -> pen.update("lead", lead.id(), Map.of("opportunity", id[0])));
        });
        int day = begin;
        int last = chance.between(1, STAGES.size() - 1);
        boolean wins = chance.percent(52);
        for (int stage = 1; stage <= last; stage++) {
            day += chance.between(4, 24);
            String code = STAGES.get(stage);
            step(day, buyer, "move", id, Map.of("stage", code));
        }
        close(day + chance.between(3, 20), buyer, wins && last > 2, id);
    }

    private void close(int day, Buyer buyer, boolean wins, long[] id) {
        if (wins) {
            String reason = chance.word("price quality service service relationship delivery features brand");
            step(day, buyer, "close-won", id, Map.of("stage", "won", "wonReason", reason));
        } else {
            String reason =
                    chance.word("price price features relationship delivery budget postponed cancelled noDecision");
            Map<String, Object> end = new HashMap<>(Map.of("stage", "lost", "lostReason", reason));
            if (Set.of("price", "features", "relationship", "delivery").contains(reason)) {
                end.put("lostCompetitor", chance.of(rivals).id());
            }
            step(day, buyer, "close-lost", id, end);
        }
    }

    /** What has not happened yet is left to whoever opens the product. */
    private void step(int day, Buyer buyer, String verb, long[] id, Map<String, Object> values) {
        if (day < 0) {
            diary.on(days.at(day, chance), buyer.seller(), () -> pen.act(verb, "opportunity", id[0], values));
        }
    }

    private Map<String, Object> values(Buyer buyer, boolean first, int begin) {
        List<String> name = chance.of(names);
        Map<String, Object> values = new HashMap<>();
        values.put("name", name.get(1) + " – " + buyer.name());
        values.put("account", buyer.account());
        values.put("type", name.get(0));
        values.put("expectedCloseOn", days.workday(Math.max(begin + chance.between(30, 110), chance.between(-12, 45))));
        values.put("source", chance.word("referral website exhibition facebook phoneIn coldCall partner"));
        values.put("products", lines());
        values.put("nextStep", chance.of(List.of("นัดสาธิตระบบ", "ส่งใบเสนอราคา", "โทรติดตามผล", "เข้าพบผู้บริหาร")));
        buyer.lead().filter(lead -> first).ifPresent(lead -> {
            values.put("lead", lead.id());
            values.put("source", lead.values().get(2));
        });
        if (!buyer.contacts().isEmpty()) {
            values.put("contact", buyer.contacts().get(0));
        }
        List<Map<String, Object>> people = new ArrayList<>();
        for (int i = 0; i < buyer.contacts().size(); i++) {
            people.add(Map.of(
                    "contact", buyer.contacts().get(i),
                    "role", List.of("decisionMaker", "purchasing", "technical").get(i % 3)));
        }
        values.put("contacts", people);
        if (chance.percent(55)) {
            values.put(
                    "competitors",
                    List.of(Map.of("competitor", chance.of(rivals).id())));
        }
        if (chance.percent(30)) {
            values.put("problem", chance.of(obstacles).get(0));
        }
        return values;
    }

    private List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        int count = chance.between(1, 4);
        for (int i = 0; i < count; i++) {
            Row product = chance.of(products);
            boolean dear = ((BigDecimal) product.values().get(0)).compareTo(BigDecimal.valueOf(80_000)) > 0;
            if (taken.add(product.id())) {
                lines.add(Map.of(
                        "product", product.id(), "quantity", BigDecimal.valueOf(dear ? 1 : chance.between(1, 20))));
            }
        }
        return lines;
    }
}

package org.salacrm.core.demo;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.Filter;
import org.salacrm.api.record.RecordHook;
import org.salacrm.core.demo.Customers.Customer;
import org.salacrm.core.demo.Office.Seller;
import org.salacrm.core.session.FirstStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty database with the made-up company, once. */
@Component(service = DemoCompany.class, enabled = false, immediate = true)
public class DemoCompany {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);
    private static final long SEED = 2569;
    private static final int ACCOUNTS = 300;
    private static final int LEADS = 500;
    private static final String PERSONAS =
            """
            [{"id":"sales","login":"somchai","name":{"th":"สมชาย ใจดี","en":"Somchai Jaidee"},
              "role":{"th":"พนักงานขาย","en":"Salesperson"}},
             {"id":"manager","login":"somying","name":{"th":"สมหญิง วัฒนากุล","en":"Somying Wattanakul"},
              "role":{"th":"ผู้จัดการฝ่ายขาย","en":"Sales manager"}},
             {"id":"service","login":"orawan","name":{"th":"อรวรรณ ดีประเสริฐ","en":"Orawan Deeprasert"},
              "role":{"th":"เจ้าหน้าที่บริการ","en":"Service"}},
             {"id":"administrator","login":"wipa","name":{"th":"วิภา จันทร์เพ็ญ","en":"Wipa Chanpen"},
              "role":{"th":"ผู้ดูแลระบบ","en":"Administrator"}}]""";

    private final Stage stage;

    /** The hooks are named so that no record is written before they listen. */
    @Activate
    public DemoCompany(
            @Reference Stage stage,
            @Reference FirstStart roles,
            @Reference(target = "(osgi.unit.name=core)") EntityManagerFactory unit,
            @Reference(target = "(component.name=org.salacrm.core.model.ActivityHook)") RecordHook activities,
            @Reference(target = "(component.name=org.salacrm.core.model.AnniversaryHook)") RecordHook anniversaries,
            @Reference(target = "(component.name=org.salacrm.core.model.LeadHook)") RecordHook leads,
            @Reference(target = "(component.name=org.salacrm.core.model.ContactHook)") RecordHook contacts) {
        this(stage);
        new Thread(this::fill, "demo-company").start();
    }

    DemoCompany(Stage stage) {
        this.stage = stage;
    }

    void fill() {
        stage.asSystem(() -> {
            boolean empty = stage.queries.count("account", Filter.NONE) == 0;
            if (empty && stage.days().isEmpty()) {
                long start = System.nanoTime();
                play(stage.begin());
                LOG.info("the demo company was made in {} ms", (System.nanoTime() - start) / 1_000_000);
            } else if (!stage.played("company")) {
                LOG.warn("the demo company is not whole or not the only one here; an empty data folder begins anew");
            }
            return empty;
        });
    }

    private void play(Days days) {
        Chance chance = new Chance(SEED);
        Office office = new Office(stage.pen, stage.queries);
        stage.at(
                days.at(-900, 9, 0),
                () -> stage.records.transaction(() -> {
                    office.open();
                    return true;
                }));
        stage.setPlayed("personas", PERSONAS);
        Diary diary = new Diary();
        List<Customer> all = new ArrayList<>();
        Customers customers = new Customers(stage.pen, chance, office);
        Firm.Founder founder = new Firm.Founder(chance);
        Leads leads = new Leads(stage.pen, chance, days, diary, customers);
        for (int i = 0; i < LEADS; i++) {
            leads.ask(founder.found(), all::add);
        }
        while (all.size() < ACCOUNTS) {
            Firm firm = founder.found();
            Customer old = new Customer(firm, customers.sellerOf(firm), -chance.between(560, 890), chance);
            all.add(old);
            diary.on(days.at(old.since, chance), old.seller.caller(), () -> customers.enter(old, List.of()));
        }
        Visits visits = new Visits(stage.pen, chance, days, diary);
        all.forEach(visits::past);
        stage.live(diary);
        work(office, visits, all);
        stage.live(diary);
        new Anniversaries(stage, days.today()).enter(all);
        new Agreements(stage, days.today()).enter();
        stage.setPlayed("company", "true");
    }

    private static void work(Office office, Visits visits, List<Customer> all) {
        for (Seller seller : office.sellers()) {
            boolean sells = seller.sells();
            visits.ahead(
                    seller,
                    all.stream()
                            .filter(c -> c.id != 0 && (!sells || c.seller == seller))
                            .toList());
        }
    }
}

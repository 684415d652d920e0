package org.salacrm.core.demo;

import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.module.CrmModule;
import org.salacrm.api.query.Filter;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.RecordHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the made-up company its deals as soon as the module that keeps deals has been installed, once. */
@Component(service = DemoDeals.class, enabled = false, immediate = true)
public class DemoDeals {
    private static final Logger LOG = LoggerFactory.getLogger(DemoDeals.class);
    private static final String ACT = "deals";
    private static final long SEED = 2570;
    private static final int DEALS = 400;
    private static final int TRIES = 60;

    private final Stage stage;
    private final Diary diary = new Diary();
    private final Thread player = new Thread(this::fill, "demo-deals");

    @Activate
    public DemoDeals(
            @Reference Stage stage,
            @Reference DemoCompany company,
            @Reference(target = "(osgi.unit.name=sfa)") EntityManagerFactory unit,
            @Reference(target = "(component.name=org.salacrm.sfa.OppModule)") CrmModule module,
            @Reference(target = "(component.name=org.salacrm.sfa.OpportunityHook)") RecordHook hook) {
        this(stage);
        player.start();
    }

    DemoDeals(Stage stage) {
        this.stage = stage;
    }

    @Deactivate
    void stop() {
        player.interrupt();
    }

    void fill() {
        try {
            for (int i = 0; i < TRIES; ) {
                if (stage.asSystem(this::done)) {
                    return;
                }
                Thread.sleep(1000);
                i += stage.played("company") ? 1 : 0; // however long the company itself takes
            }
            LOG.warn("The demo company got no deals: the module did not open");
        } catch (InterruptedException e) {
            LOG.debug("stopped while the deals were made", e);
        }
    }

    private boolean done() {
        try {
            return tried();
        } catch (BusyException | UnknownEntityException e) {
            LOG.debug("the module is not open yet", e);
            return false;
        }
    }

    /** What was done stays done, so that another try goes on where the last one stopped. */
    private boolean tried() {
        Optional<Days> days = stage.days();
        if (days.isEmpty() || !stage.played("company")) {
            return false;
        }
        if (stage.played(ACT)) {
            return true;
        }
        if (diary.isEmpty() && stage.queries.count("opportunity", Filter.NONE) == 0) {
            new Deals(stage.pen, stage.queries, new Chance(SEED), days.get(), diary).plan(DEALS);
        }
        stage.live(diary);
        stage.setPlayed(ACT, "true");
        LOG.info("the demo company has its deals");
        return true;
    }
}

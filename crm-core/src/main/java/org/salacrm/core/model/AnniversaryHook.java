package org.salacrm.core.model;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.core.calendar.Yearly;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Gives an anniversary its customer, its name and the number under which it comes back every year. */
@Component
public class AnniversaryHook implements RecordHook {
    private final AccountOf accounts;
    private final Tx tx;
    private final Clock clock;
    private final CompanyZone zone;

    @Activate
    public AnniversaryHook(
            @Reference AccountOf accounts, @Reference Tx tx, @Reference Clock clock, @Reference CompanyZone zone) {
        this.accounts = accounts;
        this.tx = tx;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public String entity() {
        return "anniversary";
    }

    @Override
    public void before(Change change) {
        if (change.kind() == Change.Kind.DELETE) {
            return;
        }
        AnniversaryRuleHook.tidyAlertDays(change);
        if (change.changed("greeting")
                && !change.changed("greetedOn")
                && change.value("greeting").equals(Optional.of("wished"))) {
            change.set("greetedOn", LocalDate.ofInstant(clock.instant(), zone.get()));
        }
        Optional<Long> contact = change.value("contact").map(Long.class::cast);
        if (change.value("account").isEmpty()) {
            contact.flatMap(id -> accounts.of("contact", id)).ifPresent(account -> change.set("account", account));
        }
        Optional<Long> account = change.value("account").map(Long.class::cast);
        if (contact.isEmpty() && account.isEmpty()) {
            throw new InvalidRecordException("account", "anniversary.nobody");
        }
        if (change.value("name").isEmpty()) {
            change.set(
                    "name",
                    contact.map(id -> name("core_contact", id)).orElseGet(() -> name("core_account", account.get())));
        }
        Optional<LocalDate> day = change.value("day").map(LocalDate.class::cast);
        boolean yearly = change.value("yearly").map(Boolean.class::cast).orElse(false);
        change.set("monthDay", day.filter(d -> yearly).map(Yearly::number).orElse(null));
    }

    private String name(String table, long id) {
        return new Sql(tx)
                .first("select name from " + table + " where id = ?", row -> row.getString(1), id)
                .orElse(null);
    }
}

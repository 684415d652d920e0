package org.salacrm.core.privacy;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Whether people agreed to what is about to be done. Thread-safe. */
@Component(service = Consents.class)
public final class Consents {
    /** Of a contact those count too that he gave while he was a lead. */
    private static final Map<String, String> OF = Map.of(
            "contact", "(c.contact_id = ? or c.lead_id in (select l.id from core_lead l where l.contact_id = ?))",
            "lead", "(c.lead_id = ? or c.contact_id in (select l.contact_id from core_lead l where l.id = ?))");

    private final Sql sql;

    @Activate
    public Consents(@Reference Tx tx) {
        this.sql = new Sql(tx);
    }

    /**
     * Whether a record may be among many that are written to: everybody where the company has no purpose that says
     * otherwise, and whoever is no person.
     */
    public boolean allowsMassMail(String entity, long id) {
        String whose = OF.get(entity);
        if (whose == null || !isAsked()) {
            return true;
        }
        return sql.first(
                        "select 1 from core_consent c join core_consent_purpose p on p.id = c.purpose_id"
                                + " where p.mass_mail = ? and p.active = ? and c.state = 'given' and " + whose,
                        row -> 1,
                        true,
                        true,
                        id,
                        id)
                .isPresent();
    }

    private boolean isAsked() {
        return sql.first("select 1 from core_consent_purpose where mass_mail = ? and active = ?", row -> 1, true, true)
                .isPresent();
    }
}

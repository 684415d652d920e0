package org.salacrm.core.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.RecordHook;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Keeps with a consent the words that were agreed to. It proves something, so nobody makes it the consent of another
 * person or to another purpose afterwards, and nobody agrees twice to the same.
 */
@Component
public final class ConsentHook implements RecordHook {
    private static final String GIVEN = "given";

    private final Sql sql;
    private final Clock clock;
    private final CompanyZone zone;

    @Activate
    public ConsentHook(@Reference Tx tx, @Reference Clock clock, @Reference CompanyZone zone) {
        this.sql = new Sql(tx);
        this.clock = clock;
        this.zone = zone;
    }

    private record Purpose(String name, int version, String text) {}

    @Override
    public String entity() {
        return "consent";
    }

    @Override
    public void before(Change change) {
        if (change.kind() == Change.Kind.CREATE) {
            begin(change);
        } else if (change.kind() == Change.Kind.UPDATE) {
            List.of("purpose", "contact", "lead").forEach(field -> fixed(change, field));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone.get());
        Optional<LocalDate> given = change.value("givenOn").map(LocalDate.class::cast);
        if (given.filter(day -> day.isAfter(today)).isPresent()) {
            throw new InvalidRecordException("givenOn", "consent.early");
        }
    }

    private void begin(Change change) {
        Optional<Long> contact = change.value("contact").map(Long.class::cast);
        Optional<Long> lead = change.value("lead").map(Long.class::cast);
        if (contact.isEmpty() == lead.isEmpty()) {
            throw new InvalidRecordException("contact", "consent.whose");
        }
        if (change.value("givenOn").isEmpty()) {
            change.set("givenOn", LocalDate.ofInstant(clock.instant(), zone.get()));
        }
        change.value("purpose").map(Long.class::cast).ifPresent(id -> {
            String column = contact.isPresent() ? "contact_id" : "lead_id";
            long person = contact.or(() -> lead).orElseThrow();
            once(column, person, id);
            Purpose purpose = purpose(id);
            change.set("name", purpose.name());
            change.set("textVersion", purpose.version());
            change.set("text", purpose.text());
        });
    }

    private void once(String column, long person, long purpose) {
        String twice = "select 1 from core_consent where " + column + " = ? and purpose_id = ? and state = ?";
        if (sql.first(twice, row -> 1, person, purpose, GIVEN).isPresent()) {
            throw new InvalidRecordException("purpose", "consent.twice");
        }
    }

    private Purpose purpose(long id) {
        return sql.first(
                        "select name, text_version, text from core_consent_purpose where id = ?",
                        row -> new Purpose(row.getString(1), row.getInt(2), row.getString(3)),
                        id)
                .orElseThrow(() ->
                        new InvalidRecordException(List.of(new Refusal("purpose", "invalid.reference", Map.of()))));
    }

    private static void fixed(Change change, String field) {
        if (change.changed(field) && change.old(field).isPresent()) {
            throw new InvalidRecordException(field, "consent.fixed");
        }
    }
}

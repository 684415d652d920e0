package org.salacrm.core.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.alert.AlertChoices.Channels;
import org.salacrm.api.alert.AlertChoices.Choice;
import org.salacrm.api.event.Live;
import org.salacrm.api.query.Ref;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.record.Writes;
import org.salacrm.core.store.Tx;

/** Tells users, each in the ways he chose, of records that he may read and never of what he did himself. */
@Component(service = AlertDesk.class)
public class AlertDesk {
    private static final Channels NONE = new Channels(false, false, "off");

    private final AlertRows rows;
    private final HandedRows handed;
    private final StoredChoices choices;
    private final Callers callers;
    private final Rights rights;
    private final Live live;
    private final Tx tx;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Writes writes;

    @Activate
    public AlertDesk(
            @Reference AlertRows rows,
            @Reference StoredChoices choices,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Live live,
            @Reference Tx tx,
            @Reference Clock clock) {
        this.rows = rows;
        this.handed = new HandedRows(tx);
        this.choices = choices;
        this.callers = callers;
        this.rights = rights;
        this.live = live;
        this.tx = tx;
        this.clock = clock;
    }

    /** For use without a framework. */
    public AlertDesk with(Writes others) {
        writes = others;
        return this;
    }

    /** Tells of a note that names somebody. */
    public void mention(String entity, long record, long note, long user) {
        long by = callers.current().user();
        tell(user, Telling.of("core.mention", "mention", new Ref(entity, record, ""), "note " + note, by));
    }

    /**
     * Tells of records that the caller gave or showed to somebody; what comes soon after of the same kind is told with
     * it.
     *
     * @param rule names the sentence, {@code alert.<rule>.text}
     * @param record one of them
     * @param number how many there are
     * @param remark what the caller says of it, empty for nothing
     */
    public void handed(long user, String rule, Ref record, int number, String remark) {
        Telling telling = Telling.of(
                rule,
                "assignment",
                record,
                "at " + clock.instant(),
                callers.current().user());
        tell(user, telling.saying(remark).andMore(number - 1), 0);
    }

    /** The caller took much out of the product. @param what how much of what */
    public void exported(long user, String what) {
        long by = callers.current().user();
        String occasion = "at " + clock.instant();
        tell(
                user,
                Telling.of("core.exported", "export", new Ref("user", by, ""), occasion, by)
                        .saying(what));
    }

    /** The caller has answered an invitation. */
    public void answered(long activity) {
        long user = callers.current().user();
        rows.settle("core.asked", user, activity, clock.instant());
        changed(user);
    }

    void tell(Collection<Long> users, Telling telling) {
        users.forEach(user -> tell(user, telling));
    }

    void tell(long user, Telling telling) {
        tell(user, telling, telling.more() > 0 ? 1 : -1);
    }

    /** @param least one that speaks for so many others already speaks for this as well; none when negative */
    private void tell(long user, Telling telling, int least) {
        Choice choice = choices.of(user);
        Channels ways = choice.kinds().getOrDefault(telling.kind(), NONE);
        if (user == telling.by() || ways.equals(NONE) || !reads(user, telling.record())) {
            return;
        }
        Instant now = clock.instant();
        if (least >= 0) {
            Optional<Long> open = handed.more(user, telling, least, now, record -> reads(user, record));
            open.ifPresent(alert -> did(alert, telling));
            if (open.isPresent()) {
                changed(user);
                return;
            }
        }
        String mail = ways.mail().equals("off") ? null : ways.mail();
        Optional<Long> id = rows.add(user, telling, new AlertRows.Ways(ways.program(), mail), now);
        id.filter(alert -> least >= 0).ifPresent(alert -> did(alert, telling));
        id.ifPresent(alert -> ring(user, alert, ways.desktop() && !choices.quiet(choice, now)));
    }

    private void did(long alert, Telling telling) {
        Writes now = writes;
        if (now != null && now.undo() != 0) {
            handed.did(alert, now.undo(), telling);
        }
    }

    /**
     * A job was undone: what nobody has read of it yet is told no more.
     *
     * @param left records of which it was not
     */
    public void undone(long undo, List<Ref> left) {
        for (HandedRows.Part part : handed.of(undo)) {
            List<Ref> stays =
                    left.stream().filter(record -> reads(part.user(), record)).toList();
            handed.undone(undo, part, stays);
            changed(part.user());
        }
    }

    /** What comes back after it rested. */
    void again(AlertRows.Mark mark) {
        Choice choice = choices.of(mark.user());
        Channels ways = choice.kinds().getOrDefault(mark.kind(), NONE);
        ring(mark.user(), mark.id(), ways.desktop() && !choices.quiet(choice, clock.instant()));
    }

    /** Nothing is to be told to a user any more. */
    public void settleAll(long user) {
        rows.read(user, List.of(), clock.instant());
        rows.settleMail(user);
        changed(user);
    }

    /** The list of a user is another. */
    void changed(long user) {
        say(new Live.Message("alert", user, Map.of()));
    }

    private void ring(long user, long alert, boolean desktop) {
        say(new Live.Message("alert", user, Map.of("id", String.valueOf(alert), "desktop", desktop)));
    }

    private void say(Live.Message message) {
        if (tx.active()) {
            tx.afterCommit(() -> live.tell(message));
        } else {
            live.tell(message);
        }
    }

    boolean reads(long user, Ref record) {
        return callers.find(user)
                .filter(caller -> rights.allowed(caller, record.entity(), record.id(), Verb.READ))
                .isPresent();
    }
}

package org.salacrm.core.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.LabelFormat;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.document.Documents;
import org.salacrm.api.document.Paper.Line;
import org.salacrm.api.label.Labels;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.export.ExportLog;

/** Prints addresses of records on labels and envelopes. */
@Component
public final class PrintedLabels implements Labels {
    private static final int TOLD = 50;
    private static final int PICTURE = 900;

    private final Queries queries;
    private final Reach reach;
    private final Addressees addressees;
    private final Sender sender;
    private final Press press;

    @Activate
    public PrintedLabels(
            @Reference Queries queries,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Addressees addressees,
            @Reference Sender sender,
            @Reference Registry registry,
            @Reference Documents documents,
            @Reference Messages messages,
            @Reference ExportLog log) {
        this(queries, new Reach(rights, callers), addressees, sender, new Press(registry, documents, messages, log));
    }

    /** Who takes records out of the product, and how far he may. */
    record Reach(Rights rights, Callers callers) {
        LongPredicate of(String entity) {
            Caller caller = callers.current();
            if (rights.level(caller, entity, Verb.EXPORT) == Level.NONE) {
                throw new ForbiddenException(entity, Verb.EXPORT);
            }
            boolean same = rights.scope(caller, entity, Verb.EXPORT).equals(rights.scope(caller, entity, Verb.READ));
            return id -> same || rights.allowed(caller, entity, id, Verb.EXPORT);
        }
    }

    /** What printing needs. */
    record Press(Registry registry, Documents documents, Messages messages, ExportLog log) {
        LabelFormat format(Wish wish) {
            LabelFormat format = registry.find(LabelFormat.class, wish.format())
                    .orElseThrow(() -> new MalformedQueryException("format", "there is no " + wish.format()));
            if (wish.start() < 1 || wish.start() > format.places()) {
                throw new MalformedQueryException("start", "is 1 to " + format.places());
            }
            if (wish.copies() < 1 || wish.copies() > MOST) {
                throw new MalformedQueryException("copies", "is 1 to " + MOST);
            }
            return format;
        }

        String word(String key, String language) {
            return messages.text(key).in(language);
        }
    }

    PrintedLabels(Queries queries, Reach reach, Addressees addressees, Sender sender, Press press) {
        this.queries = queries;
        this.reach = reach;
        this.addressees = addressees;
        this.sender = sender;
        this.press = press;
    }

    @Override
    public Survey survey(Wish wish) {
        LongPredicate reached = reach.of(wish.query().entity());
        long records = count(wish.query());
        if (records > MOST) {
            return new Survey(records, 0, List.of());
        }
        List<Addressee> all = addressees.of(wish, reached);
        List<Addressee> missing = all.stream().filter(one -> !one.isAddressed()).toList();
        List<Ref> told = missing.stream()
                .limit(TOLD)
                .map(one -> new Ref(wish.query().entity(), one.record(), one.label()))
                .toList();
        return new Survey(all.size(), missing.size(), told);
    }

    private long count(Query query) {
        return queries.count(query.entity(), query.filter());
    }

    @Override
    public Print prepare(Wish wish) {
        LongPredicate reached = reach.of(wish.query().entity());
        LabelFormat format = press.format(wish);
        refuseAbove(count(wish.query()), wish);
        List<Addressee> all = printable(addressees.of(wish, reached), wish);
        return out -> pdf(wish, format, all, out);
    }

    private void pdf(Wish wish, LabelFormat format, List<Addressee> all, OutputStream out) throws IOException {
        press.log().write(wish.query(), "labels", all.size());
        Sheets sheets = sheets(wish, format, all);
        try (Documents.Pages pages = press.documents().begin(format.label().in(wish.language()), out)) {
            for (int number = 0; number < sheets.pages(); number++) {
                pages.add(sheets.page(number));
            }
            pages.finish();
        }
    }

    @Override
    public void picture(Wish wish, OutputStream out) throws IOException {
        LongPredicate reached = reach.of(wish.query().entity());
        LabelFormat format = press.format(wish);
        List<Addressee> first = printable(addressees.first(wish, reached), wish);
        press.documents().picture(sheets(wish, format, first).page(0), PICTURE, out);
    }

    private static List<Addressee> printable(List<Addressee> all, Wish wish) {
        List<Addressee> printable = all.stream()
                .filter(one -> one.isAddressed() || wish.nameless() && one.isNamed())
                .toList();
        if (printable.isEmpty()) {
            throw new InvalidRecordException("", "labels.none");
        }
        return printable;
    }

    private Sheets sheets(Wish wish, LabelFormat format, List<Addressee> all) {
        List<Line> own = format.sender().isPresent() ? sender.lines(wish.language()) : List.of();
        List<List<Line>> labels = new ArrayList<>(all.size() * wish.copies());
        all.forEach(one -> labels.addAll(Collections.nCopies(wish.copies(), lines(one, wish))));
        return new Sheets(format, wish.start() - 1, own, labels);
    }

    private static void refuseAbove(long records, Wish wish) {
        if (records * wish.copies() > MOST) {
            Map<String, Object> numbers = Map.of("max", MOST, "number", records * wish.copies());
            throw new InvalidRecordException(List.of(new Refusal("", "labels.tooMany", numbers)));
        }
    }

    private List<Line> lines(Addressee one, Wish wish) {
        List<Line> lines = new ArrayList<>();
        if (wish.heading()) {
            lines.add(Line.plain(press.word("labels.heading", wish.language())));
        }
        if (!one.person().isEmpty()) {
            String attention = press.word("labels.attention", wish.language());
            lines.add(new Line(attention + " " + one.person(), one.company().isEmpty()));
        }
        if (!one.company().isEmpty()) {
            lines.add(new Line(one.company(), true));
        }
        one.address().forEach(line -> lines.add(Line.plain(line)));
        return lines;
    }
}

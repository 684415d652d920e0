package org.salacrm.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.export.Exports;
import org.salacrm.api.export.Exports.Wish;
import org.salacrm.api.export.Exports.Writing;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.export.Headings.Table;
import org.salacrm.core.model.PartPath;

/** Writes lists as files while the database still reads them, so that a long one needs no more memory than a short. */
@Component(service = ListExports.class)
public final class ListExports {
    private static final int TOLD = 500;
    private static final String CARDS = "vcf";

    private final Queries queries;
    private final Rights rights;
    private final Callers callers;
    private final Headings headings;
    private final ExportLog log;
    private final Words words;
    private final PersonCards cards;

    @Activate
    public ListExports(
            @Reference Queries queries,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Headings headings,
            @Reference ExportLog log,
            @Reference PickLists pickLists,
            @Reference Messages messages,
            @Reference CompanyZone zone,
            @Reference PersonCards cards) {
        this(queries, rights, callers, log, new Words(pickLists, messages, zone), new Columns(headings, cards));
    }

    /** What the columns of files are. */
    record Columns(Headings headings, PersonCards cards) {}

    /** What gives values their words. */
    record Words(PickLists pickLists, Messages messages, CompanyZone zone) {
        Cells cells(String language, boolean buddhistEra) {
            return new Cells(
                    pickLists,
                    new Cells.Tongue(
                            language,
                            buddhistEra,
                            zone.get(),
                            messages.text("export.yes"),
                            messages.text("export.no")));
        }
    }

    ListExports(Queries queries, Rights rights, Callers callers, ExportLog log, Words words, Columns columns) {
        this.queries = queries;
        this.rights = rights;
        this.callers = callers;
        this.headings = columns.headings();
        this.cards = columns.cards();
        this.log = log;
        this.words = words;
    }

    Writing prepare(Wish wish) {
        Caller caller = callers.current();
        if (!Exports.FORMATS.contains(wish.format())) {
            throw new MalformedQueryException("format", "is one of " + Exports.FORMATS);
        }
        Wish whole = wish.format().equals(CARDS) ? ofCards(wish) : wish;
        Query query = whole.query();
        Table table = table(whole, Map.of());
        if (rights.level(caller, query.entity(), Verb.EXPORT) == Level.NONE) {
            throw new ForbiddenException(query.entity(), Verb.EXPORT);
        }
        queries.page(table.asked().limit(1)); // what is wrong with the question is said before the first byte
        return (out, going) -> callers.as(caller, () -> write(whole, out, going));
    }

    private Table table(Wish wish, Map<String, Integer> most) {
        Caller caller = callers.current();
        return wish.format().equals(CARDS)
                ? headings.plain(wish.query(), caller)
                : headings.table(wish.query(), caller, most);
    }

    /** How many parts the records of a table have of the lists it shows as wholes, which its head must know. */
    private Map<String, Integer> most(Wish wish, LongPredicate going) {
        Query query = wish.query();
        List<String> lists = wish.format().equals(CARDS) ? List.of() : headings.lists(query);
        Map<String, Integer> most = new HashMap<>();
        if (lists.isEmpty()) {
            return most;
        }
        Count count = new Count();
        queries.each(Headings.asking(query, lists).sorted(), row -> {
            count.up();
            count.tell(rows -> going.test(0));
            for (int i = 0; i < lists.size(); i++) {
                int parts = row.values().get(i) instanceof List<?> all ? all.size() : 0;
                most.merge(lists.get(i), Math.min(parts, PartPath.MOST), Math::max);
            }
        });
        return most;
    }

    /** A card says what it has words for, whatever the list shows. */
    private Wish ofCards(Wish wish) {
        Query query = wish.query();
        List<String> asked = cards.of(query.entity()).asked();
        return new Wish(Headings.asking(query, asked), wish.format(), wish.title(), false);
    }

    private long write(Wish wish, OutputStream out, LongPredicate going) {
        Caller caller = callers.current();
        Query query = wish.query();
        Cells cells = words.cells(caller.language(), wish.buddhistEra());
        LongPredicate exported = exported(caller, query.entity());
        Table table = table(wish, most(wish, going));
        Count count = new Count();
        try (RowFile file = file(wish, table.columns(), cells, out)) {
            queries.each(table.asked(), row -> {
                if (exported.test(row.id())) {
                    count.up();
                    count.tell(going);
                    put(file, row);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the export of " + query.entity() + " broke off", e);
        } finally {
            log.write(query, wish.format(), count.rows);
        }
        return count.rows;
    }

    private static final class Count {
        private long rows;

        void up() {
            rows++;
        }

        void tell(LongPredicate going) {
            if (rows % TOLD == 0 && !going.test(rows)) {
                throw new CancellationException("nobody wants the file any more");
            }
        }
    }

    /** Where exporting reaches less far than reading, each row is asked about. */
    private LongPredicate exported(Caller caller, String entity) {
        boolean same = rights.scope(caller, entity, Verb.EXPORT).equals(rights.scope(caller, entity, Verb.READ));
        return id -> same || rights.allowed(caller, entity, id, Verb.EXPORT);
    }

    private static void put(RowFile file, Row row) {
        try {
            file.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException("the file can be written no further", e);
        }
    }

    private RowFile file(Wish wish, List<Heading> columns, Cells cells, OutputStream out) throws IOException {
        return wish.format().equals(CARDS)
                ? new CardRows(out, cards.of(wish.query().entity()), cells, columns)
                : new TableRows(sheet(wish, callers.current().language(), out), cells, columns);
    }

    private static Sheet sheet(Wish wish, String language, OutputStream out) throws IOException {
        return switch (wish.format()) {
            case "xlsx" -> new WorkbookSheet(out, wish.title());
            case "csv" -> DelimitedSheet.commas(out);
            case "txt" -> DelimitedSheet.tabs(out);
            default -> new HtmlSheet(out, wish.title(), language);
        };
    }
}

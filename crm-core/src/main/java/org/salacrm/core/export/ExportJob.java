package org.salacrm.core.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.export.Exports;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Sort;

/** Writes a long list as a file while its reader goes on working; after a restart it begins anew. */
@Component(service = JobKind.class)
public final class ExportJob implements JobKind {
    static final String KIND = "export";

    private final ListExports lists;
    private final Queries queries;
    private final ExportFiles files;

    @Activate
    public ExportJob(@Reference ListExports lists, @Reference Queries queries, @Reference ExportFiles files) {
        this.lists = lists;
        this.queries = queries;
        this.files = files;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What is wished, in plain values as a job keeps them. */
    static Map<String, Object> parameters(Exports.Wish wish) {
        Query query = wish.query();
        Map<String, Object> kept = new HashMap<>();
        kept.put("entity", query.entity());
        kept.put("fields", query.fields());
        kept.put("filter", query.filter().tree());
        kept.put(
                "sort",
                query.sort().stream().map(s -> (s.desc() ? "-" : "") + s.path()).toList());
        kept.put("format", wish.format());
        kept.put("title", wish.title());
        kept.put("buddhistEra", wish.buddhistEra());
        return kept;
    }

    private static Exports.Wish wish(Map<String, Object> kept) {
        Query query = new Query(
                (String) kept.get("entity"),
                texts(kept.get("fields")),
                Filter.parse(kept.get("filter")),
                texts(kept.get("sort")).stream().map(ExportJob::sort).toList(),
                1,
                "",
                Query.Count.NONE,
                List.of());
        return new Exports.Wish(
                query, (String) kept.get("format"), (String) kept.get("title"), (Boolean) kept.get("buddhistEra"));
    }

    private static Sort sort(String text) {
        return text.startsWith("-") ? new Sort(text.substring(1), true) : new Sort(text, false);
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String.class::cast).toList();
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        Exports.Wish wish = wish(parameters);
        Exports.Writing writing = lists.prepare(wish);
        long total = queries.count(wish.query().entity(), wish.query().filter());
        progress.report(0, total);
        try {
            String file = files.make();
            Path place = files.place(file);
            long rows;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(place))) {
                rows = writing.to(out, done -> {
                    progress.report(done, total);
                    return !progress.cancelled();
                });
            } catch (CancellationException e) {
                Files.deleteIfExists(place);
                return Map.of();
            }
            return Map.of("file", file, "name", wish.title() + "." + wish.format(), "rows", rows);
        } catch (IOException e) {
            throw new UncheckedIOException("the list could not be written", e);
        }
    }
}

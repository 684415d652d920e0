package org.salacrm.rest.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.POST;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.export.Exports;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Call;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.metadata.Labels;
import org.salacrm.rest.session.OwnSettings;

/** What a list shows, as a file; it is sent while it is made, or made by a job that is asked for it later. */
@Component
public final class ExportPart implements RecordPart {
    /** What each format is to a browser. */
    public static final Map<String, String> TYPES = Map.of(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "csv", "text/csv; charset=utf-8",
            "txt", "text/plain; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "vcf", "text/vcard; charset=utf-8");

    private static final int LONGEST_TITLE = 80;

    private final Exports exports;
    private final Questions questions;
    private final OwnSettings settings;
    private final Labels labels;

    @Activate
    public ExportPart(
            @Reference Exports exports,
            @Reference Questions questions,
            @Reference OwnSettings settings,
            @Reference Labels labels) {
        this.exports = exports;
        this.questions = questions;
        this.settings = settings;
        this.labels = labels;
    }

    @Override
    public String name() {
        return "export";
    }

    @POST
    public Response export(@PathParam("entity") String entity, @Context HttpServletRequest request, InputStream body)
            throws IOException {
        Map<String, Object> question = new LinkedHashMap<>(Json.object(body));
        String format = String.valueOf(question.remove("format"));
        Object asked = question.remove("title");
        boolean later = Boolean.TRUE.equals(question.remove("later"));
        Call call = Call.of(request);
        String title = asked instanceof String text && !text.isBlank()
                ? text.substring(0, Math.min(text.length(), LONGEST_TITLE))
                : labels.plural(entity).in(call.language());
        Exports.Wish wish = new Exports.Wish(
                questions.read(entity, question), format, title, settings.countsInBuddhistEra(call.session()));
        if (later) {
            return Answers.job(exports.start(wish));
        }
        Exports.Writing writing = exports.prepare(wish);
        StreamingOutput file = writing::to;
        return Response.ok(file, TYPES.get(format))
                .header("Content-Disposition", "attachment; filename=\"" + entity + "." + format + "\"")
                .build();
    }
}

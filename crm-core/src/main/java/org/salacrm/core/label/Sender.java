package org.salacrm.core.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.document.Paper.Line;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;

/** The own company as it stands on an envelope: its name, its head office and its telephone. */
@Component(service = Sender.class)
public final class Sender {
    private static final String HEAD_OFFICE = "00000";

    private final Queries queries;

    @Activate
    public Sender(@Reference Queries queries) {
        this.queries = queries;
    }

    List<Line> lines(String language) {
        List<Line> lines = new ArrayList<>();
        for (Row row : queries.page(Query.of("company", "nameTh", "nameEn", "branches", "phone")
                        .limit(1))
                .rows()) {
            String english = text(row, 1);
            lines.add(new Line("th".equals(language) || english.isEmpty() ? text(row, 0) : english, true));
            office(row.values().get(2)).forEach(line -> lines.add(Line.plain(line)));
            lines.add(Line.plain(text(row, 3)));
        }
        lines.removeIf(line -> line.text().isBlank());
        return lines;
    }

    private static List<String> office(Object branches) {
        Map<?, ?> found = Map.of();
        if (branches instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> branch && (found.isEmpty() || HEAD_OFFICE.equals(branch.get("code")))) {
                    found = branch;
                }
            }
        }
        return PostalLines.of(found);
    }

    private static String text(Row row, int column) {
        return row.values().get(column) instanceof String text ? text.strip() : "";
    }
}

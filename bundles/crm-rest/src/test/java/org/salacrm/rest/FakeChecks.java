package org.salacrm.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salacrm.api.importing.ImportChecks;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.importing.Imports.Summary;

/** A check that found one cell, and notes what is corrected. */
final class FakeChecks implements ImportChecks {
    final List<Fix> fixes = new ArrayList<>();

    private CheckedRow row() {
        Problem problem = new Problem(2, 0, "ชื่อ", "name", "", "invalid.required", Map.of(), "error");
        return new CheckedRow(2, List.of("", "x"), fixes.isEmpty() ? List.of(problem) : List.of(), fixes);
    }

    @Override
    public RowPage rows(long id, String show, long after, int limit) {
        return new RowPage(List.of(row()), show.equals("error") ? 2 : 0, Summary.NONE);
    }

    @Override
    public Fixed fix(long id, Fix fix) {
        fixes.add(fix);
        return new Fixed(List.of(row()), 1, false, Summary.NONE);
    }

    @Override
    public Fixed takeBack(long id, Fix fix) {
        fixes.clear();
        return new Fixed(List.of(row()), 1, false, Summary.NONE);
    }
}

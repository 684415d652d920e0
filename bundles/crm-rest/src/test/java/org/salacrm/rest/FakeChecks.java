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
    final List<Choice> choices = new ArrayList<>();

    private CheckedRow row() {
        Problem problem = new Problem(2, 0, "ชื่อ", "name", "", "invalid.required", Map.of(), "error");
        return new CheckedRow(2, List.of("", "x"), fixes.isEmpty() ? List.of(problem) : List.of(), fixes, alike());
    }

    private Alike alike() {
        Likely record = new Likely(5, "สยาม", "Anan", 97, List.of("taxId"), 0);
        Likely other = new Likely(0, "", "", 80, List.of(), 4);
        return new Alike(
                List.of(record, other), choices.isEmpty() ? "" : choices.get(0).choice());
    }

    @Override
    public RowPage rows(long id, String show, long after, int limit) {
        return new RowPage(List.of(row()), show.equals("error") ? 2 : 0, "skip", Summary.NONE);
    }

    @Override
    public Fixed fix(long id, Fix fix) {
        fixes.add(fix);
        return new Fixed(List.of(row()), 1, false, Summary.NONE);
    }

    @Override
    public Fixed decide(long id, Choice choice) {
        choices.add(choice);
        return new Fixed(List.of(row()), 1, false, Summary.NONE);
    }

    @Override
    public Fixed takeBack(long id, Fix fix) {
        fixes.clear();
        return new Fixed(List.of(row()), 1, false, Summary.NONE);
    }
}

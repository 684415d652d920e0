package org.salacrm.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.definition.Definition;
import org.salacrm.api.definition.LabelFormat;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.ReportDefinition;
import org.salacrm.api.definition.View;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Sort;

public class DefinitionReaderTest {

    @Test
    public void labelsStandOnTheirPaperOrAreRefused() {
        String sheet =
                """
                labelFormats:
                  company.a5:
                    label: {th: A5, en: A5}
                    paper: {width: 148, height: 210}
                    columns: 2
                    rows: 5
                    first: {left: 5, top: 8, width: 67, height: %s}
                    gap: {across: 4}
                """;

        LabelFormat format = one(LabelFormat.class, sheet.formatted("38.5"));
        assertThat(format.places()).isEqualTo(10);
        assertThat(format.at(3).left()).isEqualByComparingTo("76");
        assertThat(format.at(3).top()).isEqualByComparingTo("46.5");
        assertThat(format.sender()).isEmpty();
        assertThatThrownBy(() -> one(LabelFormat.class, sheet.formatted("41")))
                .hasMessageContaining("do not fit on the paper");
    }

    @Test
    public void viewIsReadWithItsDefaultsAndShortSorts() {
        View view = one(
                View.class,
                """
                views:
                  sfa.open:
                    entity: opportunity
                    sort: [-amount, name]
                    filter: {field: stage, op: in, value: [a, no]}
                """);

        assertThat(view.mode()).isEqualTo("table");
        assertThat(view.sort()).containsExactly(Sort.down("amount"), Sort.up("name"));
        assertThat(view.filter()).isEqualTo(Filter.where("stage", Op.IN, "a", "no"));
        assertThat(view.columns()).isEmpty();
    }

    @Test
    public void lifecycleKeepsEmptyValuesThatATransitionSets() {
        Lifecycle cycle = one(
                Lifecycle.class,
                """
                lifecycles:
                  sfa.opportunity:
                    entity: opportunity
                    field: stage
                    initial: new
                    transitions:
                      - {id: reopen, from: [won, lost], to: (open), set: {closedAt: null, n: 1.50}}
                    locked: {won: ["*"]}
                """);

        Lifecycle.Transition reopen = cycle.transitions().get(0);
        assertThat(reopen.set()).containsEntry("closedAt", null).containsEntry("n", new java.math.BigDecimal("1.50"));
        assertThat(reopen.when()).isEqualTo(Filter.NONE);
        assertThat(cycle.locked()).isEqualTo(Map.of("won", List.of("*")));
    }

    @Test
    public void pickListRowsHavePhaseAndPercent() {
        PickList list = one(
                PickList.class,
                """
                pickLists:
                  stage:
                    items:
                      - {code: won, label: {th: ได้, en: Won}, phase: won, percent: 100, tone: success}
                      - {code: "no", label: {th: ไม่, en: No}}
                """);

        assertThat(list.items().get(0).percent()).contains(new java.math.BigDecimal(100));
        assertThat(list.items().get(1).active()).isTrue();
        assertThat(list.items().get(1).tone()).isEqualTo("neutral");
        assertThat(list.items().get(1).percent()).isEqualTo(Optional.empty());
    }

    @Test
    public void reportIsTheQuestionItself() {
        ReportDefinition report = one(
                ReportDefinition.class,
                """
                reports:
                  sfa.by-stage:
                    group: sales
                    report:
                      dimensions: [{name: stage, path: stage}]
                      facts:
                        open:
                          entity: opportunity
                          measures: {n: {function: count}, sum: {function: sum, of: amount}}
                      shaping: {top: {n: 5, by: sum, rest: true}}
                """);

        assertThat(report.report().dimensions()).containsExactly(new Report.Dimension("stage", "stage", "none", false));
        assertThat(report.report().facts().get("open").measures())
                .containsEntry("n", new Report.Measure("count", "", Filter.NONE));
        assertThat(report.report().shaping().top()).contains(new Report.Top(5, "sum", true));
    }

    @Test
    public void shapingThatIsLeftOutIsPlain() {
        ReportDefinition report = one(
                ReportDefinition.class,
                """
                reports: {r: {report: {facts: {f: {entity: e, measures: {n: {function: count}}}}}}}
                """);

        assertThat(report.report().shaping()).isEqualTo(Report.Shaping.PLAIN);
    }

    @Test
    public void everyRefusalNamesFileLineAndKey() {
        refused(
                "views:\n  v:\n    entity: e\n    colums: [a]",
                "x.yaml, line 4, views › v",
                "no key colums",
                "columns");
        refused("views:\n  v: {columns: [a]}", "line 2, views › v", "needs the key entity");
        refused("view: {}", "line 1", "no kind view", "views, menus");
        refused(
                "views:\n  v:\n    entity: e\n    order: first",
                "line 4, views › v › order",
                "needs a number, not first");
        refused("views:\n  v: {entity: e, mode: grid}", "cannot be grid", "table, board");
        refused("views:\n  v: {entity: e, columns: a}", "columns: needs a list");
        refused("views:\n  v: {entity: e, columns: [[a]]}", "columns[1]", "not a list");
        refused("views:\n  v: {entity: e}\n  v: {entity: f}", "line 3", "twice");
        refused("views:\n  v: {entity: e, filter: {field: a, op: like, value: b}}", "unknown operator like");
        refused("views:\n  v: {entity: e, filter: {field: a, value: @me}}", "line 2", "needs quotes");
        refused("views:\n  v: {id: w, entity: e}", "no key id");
        refused("views: [a]", "needs keys");
        refused("menus:\n  m: {target: list}", "needs the key entity");
        refused(
                "conversions:\n  c: {entity: lead, steps: [{name: a, entity: account, map: {x: $b}}]}",
                "step a uses $b, but no step before it");
    }

    @Test
    public void oneFaultRefusesTheWholeFile() {
        assertThatThrownBy(() -> DefinitionReader.read("x.yaml", "views: {good: {entity: e}, bad: {}}"))
                .isInstanceOf(RefusedDefinitionException.class)
                .hasMessageContaining("views › bad");
    }

    @Test
    public void emptyFileHoldsNothing() {
        assertThat(DefinitionReader.read("x.yaml", "# nothing yet\n")).isEmpty();
    }

    @Test
    public void conversionStepsMayUseStepsBeforeThem() {
        Conversion conversion = one(
                Conversion.class,
                """
                conversions:
                  sfa.qualify:
                    entity: lead
                    steps:
                      - {name: account, entity: account, map: {name: company}, ask: [name*]}
                      - {name: contact, entity: contact, optional: true, map: {account: $account, source: =lead}}
                    set: {account: $account}
                """);

        assertThat(conversion.steps()).hasSize(2);
        assertThat(conversion.steps().get(1).map()).containsEntry("source", "=lead");
    }

    private static <D extends Definition> D one(Class<D> type, String yaml) {
        return type.cast(DefinitionReader.read("x.yaml", yaml).get(0).definition());
    }

    private static void refused(String yaml, String... parts) {
        assertThatThrownBy(() -> DefinitionReader.read("x.yaml", yaml))
                .isInstanceOf(RefusedDefinitionException.class)
                .hasMessageContainingAll(parts);
    }
}

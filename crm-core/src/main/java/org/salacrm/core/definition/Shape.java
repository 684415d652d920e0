package org.salacrm.core.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.definition.Erasure;

/** What the Java types of the definitions do not say about their YAML: keys that must be there, words they know. */
final class Shape {
    private static final List<String> TONES = List.of("", "neutral", "info", "accent", "warning", "success", "danger");

    private static final Set<String> REQUIRED = Set.of(
            "View.entity",
            "Lifecycle.entity",
            "Lifecycle.field",
            "Lifecycle.initial",
            "Lifecycle.transitions",
            "Transition.id",
            "Transition.from",
            "Transition.to",
            "Conversion.entity",
            "Conversion.steps",
            "Step.name",
            "Step.entity",
            "PickList.items",
            "Item.code",
            "Item.label",
            "Text.th",
            "Text.en",
            "CalendarSource.entity",
            "CalendarSource.start",
            "CalendarSource.title",
            "AlertRule.kind",
            "AlertRule.entity",
            "AlertRule.to",
            "DuplicateRule.entity",
            "DuplicateRule.fields",
            "Field.name",
            "Field.as",
            "Holidays.days",
            "Day.day",
            "Day.label",
            "LabelFormat.label",
            "LabelFormat.paper",
            "LabelFormat.first",
            "Size.width",
            "Size.height",
            "Area.left",
            "Area.top",
            "Area.width",
            "Area.height",
            "Receiver.entity",
            "Erasure.entity",
            "Erasure.way",
            "People.entity",
            "People.of",
            "People.name",
            "Form.entity",
            "When.field",
            "Section.id",
            "Section.fields",
            "ReportDefinition.report",
            "Report.facts",
            "Dimension.name",
            "Dimension.path",
            "Fact.entity",
            "Fact.measures",
            "Measure.function",
            "Sort.path",
            "Top.n",
            "Top.by");

    private static final Map<String, List<String>> WORDS = Map.of(
            "View.mode", List.of("table", "board"),
            "Menu.target", List.of("", "list", "board", "page"),
            "Erasure.way", List.of(Erasure.EMPTY, Erasure.DELETE, Erasure.KEEP),
            "Transition.tone", TONES,
            "Item.tone", TONES,
            "Dimension.bucket", List.of("none", "day", "week", "month", "quarter", "year"),
            "Measure.function", List.of("count", "countDistinct", "sum", "avg", "min", "max"),
            "Shaping.compare", List.of("", "previous", "lastYear"),
            "Field.as",
                    List.of(
                            "company",
                            "person",
                            "phone",
                            "personPhone",
                            "email",
                            "personEmail",
                            "taxId",
                            "branch",
                            "website",
                            "address",
                            "code"));

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("View.mode", "table"),
            Map.entry("CalendarSource.owner", "owner"),
            Map.entry("CalendarSource.team", "team"),
            Map.entry("Item.tone", "neutral"),
            Map.entry("Item.active", true),
            Map.entry("Item.order", -1),
            Map.entry("DuplicateRule.sharpness", 50),
            Map.entry("Dimension.bucket", "none"),
            Map.entry("LabelFormat.columns", 1),
            Map.entry("LabelFormat.rows", 1),
            Map.entry("LabelFormat.padding", new BigDecimal(4)),
            Map.entry("LabelFormat.fontSize", new BigDecimal(11)));

    private Shape() {}

    static boolean required(String key) {
        return REQUIRED.contains(key);
    }

    /** The words a key may have; empty: any. */
    static List<String> words(String key) {
        return WORDS.getOrDefault(key, List.of());
    }

    static Object fallback(String key, Object otherwise) {
        return DEFAULTS.getOrDefault(key, otherwise);
    }
}

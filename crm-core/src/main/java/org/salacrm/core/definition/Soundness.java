package org.salacrm.core.definition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.definition.Definition;
import org.salacrm.api.definition.Form;
import org.salacrm.api.definition.Holidays;
import org.salacrm.api.definition.LabelFormat;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Menu;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;

/** Finds what is wrong with a definition although every key of it is right. */
final class Soundness {

    private static final Set<String> OPS =
            Set.of(Op.EQ, Op.NE, Op.IN, Op.NOT_IN, Op.EMPTY, Op.NOT_EMPTY, Op.LT, Op.LE, Op.GT, Op.GE);

    private Soundness() {}

    /** A sentence, empty when it is sound. */
    static String fault(Definition definition) {
        if (definition instanceof PickList list) {
            return twice("code", list.items().stream().map(PickList.Item::code).toList());
        }
        if (definition instanceof Lifecycle cycle) {
            return twice(
                    "transition",
                    cycle.transitions().stream().map(Lifecycle.Transition::id).toList());
        }
        if (definition instanceof Conversion conversion) {
            return steps(conversion);
        }
        if (definition instanceof Holidays holidays) {
            return holidays.days().stream()
                    .map(Holidays.Day::day)
                    .filter(day -> !isDay(day))
                    .findFirst()
                    .map(day -> "the day " + day + " is none; it is written as in \"2026-12-31\"")
                    .orElse("");
        }
        if (definition instanceof Menu menu) {
            return menu(menu);
        }
        if (definition instanceof AlertRule rule) {
            return rule.on().isEmpty() == rule.at().isEmpty() ? "needs one of the keys on and at" : "";
        }
        if (definition instanceof LabelFormat format) {
            return labels(format);
        }
        if (definition instanceof Form form) {
            return form.when().stream()
                    .flatMap(when -> Stream.of(when.visible(), when.required(), when.readOnly()))
                    .map(Soundness::condition)
                    .filter(fault -> !fault.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return "";
    }

    /** A form decides while it is filled in, so its conditions may only look at the record itself. */
    private static String condition(Filter filter) {
        if (filter instanceof Filter.Compare compare) {
            boolean token = compare.values().stream().anyMatch(v -> v instanceof String s && s.matches("@(?!me$).*"));
            return compare.path().contains(".") || token || !OPS.contains(compare.op())
                    ? "a condition of a form cannot be about " + compare.path() + " " + compare.op()
                    : "";
        }
        return filter instanceof Filter.Exists
                ? "a condition of a form cannot be about other records"
                : filter.inner().stream()
                        .map(Soundness::condition)
                        .filter(fault -> !fault.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private static String labels(LabelFormat format) {
        if (format.columns() < 1 || format.rows() < 1) {
            return "a sheet has at least one column and one row";
        }
        LabelFormat.Area last = format.at(format.places() - 1);
        boolean fits = isOn(format.paper(), last) && isOn(format.paper(), format.first());
        return fits && format.sender().stream().allMatch(sender -> isOn(format.paper(), sender))
                ? ""
                : "its labels, or the sender, do not fit on the paper";
    }

    private static boolean isOn(LabelFormat.Size paper, LabelFormat.Area area) {
        return area.left().signum() >= 0
                && area.top().signum() >= 0
                && area.left().add(area.width()).compareTo(paper.width()) <= 0
                && area.top().add(area.height()).compareTo(paper.height()) <= 0;
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String menu(Menu menu) {
        return switch (menu.target()) {
            case "list", "board" -> menu.entity().isEmpty() ? "target " + menu.target() + " needs the key entity" : "";
            case "page" -> menu.page().isEmpty() ? "target page needs the key page" : "";
            default -> menu.parent().isEmpty() ? "" : "an entry within a group needs the key target";
        };
    }

    private static String steps(Conversion conversion) {
        Set<String> before = new HashSet<>();
        for (Conversion.Step step : conversion.steps()) {
            for (String source : step.map().values()) {
                if (source.startsWith("$") && !before.contains(source.substring(1))) {
                    return "step " + step.name() + " uses " + source + ", but no step before it has that name";
                }
            }
            if (!before.add(step.name())) {
                return "the step " + step.name() + " stands here twice";
            }
        }
        return conversion.set().values().stream()
                .filter(v -> v instanceof String s && s.startsWith("$") && !before.contains(s.substring(1)))
                .findFirst()
                .map(v -> "set uses " + v + ", but no step has that name")
                .orElse("");
    }

    private static String twice(String what, Collection<String> names) {
        Set<String> seen = new HashSet<>();
        return names.stream()
                .filter(name -> !seen.add(name))
                .findFirst()
                .map(name -> "the " + what + " " + name + " stands here twice")
                .orElse("");
    }
}

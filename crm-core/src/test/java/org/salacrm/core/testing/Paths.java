package org.salacrm.core.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.definition.Form;
import org.salacrm.api.definition.HomeBlock;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.Receiver;
import org.salacrm.api.definition.View;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;

/** Follows every path and code in definitions and collects those that lead nowhere. */
final class Paths {
    private final Map<String, EntityType> types;
    private final List<String> wrong = new ArrayList<>();

    Paths(Map<String, EntityType> types) {
        this.types = types;
    }

    List<String> wrong() {
        return wrong;
    }

    void check(View view) {
        view.columns().stream()
                .filter(path -> types.get(view.entity()).workedOut().stream()
                        .noneMatch(column -> column.name().equals(path)))
                .forEach(path -> path(view.id(), view.entity(), path));
        view.sort().forEach(sort -> path(view.id(), view.entity(), sort.path()));
        filter(view.id(), view.entity(), view.filter());
    }

    void check(HomeBlock block, Map<String, View> views) {
        if (!views.containsKey(block.view())) {
            wrong.add(block.id() + ": there is no view " + block.view());
            return;
        }
        String entity = views.get(block.view()).entity();
        block.phones().forEach(path -> path(block.id(), entity, path));
    }

    void check(Form form) {
        form.sections().forEach(s -> s.fields().forEach(field -> path(form.id(), form.entity(), field)));
        form.facts().forEach(field -> path(form.id(), form.entity(), field));
        for (Form.When when : form.when()) {
            path(form.id(), form.entity(), when.field());
            filter(form.id(), form.entity(), when.visible());
            filter(form.id(), form.entity(), when.required());
            filter(form.id(), form.entity(), when.readOnly());
        }
    }

    void check(CalendarSource source) {
        Stream.of(
                        Stream.of(source.start(), source.end(), source.day(), source.lastDay(), source.title()),
                        Stream.of(source.about(), source.owner(), source.team(), source.kind(), source.status()),
                        Stream.of(source.yearly(), source.participants(), source.answers()),
                        source.alsoOf().stream(),
                        source.card().stream())
                .flatMap(paths -> paths)
                .filter(path -> !path.isEmpty())
                .forEach(path -> path(source.id(), source.entity(), path));
        filter(source.id(), source.entity(), source.filter());
    }

    void check(AlertRule rule) {
        Stream.of(rule.to().stream(), rule.changed().stream(), Stream.of(rule.at(), rule.yearly(), rule.answers()))
                .flatMap(paths -> paths)
                .filter(path -> !path.isEmpty())
                .forEach(path -> path(rule.id(), rule.entity(), path));
        filter(rule.id(), rule.entity(), rule.when());
    }

    void check(Receiver receiver) {
        Stream.of(receiver.company(), receiver.companyEn(), receiver.person(), receiver.salutation())
                .filter(path -> !path.isEmpty())
                .forEach(path -> path(receiver.id(), receiver.entity(), path));
        receiver.people().ifPresent(people -> {
            Stream.of(people.of(), people.name(), people.salutation())
                    .filter(path -> !path.isEmpty())
                    .forEach(path -> path(receiver.id(), people.entity(), path));
            filter(receiver.id(), people.entity(), people.filter());
        });
    }

    void check(Lifecycle cycle, Map<String, PickList> lists) {
        path(cycle.id(), cycle.entity(), cycle.field());
        PickList states = types.get(cycle.entity())
                .field(cycle.field())
                .map(field -> lists.get(field.pickList()))
                .orElseThrow();
        Set<String> names = new HashSet<>();
        states.items().forEach(item -> {
            names.add(item.code());
            names.add(item.phase());
        });
        name(cycle.id(), names, cycle.initial());
        cycle.locked().forEach((phase, fields) -> {
            name(cycle.id(), names, phase);
            fields.stream().filter(f -> !f.equals("*")).forEach(field -> path(cycle.id(), cycle.entity(), field));
        });
        for (Lifecycle.Transition way : cycle.transitions()) {
            way.from().forEach(from -> name(cycle.id(), names, from));
            name(cycle.id(), names, way.to().replaceAll("[()]", ""));
            way.fields().forEach(field -> asked(cycle.id(), cycle.entity(), field));
            way.set().keySet().forEach(field -> path(cycle.id(), cycle.entity(), field));
            filter(cycle.id(), cycle.entity(), way.when());
        }
    }

    void check(Conversion conversion) {
        filter(conversion.id(), conversion.entity(), conversion.when());
        conversion.set().keySet().forEach(field -> path(conversion.id(), conversion.entity(), field));
        for (Conversion.Step step : conversion.steps()) {
            step.map().forEach((target, source) -> {
                path(conversion.id(), step.entity(), target);
                if (!source.startsWith("=") && !source.startsWith("$") && !source.equals("id")) {
                    path(conversion.id(), conversion.entity(), source);
                }
            });
            step.ask().forEach(field -> asked(conversion.id(), step.entity(), field));
        }
    }

    private void filter(String place, String entity, Filter filter) {
        if (filter instanceof Filter.All all) {
            all.filters().forEach(one -> filter(place, entity, one));
        } else if (filter instanceof Filter.Any any) {
            any.filters().forEach(one -> filter(place, entity, one));
        } else if (filter instanceof Filter.Not not) {
            filter(place, entity, not.filter());
        } else if (filter instanceof Filter.Exists exists) {
            EntityType other = types.get(exists.entity());
            if (other == null || !exists.via().equals(other.parent())) {
                path(place, exists.entity(), exists.via());
            }
            filter(place, exists.entity(), exists.filter());
        } else if (filter instanceof Filter.Compare compare && !compare.path().equals("*")) {
            path(place, entity, compare.path());
        }
    }

    /** A field asked for, {@code wonAmount* = expectedRevenue}: both sides are paths. */
    private void asked(String place, String entity, String written) {
        for (String side : written.replace("*", "").split("=")) {
            path(place, entity, side.strip());
        }
    }

    private void name(String place, Set<String> names, String name) {
        if (!names.contains(name)) {
            wrong.add(place + ": no state or phase " + name);
        }
    }

    /** What leads into a module that is not here cannot be followed. */
    private void path(String place, String entity, String path) {
        EntityType type = types.get(entity);
        for (String step : path.split("\\.")) {
            if (type == null) {
                return;
            }
            FieldType field = type.field(step).orElse(null);
            if (field == null || field.flags().hidden()) {
                wrong.add(place + ": " + entity + " has no " + path);
                return;
            }
            type = types.get(field.isParts() ? field.part() : field.ref());
        }
    }
}

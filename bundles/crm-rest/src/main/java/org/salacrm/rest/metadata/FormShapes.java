package org.salacrm.rest.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.definition.Form;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.query.Filter;
import org.salacrm.rest.json.Shape;

/** How a record is laid out: sections, facts of the head, tabs, conditions of fields, what it was made of. */
@Component(service = FormShapes.class)
public final class FormShapes {
    /** What every record carries stands at the end of the form. */
    private static final Set<String> SYSTEM =
            Set.of("owner", "team", "createdAt", "createdBy", "modifiedAt", "modifiedBy");

    private final Registry registry;
    private final Labels labels;

    @Activate
    public FormShapes(@Reference Registry registry, @Reference Labels labels) {
        this.registry = registry;
        this.labels = labels;
    }

    /** @param names of the fields that the caller knows */
    Shape of(EntityType type, Set<String> names) {
        return new Shape()
                .with("sections", sections(type, names))
                .some(
                        "facts",
                        all(type, Form::facts).stream().filter(names::contains).toList())
                .some(
                        "when",
                        all(type, Form::when).stream()
                                .filter(when -> names.contains(when.field()))
                                .map(FormShapes::when)
                                .toList())
                .some("chain", chain(type, names));
    }

    /** The fields of the short form that the caller knows: those of a definition, else those of the class. */
    List<String> quick(EntityType type, Set<String> names) {
        List<String> defined = forms(type).stream()
                .map(Form::quick)
                .filter(fields -> !fields.isEmpty())
                .findFirst()
                .orElse(type.quick());
        List<String> quick = defined.isEmpty() ? required(type) : defined;
        return quick.stream().filter(names::contains).toList();
    }

    private static List<String> required(EntityType type) {
        return type.fields().stream()
                .filter(f -> f.flags().required() && !f.flags().readOnly())
                .map(FieldType::name)
                .toList();
    }

    /** What is compared to find records that may be the same, as far as the caller knows it; nothing without a rule. */
    List<Shape> duplicates(EntityType type, Set<String> names) {
        return registry.all(DuplicateRule.class).stream()
                .filter(rule -> rule.entity().equals(type.name()))
                .limit(1)
                .flatMap(rule -> rule.fields().stream())
                .map(field -> new Shape()
                        .with("name", field.name())
                        .with(
                                "of",
                                field.allOf().stream()
                                        .filter(name -> type.field(name).isPresent())
                                        .toList()))
                .filter(shape -> shape.get("of") instanceof List<?> of && !of.isEmpty() && names.containsAll(of))
                .toList();
    }

    /** The related lists in the order of the definitions, without those that are not shown. */
    List<Shape> ordered(EntityType type, List<Shape> related) {
        List<String> tabs = all(type, Form::tabs);
        List<String> hidden = all(type, Form::hidden);
        return related.stream()
                .filter(list -> !hidden.contains(list.get("id")))
                .sorted(Comparator.comparingInt(list -> {
                    int place = tabs.indexOf(list.get("id"));
                    return place < 0 ? tabs.size() : place;
                }))
                .map(list -> list.some("first", tabs.contains(list.get("id")) ? true : null))
                .toList();
    }

    private <T> List<T> all(EntityType type, Function<Form, List<T>> what) {
        return forms(type).stream().flatMap(form -> what.apply(form).stream()).toList();
    }

    private List<Form> forms(EntityType type) {
        return registry.all(Form.class).stream()
                .filter(form -> form.entity().equals(type.name()))
                .toList();
    }

    private static Shape when(Form.When when) {
        return new Shape()
                .with("field", when.field())
                .some("visible", tree(when.visible()))
                .some("required", tree(when.required()))
                .some("readOnly", tree(when.readOnly()));
    }

    private static Optional<Object> tree(Filter filter) {
        return filter.equals(Filter.NONE) ? Optional.empty() : Optional.of(filter.tree());
    }

    /** The references by which conversions tie a record to what it was made of and to what was made of it. */
    private List<String> chain(EntityType type, Set<String> names) {
        Set<String> ties = new TreeSet<>();
        for (Conversion conversion : registry.all(Conversion.class)) {
            if (conversion.entity().equals(type.name())) {
                conversion.set().forEach((field, value) -> {
                    if (value instanceof String text && text.startsWith("$")) {
                        ties.add(field);
                    }
                });
            }
            conversion.steps().stream()
                    .filter(step -> step.entity().equals(type.name()))
                    .forEach(step -> step.map().forEach((field, source) -> {
                        if (source.equals("id")) {
                            ties.add(field);
                        }
                    }));
        }
        return type.fields().stream()
                .filter(FieldType::isRef)
                .map(FieldType::name)
                .filter(name -> ties.contains(name) && names.contains(name))
                .toList();
    }

    private List<Shape> sections(EntityType type, Set<String> names) {
        Optional<Form> form =
                forms(type).stream().filter(one -> !one.sections().isEmpty()).findFirst();
        Map<String, List<String>> sections = form.isPresent() ? defined(form.get()) : natural(type);
        List<Shape> shapes = new ArrayList<>();
        sections.forEach((id, all) -> {
            List<String> seen = all.stream().filter(names::contains).toList();
            if (!seen.isEmpty()) {
                shapes.add(new Shape()
                        .with("id", id)
                        .with("label", labels.section(id))
                        .with("fields", seen));
            }
        });
        return shapes;
    }

    private static Map<String, List<String>> defined(Form form) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        form.sections().forEach(s -> sections.put(s.id(), s.fields()));
        return sections;
    }

    private static Map<String, List<String>> natural(EntityType type) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        for (FieldType field : type.fields()) {
            if (!SYSTEM.contains(field.name())) {
                String id = field.flags().custom() ? "custom" : field.section().isEmpty() ? "main" : field.section();
                sections.computeIfAbsent(id, i -> new ArrayList<>()).add(field.name());
            }
        }
        if (!type.isPart()) {
            sections.put(
                    "system",
                    type.fields().stream()
                            .map(FieldType::name)
                            .filter(SYSTEM::contains)
                            .toList());
        }
        return sections;
    }
}

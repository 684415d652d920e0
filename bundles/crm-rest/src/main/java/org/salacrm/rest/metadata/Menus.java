package org.salacrm.rest.metadata;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.definition.Menu;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.json.Shape;

/** Where a caller can go: the menu and the kinds of records, as far as he may see them. */
@Component(service = Menus.class)
public final class Menus {
    private static final Comparator<Menu> ORDER =
            Comparator.comparingInt(Menu::order).thenComparing(Menu::id);

    private final Registry registry;
    private final EntityTypes types;
    private final Rights rights;
    private final Labels labels;

    @Activate
    public Menus(
            @Reference Registry registry,
            @Reference EntityTypes types,
            @Reference Rights rights,
            @Reference Labels labels) {
        this.registry = registry;
        this.types = types;
        this.rights = rights;
        this.labels = labels;
    }

    List<Shape> shapes(Caller caller) {
        List<Menu> all = registry.all(Menu.class).stream().sorted(ORDER).toList();
        return all.stream()
                .filter(menu -> menu.parent().isEmpty())
                .map(group -> group(group, all, caller))
                .filter(group -> group.containsKey("target") || !((List<?>) group.get("children")).isEmpty())
                .toList();
    }

    private Shape group(Menu group, List<Menu> all, Caller caller) {
        List<Shape> children = all.stream()
                .filter(menu -> menu.parent().equals(group.id()) && visible(menu, caller))
                .map(menu -> entry(menu).with("target", target(menu)))
                .toList();
        Shape shape = entry(group).with("order", group.order());
        if (!group.target().isEmpty() && visible(group, caller)) {
            shape.with("target", target(group));
        }
        return shape.with("children", children);
    }

    private Shape entry(Menu menu) {
        return new Shape()
                .with("id", menu.id())
                .with("label", labels.menu(menu.id()))
                .with("icon", menu.icon());
    }

    private static Shape target(Menu menu) {
        return new Shape()
                .with("to", menu.target())
                .some("entity", menu.entity())
                .some("view", menu.view())
                .some("page", menu.page());
    }

    private boolean visible(Menu menu, Caller caller) {
        return (menu.entity().isEmpty() || readable(caller, menu.entity()))
                && (menu.permission().isEmpty() || rights.permitted(caller, menu.permission()))
                && (!menu.page().equals("import") || types.all().stream().anyMatch(type -> imports(type, caller)));
    }

    boolean readable(Caller caller, String entity) {
        return types.find(entity).isPresent() && rights.level(caller, entity, Verb.READ) != Level.NONE;
    }

    List<Shape> entities(Caller caller) {
        return types.all().stream()
                .filter(type -> !type.isPart() && readable(caller, type.name()))
                .map(type -> entity(type, caller))
                .toList();
    }

    private boolean imports(EntityType type, Caller caller) {
        return type.features().imports() && rights.level(caller, type.name(), Verb.IMPORT) != Level.NONE;
    }

    private Shape entity(EntityType type, Caller caller) {
        boolean create = rights.level(caller, type.name(), Verb.CREATE) != Level.NONE;
        return new Shape()
                .with("name", type.name())
                .with("label", labels.entity(type.name()))
                .with("plural", labels.plural(type.name()))
                .with("icon", type.icon())
                .with("create", create)
                .with("quick", create && !type.quick().isEmpty())
                .with("import", imports(type, caller))
                .with("duplicates", registry.all(DuplicateRule.class).stream().anyMatch(rule -> rule.entity()
                        .equals(type.name())))
                .with("common", type.features().common())
                .with("custom", type.features().custom());
    }
}

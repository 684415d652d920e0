package org.salacrm.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.definition.Form;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Menu;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.ReportDefinition;
import org.salacrm.api.definition.View;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.module.CrmModule;

/** The keys of all words that a module's entities and definitions are shown with. */
record Labels(CrmModule module, ModuleFiles files, Map<String, EntityType> types) {

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        keys.add("module." + module.id() + ".label");
        module.permissions().forEach(permission -> keys.add("permission." + permission + ".label"));
        types.values().stream()
                .filter(type -> type.module().equals(module.id()))
                .forEach(type -> entity(type, keys));
        files.definitions(View.class).forEach(view -> keys.add("view." + view.id() + ".label"));
        files.definitions(Menu.class).forEach(menu -> keys.add("menu." + menu.id() + ".label"));
        files.definitions(ReportDefinition.class).forEach(report -> keys.add("report." + report.id() + ".label"));
        files.definitions(CalendarSource.class).forEach(source -> keys.add("calendar." + source.id() + ".label"));
        files.definitions(AlertRule.class).forEach(rule -> keys.add("alert." + rule.id() + ".text"));
        files.definitions(PickList.class).forEach(list -> keys.add("pickList." + list.id() + ".label"));
        files.definitions(Form.class)
                .forEach(form -> form.sections().forEach(s -> keys.add("section." + s.id() + ".label")));
        files.definitions(Lifecycle.class).forEach(cycle -> cycle.transitions()
                .forEach(way -> keys.add(cycle.entity() + "." + way.id() + ".label")));
        files.definitions(Conversion.class)
                .forEach(one -> keys.add(
                        one.entity() + "." + one.id().substring(one.id().lastIndexOf('.') + 1) + ".label"));
        return keys;
    }

    /** The key under which a field that many entities have is named once: {@code owner.label}. */
    static String common(String key) {
        return key.substring(key.indexOf('.') + 1);
    }

    private static void entity(EntityType type, List<String> keys) {
        keys.add(type.name() + ".label");
        keys.add(type.name() + ".plural");
        for (FieldType field : type.fields()) {
            if (!field.flags().hidden()) {
                keys.add(type.name() + "." + field.name() + ".label");
                if (!field.section().isEmpty()) {
                    keys.add("section." + field.section() + ".label");
                }
            }
        }
    }
}

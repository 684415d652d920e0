package org.salacrm.rest.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.message.Text;
import org.salacrm.api.security.Caller;
import org.salacrm.api.setting.SavedViews;
import org.salacrm.api.setting.SavedViews.SavedView;
import org.salacrm.api.setting.Settings;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;

/** How the company and its people arranged the lists: saved views, and the columns that a role begins with. */
@Component(service = SavedShapes.class)
public final class SavedShapes {
    static final String PREFIX = "saved.";
    private static final String COLUMNS = "columns.";

    private final SavedViews saved;
    private final Settings settings;

    @Activate
    public SavedShapes(@Reference SavedViews saved, @Reference Settings settings) {
        this.saved = saved;
        this.settings = settings;
    }

    Stream<Shape> of(String entity, Caller caller) {
        return saved.of(entity).stream().map(view -> shape(view, caller));
    }

    static Shape shape(SavedView view, Caller caller) {
        Shape shape = new Shape().with("id", PREFIX + view.id()).with("label", Text.of(view.name()));
        shape.putAll(Json.object(Json.parse(view.body())));
        Shape about = new Shape()
                .id("id", view.id())
                .with("version", view.version())
                .with("audience", view.audience())
                .with("mine", view.owner() == caller.user());
        if (view.team() != 0) {
            about.id("team", view.team());
        }
        return shape.with("saved", about);
    }

    /** The columns of a view that an administrator chose for one of the caller's roles. */
    Optional<List<String>> columns(String entity, String view, Caller caller) {
        Map<String, Object> ofRoles = Json.object(chosen(entity).getOrDefault(view, Map.of()));
        return caller.roles().stream()
                .sorted()
                .map(role -> ofRoles.get(role.toString()))
                .filter(List.class::isInstance)
                .map(list -> ((List<?>) list).stream().map(String::valueOf).toList())
                .findFirst();
    }

    /** Keeps what a role begins with; nothing gives back the view's own columns. Only for whoever may configure. */
    void columns(String entity, String view, long role, List<String> paths) {
        Map<String, Object> all = new LinkedHashMap<>(chosen(entity));
        Map<String, Object> ofRoles = new LinkedHashMap<>(Json.object(all.getOrDefault(view, Map.of())));
        if (paths.isEmpty()) {
            ofRoles.remove(Long.toString(role));
        } else {
            ofRoles.put(Long.toString(role), paths);
        }
        all.put(view, ofRoles);
        settings.company(COLUMNS + entity, Json.text(all));
    }

    private Map<String, Object> chosen(String entity) {
        return settings.company(COLUMNS + entity)
                .map(Json::parse)
                .map(Json::object)
                .orElse(Map.of());
    }
}

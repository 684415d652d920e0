package org.salacrm.core.alert;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.event.RecordListener;

/** Holds what happened to records against the rules. */
@Component
public class AlertListener implements RecordListener {
    private final Registry registry;
    private final Deeds deeds;
    private final Moments moments;

    @Activate
    public AlertListener(@Reference Registry registry, @Reference Deeds deeds, @Reference Moments moments) {
        this.registry = registry;
        this.deeds = deeds;
        this.moments = moments;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public void on(List<RecordEvent> events) {
        for (AlertRule rule : registry.all(AlertRule.class)) {
            if (rule.at().isEmpty()) {
                deeds.tell(rule, events);
            } else {
                List<Long> ids = events.stream()
                        .filter(event -> event.entity().equals(rule.entity())
                                && !event.kind().equals("delete"))
                        .map(RecordEvent::id)
                        .distinct()
                        .toList();
                if (!ids.isEmpty()) {
                    moments.look(rule, ids);
                }
            }
        }
    }
}

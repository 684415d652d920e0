package org.salacrm.core.record.outbox;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.event.Live;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.event.RecordListener;

/** Tells open browsers which records changed. */
@Component
public final class LiveListener implements RecordListener {
    private final Live live;

    @Activate
    public LiveListener(@Reference Live live) {
        this.live = live;
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public void on(List<RecordEvent> events) {
        for (RecordEvent event : events) {
            Map<String, Object> body = Map.of(
                    "entity", event.entity(),
                    "id", event.id(),
                    "version", event.version(),
                    "op", op(event.kind()),
                    "owner", event.owner(),
                    "team", event.team());
            live.tell(new Live.Message("record", 0, body));
        }
    }

    /** What an action did to a record is a change of it. */
    private static String op(String kind) {
        return kind.equals("create") || kind.equals("delete") || kind.equals("restore") ? kind : "update";
    }
}

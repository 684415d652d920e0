package org.salacrm.core.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.salacrm.api.event.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the browsers that are open at this node. */
@Component
public class LocalLive implements Live {
    private static final Logger LOG = LoggerFactory.getLogger(LocalLive.class);

    private final List<Consumer<Message>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void tell(Message message) {
        for (Consumer<Message> listener : listeners) {
            try {
                listener.accept(message);
            } catch (RuntimeException e) { // outermost: one listener must not keep the others uninformed
                LOG.warn("A listener failed on {}", message.type(), e);
            }
        }
    }

    @Override
    public Listening listen(Consumer<Message> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}

package org.salacrm.rest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.salacrm.api.event.Live;

/** Tells the listeners of a test at once. */
final class FakeLive implements Live {
    private final List<Consumer<Message>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void tell(Message message) {
        listeners.forEach(listener -> listener.accept(message));
    }

    @Override
    public Listening listen(Consumer<Message> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}

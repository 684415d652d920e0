package org.salacrm.core.testing;

import java.util.List;
import java.util.function.Consumer;
import org.salacrm.api.event.Live;

/** Keeps what browsers would have been told. */
public record FakeLive(List<Message> told) implements Live {

    @Override
    public void tell(Message message) {
        told.add(message);
    }

    @Override
    public Listening listen(Consumer<Message> listener) {
        throw new UnsupportedOperationException("nobody listens in this test");
    }
}

package org.salacrm.core.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A connection that is believed to work for half a second after it said so. The pool asks before every use, each time a
 * way to the database and back: half of all ways that reading a record took, and as many as writing its parts.
 */
final class TrustedConnection implements InvocationHandler {
    private static final long BELIEVED = Duration.ofMillis(500).toNanos();

    private final Connection connection;
    private final LongSupplier nanos;
    private long said;

    private TrustedConnection(Connection connection, LongSupplier nanos) {
        this.connection = connection;
        this.nanos = nanos;
        this.said = nanos.getAsLong();
    }

    /** @param nanos a clock that only counts */
    static Connection of(Connection connection, LongSupplier nanos) {
        return (Connection) Proxy.newProxyInstance(
                TrustedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new TrustedConnection(connection, nanos));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean asked = method.getName().equals("isValid");
        if (asked && nanos.getAsLong() - said < BELIEVED && !connection.isClosed()) {
            return true;
        }
        try {
            Object answer = method.invoke(connection, arguments);
            if (asked && answer.equals(true)) {
                said = nanos.getAsLong();
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

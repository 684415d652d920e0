package org.salacrm.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.Test;

public class TrustedConnectionTest {
    private boolean alive = true;
    private boolean closed;
    private int asked;
    private long now;
    private final Connection driver = (Connection)
            Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, (p, method, a) -> {
                if (method.getName().equals("isClosed")) {
                    return closed;
                }
                asked++;
                return alive;
            });
    private final Connection connection = TrustedConnection.of(driver, () -> now);

    @Test
    public void aConnectionIsAskedAgainOnlyAfterHalfASecond() throws SQLException {
        assertThat(connection.isValid(0)).isTrue();
        assertThat(asked).isZero();
        later(500);
        assertThat(connection.isValid(0)).isTrue();
        later(499);
        assertThat(connection.isValid(0)).isTrue();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    public void aConnectionThatWasClosedIsNotBelieved() throws SQLException {
        closed = true;
        alive = false;
        assertThat(connection.isValid(0)).isFalse();
    }

    @Test
    public void aConnectionThatSaidNoIsAskedEveryTime() throws SQLException {
        later(600);
        alive = false;
        assertThat(connection.isValid(0)).isFalse();
        assertThat(connection.isValid(0)).isFalse();
        assertThat(asked).isEqualTo(2);
    }

    private void later(int millis) {
        now += Duration.ofMillis(millis).toNanos();
    }
}

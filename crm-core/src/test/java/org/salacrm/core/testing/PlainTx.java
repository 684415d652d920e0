package org.salacrm.core.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.sql.DataSource;
import org.salacrm.core.store.Tx;

/** Transactions of plain JDBC, without entity managers. */
public final class PlainTx implements Tx {
    private final DataSource source;
    private final ThreadLocal<Running> running = new ThreadLocal<>();

    public PlainTx(DataSource source) {
        this.source = source;
    }

    private record Running(Connection connection, List<Runnable> afterCommit) {}

    @Override
    public <T> T required(Supplier<T> work) {
        return active() ? work.get() : requiresNew(work);
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        Running waiting = running.get();
        Running mine;
        T result;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            mine = new Running(connection, new ArrayList<>());
            running.set(mine);
            boolean done = false;
            try {
                result = work.get();
                done = true;
            } finally {
                if (done) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            running.set(waiting);
        }
        mine.afterCommit().forEach(Runnable::run);
        return result;
    }

    @Override
    public boolean active() {
        return running.get() != null;
    }

    @Override
    public void use(String unit) {
        // Nothing comes or goes here.
    }

    @Override
    public EntityManager em(String unit) {
        throw new UnsupportedOperationException("no entity managers here");
    }

    @Override
    public Connection connection() {
        return running.get().connection();
    }

    @Override
    public void afterCommit(Runnable work) {
        running.get().afterCommit().add(work);
    }
}

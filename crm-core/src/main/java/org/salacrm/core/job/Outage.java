package org.salacrm.core.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.salacrm.core.store.Standstill;

/**
 * Tells once that the scheduler cannot work, which itself would tell of every try. It keeps its exceptions to itself,
 * so the database is asked for its table once more: what it says now is the cause.
 */
final class Outage extends AbstractSchedulerListener {
    private final Standstill standstill = new Standstill("Jobs");
    private final DataSource database;

    Outage(DataSource database) {
        this.database = database;
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType event) {
        if (event == SchedulerEventType.UNEXPECTED_ERROR) {
            standstill.waits(cause());
        } else if (event == SchedulerEventType.RAN_EXECUTE_DUE) {
            standstill.goesOn();
        }
    }

    Object cause() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select count(*) from core_task").close();
            return "the database answers; the log com.github.kagkarlsson.scheduler, switched off, would say more";
        } catch (SQLException e) {
            return e;
        }
    }
}

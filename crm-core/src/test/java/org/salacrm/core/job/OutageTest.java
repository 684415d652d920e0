package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.Test;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.testing.TestDatabase;

public class OutageTest {
    @Test
    public void whyTheJobsWaitIsWhatTheDatabaseSays() {
        EmbeddedDataSource gone = new EmbeddedDataSource();
        gone.setDatabaseName("memory:gone");
        assertThat(new Outage(gone).cause())
                .isInstanceOf(SQLException.class)
                .asString()
                .contains("memory:gone");
    }

    @Test
    public void whereTheDatabaseAnswersTheLogOfTheSchedulerIsNamed() {
        assertThat(new Outage(TestDatabase.fresh(Vendor.DERBY).dataSource()).cause())
                .asString()
                .contains("kagkarlsson");
    }
}

package org.salacrm.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.testing.TestDatabase;

/** From one database to the other and back nothing is lost, whatever the tables hold. */
@RunWith(Parameterized.class)
public class RoundTripTest {
    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static final Map<Vendor, Trip> TRIPS = new EnumMap<>(Vendor.class);

    private final Trip trip;

    public RoundTripTest(Vendor from) {
        trip = TRIPS.get(from);
    }

    @Parameters(name = "from {0}")
    public static List<Vendor> vendors() {
        return TestDatabase.vendors();
    }

    @BeforeClass
    public static void travel() throws IOException, SQLException {
        for (Vendor from : vendors()) {
            TRIPS.put(from, new Trip(from, FOLDER.getRoot().toPath()));
        }
    }

    @AfterClass
    public static void close() {
        TRIPS.values().forEach(Trip::close);
    }

    @Test
    public void everyRowOfEveryTableComesToTheOtherDatabaseAndBack() throws SQLException {
        assertThat(trip.before).hasSizeGreaterThan(50).containsKeys("core_account_x1", "shop_order", "core_task");
        assertThat(Trip.rows(trip.there)).isEqualTo(trip.before);
        assertThat(trip.restored).isEqualTo(trip.written);
        assertThat(trip.back.one("select count(*) from core_history")).isEqualTo("12");
    }

    @Test
    public void nobodyIsSignedInAfterwards() throws SQLException {
        assertThat(trip.here.one("select count(*) from core_session")).isEqualTo("12");
        assertThat(trip.there.one("select count(*) from core_session")).isEqualTo("0");
        assertThat(trip.there.one("select count(*) from core_lease"))
                .as("the one the changelog makes")
                .isEqualTo("1");
    }

    @Test
    public void theTablesHaveTheirIndexes() {
        assertThatThrownBy(() -> trip.there.execute("insert into shop_order (id, label) values (6, 'old')"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    public void whatANewerProductWantsOfItsTablesIsDoneToTheRestoredRows() throws IOException, SQLException {
        assertThat(Trip.rows(trip.back)).isEqualTo(trip.before);
        trip.back.start(
                """
                <changeSet id='shop-2' author='test'>
                  <addColumn tableName='shop_order'><column name='vat' type='decimal(19,4)'/></addColumn>
                  <sql>update shop_order set vat = total * 0.07</sql>
                  <rollback/>
                </changeSet>
                """);
        assertThat(trip.back.one("select vat from shop_order where id = 7")).startsWith("7.0");
    }

    @Test
    public void filesAndModuleFilesComeAlongAndWhatIsDamagedIsTold() {
        assertThat(trip.written.files()).isEqualTo(2);
        assertThat(trip.written.damaged()).containsExactly(trip.damaged);
        assertThat(trip.back.data.resolve(Trip.place(trip.whole)))
                .hasSameBinaryContentAs(trip.here.data.resolve(Trip.place(trip.whole)));
        assertThat(trip.back.data.resolve(Trip.place(trip.damaged))).hasContent("was something else");
        assertThat(trip.back.data.resolve("modules/shop-1.0.0-abc.kar")).hasContent("a module");
        assertThat(trip.back.data.resolve("modules/unpacked")).doesNotExist();
        assertThat(trip.back.data.resolve("files/incoming")).doesNotExist();
    }
}

package org.salacrm.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.core.testing.SharedStores;

@RunWith(Parameterized.class)
public class JtaTxTest {
    private static final SharedStores STORES = new SharedStores();

    private final TestStore store;
    private final Tx tx;

    public JtaTxTest(Database.Vendor vendor) {
        this.store = STORES.of(vendor);
        this.tx = store.tx();
    }

    @Parameters(name = "{0}")
    public static Database.Vendor[] databases() {
        return Database.Vendor.values();
    }

    @Before
    public void empty() {
        new Sql(tx).update("delete from core_setting");
    }

    @AfterClass
    public static void close() {
        STORES.close();
    }

    @Test
    public void whatSucceedsIsThere() {
        tx.required(() -> write("a"));
        assertThat(keys()).containsExactly("a");
    }

    @Test
    public void whatFailsIsNotThere() {
        assertThatThrownBy(() -> tx.required(() -> {
                    write("a");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(keys()).isEmpty();
        assertThat(tx.active()).isFalse();
    }

    @Test
    public void anInnerFailureTakesTheOuterWorkAlongEvenWhenItIsCaught() {
        assertThatThrownBy(() -> tx.required(() -> {
                    write("a");
                    assertThatThrownBy(() -> tx.required(() -> {
                                throw new IllegalArgumentException("no");
                            }))
                            .isInstanceOf(IllegalArgumentException.class);
                    return "";
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(keys()).isEmpty();
    }

    @Test
    public void aTransactionOfItsOwnStaysWhenTheOuterOneFails() {
        assertThatThrownBy(() -> tx.required(() -> {
                    tx.requiresNew(() -> write("inner"));
                    write("outer");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(keys()).containsExactly("inner");
    }

    @Test
    public void entityManagersAndJdbcShareOneConnection() {
        tx.required(() -> {
            write("a");
            Object seen = tx.em("core")
                    .createNativeQuery("select setting_key from core_setting")
                    .getSingleResult();
            assertThat(seen).isEqualTo("a");
            assertThat(tx.em("core")).isSameAs(tx.em("core"));
            return "";
        });
    }

    @Test
    public void workAfterACommitRunsOnceAndNeverAfterARollback() {
        List<String> seen = new ArrayList<>();
        tx.required(() -> {
            tx.afterCommit(() -> seen.add("committed"));
            return write("a");
        });
        assertThatThrownBy(() -> tx.required(() -> {
                    tx.afterCommit(() -> seen.add("never"));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(seen).containsExactly("committed");
    }

    @Test
    public void whoeverTakesAUnitAwayWaitsForThoseWhoUseIt() {
        UnitUse use = (UnitUse) tx;
        tx.required(() -> {
            tx.use("core");
            tx.em("core");
            assertThat(use.awaitIdle("core", Duration.ofMillis(1))).isFalse();
            return "";
        });
        assertThat(use.awaitIdle("core", Duration.ofMillis(1))).isTrue();
    }

    @Test
    public void aConnectionClosedAfterItsTransactionIsNotLentToTwo() throws SQLException {
        Connection late = tx.required(this::got);
        try (Connection one = got()) {
            late.close();
            try (Connection other = got()) {
                one.setAutoCommit(false);
                assertThat(other.getAutoCommit()).isTrue();
                one.setAutoCommit(true);
            }
        }
    }

    private Connection got() {
        try {
            return store.database().dataSource().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void nothingIsHandedOutWithoutATransaction() {
        assertThatThrownBy(tx::connection).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tx.em("core")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    public void aDuplicateIsNotMistakenForABusyDatabaseAndLeavesThePoolWhole() {
        tx.required(() -> write("a"));
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> tx.required(() -> write("a"))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(keys()).containsExactly("a");
    }

    @Test
    public void twoWhoWaitForEachOtherAreNotBothKeptWaiting() throws InterruptedException {
        tx.required(() -> write("a") + write("b"));
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        List<Throwable> lost = new ArrayList<>();
        Thread one = new Thread(() -> lost.addAll(swap("a", "b", bothHoldOne)));
        Thread two = new Thread(() -> lost.addAll(swap("b", "a", bothHoldOne)));
        one.start();
        two.start();
        one.join();
        two.join();
        assertThat(lost).hasSize(1).first().isInstanceOfSatisfying(StoreBusyException.class, e -> assertThat(
                        e.lostRace())
                .isTrue());
    }

    private List<Throwable> swap(String first, String second, CountDownLatch bothHoldOne) {
        try {
            tx.required(() -> {
                update(first);
                bothHoldOne.countDown();
                await(bothHoldOne);
                return update(second);
            });
            return List.of();
        } catch (StoreBusyException e) {
            return List.of(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(String key) {
        return change("insert into core_setting (setting_key) values (?)", key);
    }

    private String update(String key) {
        return change("update core_setting set setting_value = 'x' where setting_key = ?", key);
    }

    private String change(String sql, String key) {
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.setString(1, key);
            statement.executeUpdate();
            return key;
        } catch (SQLException e) {
            throw StoreBusyException.from(e)
                    .<RuntimeException>map(busy -> busy)
                    .orElseGet(() -> new IllegalArgumentException(e));
        }
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        try (var connection = store.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select setting_key from core_setting order by 1")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return keys;
    }
}

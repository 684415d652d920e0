package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Sort;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.core.store.Sql;
import org.salacrm.test.Proves;

/** What a file brings in is given to those who follow it up; that they are told says the alert rule of the kind. */
@Proves("CDB-14")
public class GivenOutTest extends ImportCase {
    private String anan;
    private String boon;

    @Before
    public void open() {
        anan = person("Anan");
        boon = person("Boon");
    }

    private String person(String name) {
        long id = world.world
                .records
                .create("user", Map.of("name", name, "login", name))
                .id();
        return Long.toString(id);
    }

    private void change(String mode, String key, Object owner) {
        Map<String, Object> defaults = Map.of("owner", owner);
        world.imports.change(ImportWorld.ID, new Change(null, null, null, null, null, mode, key, defaults, null, null));
    }

    private List<String> of(String owner) {
        return world
                .world
                .queries
                .page(Query.of("account", "name")
                        .where(Filter.eq("owner", owner))
                        .sorted(Sort.up("name")))
                .rows()
                .stream()
                .map(row -> row.values().get(0).toString())
                .toList();
    }

    @Test
    public void severalGetTheRowsInTurn() {
        upload("account", "ชื่อลูกค้า,อีเมล", "A,", "B,", "C,wrong", "D,", "E,", "F,");
        change("create", null, List.of(anan, boon));

        assertThat(world.check()).isEqualTo(new Summary(6, 5, 0, 1, 0));
        world.run();
        assertThat(of(anan)).containsExactly("A", "E");
        assertThat(of(boon)).containsExactly("B", "D", "F");
    }

    @Test
    public void aRowKeepsWhomItNames() {
        upload("account", "ชื่อลูกค้า,ผู้ดูแล", "A,Boon", "B,Boon", "C,");
        change("create", null, anan);
        world.run();
        assertThat(of(anan)).containsExactly("C");
        assertThat(of(boon)).containsExactly("A", "B");
    }

    @Test
    public void whatIsThereKeepsItsOwner() {
        world.world.records.create("account", Map.of("name", "A", "code", "K1", "owner", boon));
        upload("account", "รหัสลูกค้า,ชื่อลูกค้า", "K1,A again", "K2,B");
        change("both", "code", anan);
        assertThat(world.run()).isEqualTo(new Summary(2, 1, 1, 0, 0));
        assertThat(of(boon)).containsExactly("A again");
        assertThat(of(anan)).containsExactly("B");
    }

    /** A team in which both work. */
    private String team() {
        String team = Long.toString(
                world.world.records.create("team", Map.of("name", "North")).id());
        List.of(anan, boon)
                .forEach(user -> world.world.records.update("user", Long.parseLong(user), -1, Map.of("team", team)));
        return team;
    }

    private void toTeam(String team) {
        Map<String, Object> defaults = Map.of("team", team, "owner", "");
        world.imports.change(
                ImportWorld.ID, new Change(null, null, null, null, null, null, null, defaults, null, null));
    }

    private List<String> owned() {
        return world
                .world
                .queries
                .page(Query.of("account", "name", "owner", "team").sorted(Sort.up("name")))
                .rows()
                .stream()
                .map(row -> row.values().stream()
                        .map(value ->
                                value instanceof Ref ref ? ref.label() : value == null ? "nobody" : value.toString())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private long told(String user) {
        String all = "select sum(more + 1) from core_alert_told where rule_id = 'core.assigned' and user_id = ?";
        return new Sql(world.world.store.tx())
                .first(all, row -> row.getLong(1), Long.parseLong(user))
                .orElseThrow();
    }

    @Test
    public void aTeamAsAWholeHasWhatNobodyOwnsAndAllOfItAreTold() {
        upload("account", "ชื่อลูกค้า,ผู้ดูแล", "A,", "B,Boon", "C,");
        toTeam(team());
        assertThat(world.check()).isEqualTo(new Summary(3, 3, 0, 0, 0));
        assertThat(told(anan)).as("a check tells nobody").isZero();
        world.run();
        assertThat(owned()).containsExactly("A nobody North", "B Boon North", "C nobody North");
        assertThat(told(anan)).isEqualTo(2);
        assertThat(told(boon)).isEqualTo(2);
    }

    @Test
    public void companiesThatPeopleBringAlongGoToTheirTeam() {
        upload("contact", "ชื่อผู้ติดต่อ,บริษัท", "ก้อง,A");
        toTeam(team());
        Map<Integer, String> columns = Map.of(0, "name", 1, "account.name");
        world.imports.change(ImportWorld.ID, new Change(null, null, null, null, columns, null, null, null, null, null));
        world.run();
        assertThat(owned()).containsExactly("A nobody North");
    }

    @Test
    public void nobodyOwnsWhatNoTeamHas() {
        upload("account", "ชื่อลูกค้า", "A");
        assertThatThrownBy(() -> change("create", null, "")).isInstanceOf(InvalidRecordException.class);
    }

    @Test
    public void whoMayNotAssignGivesNothingToATeam() {
        upload("account", "ชื่อลูกค้า", "A");
        toTeam(team());
        world.world.rights.add("!account.assign");
        assertThat(world.run()).isEqualTo(new Summary(1, 0, 0, 1, 0));
    }

    @Test
    public void nobodyCannotHaveTheRowsInTurn() {
        upload("account", "ชื่อลูกค้า", "A");
        assertThatThrownBy(() -> change("create", null, List.of())).isInstanceOf(InvalidRecordException.class);
    }
}

package org.salacrm.core.security;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.module.CrmModule;
import org.salacrm.api.security.RoleRights.Grid;
import org.salacrm.core.model.CoreModule;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;
import org.salacrm.test.RandomCompany;
import org.salacrm.test.RandomCompany.Item;
import org.salacrm.test.RandomCompany.Kind;
import org.salacrm.test.RandomCompany.Role;
import org.salacrm.test.RandomCompany.Shared;
import org.salacrm.test.RandomCompany.User;

/** A company made up by chance, stored in the tables of the product. */
final class StoredCompany {
    static final List<Kind> KINDS = List.of(
            new Kind("thing", false, List.of("name", "price", "lines")),
            new Kind("deed", false, List.of("name", "price")),
            new Kind("good", true, List.of("name", "price")));
    /** Parts have the number of the record they belong to, and this more. */
    static final long PART = 500_000;

    private final Sql sql;
    private final RandomCompany company;

    private StoredCompany(Tx tx, RandomCompany company) {
        this.sql = new Sql(tx);
        this.company = company;
    }

    static void store(Tx tx, RandomCompany company) {
        tx.required(() -> {
            new StoredCompany(tx, company).store();
            return true;
        });
    }

    static List<CrmModule> modules() {
        return List.of(new CoreModule(), new TestModule());
    }

    static long user(long number) {
        return number == 0 ? 0 : 1000 + number;
    }

    static long team(long number) {
        return number == 0 ? 0 : 2000 + number;
    }

    static long role(long number) {
        return 3000 + number;
    }

    static long item(Item item) {
        return 10_000 * (1 + KINDS.stream().map(Kind::entity).toList().indexOf(item.entity())) + item.id();
    }

    private void store() {
        tables();
        company.teams()
                .forEach(t -> sql.update(
                        "insert into core_team (id, version, created_at, modified_at, name, parent_id, manager_id)"
                                + " values (?, 1, ?, ?, ?, ?, ?)",
                        team(t.id()),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "Team " + t.id(),
                        some(team(t.parent())),
                        some(user(t.manager()))));
        company.roles().forEach(this::addRole);
        company.users().forEach(this::addUser);
        company.items().forEach(this::addItem);
        company.shared().forEach(this::share);
        sql.update("update core_security set version = version + 1 where id = 1");
    }

    private void tables() {
        for (Kind kind : KINDS) {
            sql.update("create table test_" + kind.entity() + " (id bigint not null primary key, version int not null,"
                    + " owner_id bigint, team_id bigint, created_at timestamp, created_by bigint,"
                    + " modified_at timestamp, modified_by bigint, name varchar(40), price int)");
        }
        sql.update("create table test_thing_line (id bigint not null primary key, version int, position int,"
                + " thing_id bigint not null, text varchar(40))");
    }

    private void addRole(Role r) {
        sql.update(
                "insert into core_role (id, version, created_at, modified_at, name, administrator)"
                        + " values (?, 1, ?, ?, ?, ?)",
                role(r.id()),
                Instant.EPOCH,
                Instant.EPOCH,
                "Role " + r.id(),
                r.administrator());
        new RoleRows(sql).add(role(r.id()), new Grid(r.levels(), r.fields(), r.permissions()));
    }

    private void addUser(User u) {
        sql.update(
                "insert into core_user (id, version, created_at, modified_at, name, login, language, active, team_id,"
                        + " owner_id) values (?, 1, ?, ?, ?, ?, 'th', ?, ?, ?)",
                user(u.id()),
                Instant.EPOCH,
                Instant.EPOCH,
                "User " + u.id(),
                "user" + u.id(),
                u.active(),
                some(team(u.team())),
                user(u.id()));
        parts(
                "core_user_team",
                "team_id",
                u,
                u.teams().stream().map(StoredCompany::team).toList());
        parts(
                "core_user_role",
                "role_id",
                u,
                u.roles().stream().map(StoredCompany::role).toList());
    }

    private void parts(String table, String column, User u, List<Long> ids) {
        for (int i = 0; i < ids.size(); i++) {
            sql.update(
                    "insert into " + table + " (id, version, position, user_id, " + column + ") values (?, 1, ?, ?, ?)",
                    user(u.id()) * 100 + i,
                    i,
                    user(u.id()),
                    ids.get(i));
        }
    }

    private void addItem(Item i) {
        sql.update(
                "insert into test_" + i.entity() + " (id, version, owner_id, team_id) values (?, 1, ?, ?)",
                item(i),
                some(user(i.owner())),
                some(team(i.team())));
        if (i.entity().equals("thing")) {
            sql.update("insert into test_thing_line (id, thing_id) values (?, ?)", item(i) + PART, item(i));
        }
    }

    private void share(Shared s) {
        sql.update(
                "insert into core_share (entity, principal_id, record_id, can_read, can_write, can_delete, can_append,"
                        + " until_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                s.item().entity(),
                s.user() == 0 ? team(s.team()) : user(s.user()),
                item(s.item()),
                s.grants().read(),
                s.grants().write(),
                s.grants().delete(),
                s.grants().append(),
                s.until().orElse(null));
    }

    private static Long some(long id) {
        return id == 0 ? null : id;
    }

    /** Entities that only the test has. */
    private static final class TestModule implements CrmModule {

        @Override
        public String id() {
            return "test";
        }

        @Override
        public List<Class<?>> entities() {
            return List.of(Thing.class, ThingLine.class, Deed.class, Good.class);
        }
    }

    @Entity
    @Table(name = "test_thing")
    @CrmEntity(name = "thing")
    static class Thing extends CrmRecord {
        @CrmField
        @Column(name = "name")
        private String name;

        @CrmField
        @Column(name = "price")
        private Integer price;

        @CrmField
        @OneToMany(mappedBy = "thing")
        private List<ThingLine> lines = new ArrayList<>();
    }

    @Entity
    @Table(name = "test_thing_line")
    @CrmEntity(name = "thingLine", title = "text")
    static class ThingLine extends CrmPart {
        @ManyToOne
        @JoinColumn(name = "thing_id")
        private Thing thing;

        @CrmField
        @Column(name = "text")
        private String text;
    }

    @Entity
    @Table(name = "test_deed")
    @CrmEntity(name = "deed")
    static class Deed extends CrmRecord {
        @CrmField
        @Column(name = "name")
        private String name;

        @CrmField
        @Column(name = "price")
        private Integer price;
    }

    @Entity
    @Table(name = "test_good")
    @CrmEntity(name = "good", common = true)
    static class Good extends CrmRecord {
        @CrmField
        @Column(name = "name")
        private String name;

        @CrmField
        @Column(name = "price")
        private Integer price;
    }
}

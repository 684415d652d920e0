package org.salacrm.core.session;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Ids;
import org.salacrm.core.record.SortKey;
import org.salacrm.core.security.Directories;
import org.salacrm.core.security.RoleRows;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a new installation usable: roles to begin with, and one administrator whose random password is shown once. The
 * roles of an older one get what is new in this version. Several nodes that start together do it once.
 */
@Component(service = FirstStart.class, immediate = true)
public class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String LOGIN = "admin";
    private static final String RECORD = "id, version, created_at, modified_at, name, name_en, name_key";
    private static final int KEY_LENGTH = 250;

    private final Sql sql;
    private final Clock clock;
    private final Ids ids;
    private final Passwords passwords;
    private final SortKey sortKey = new SortKey();

    @Activate
    public FirstStart(
            @Reference Tx tx,
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference Directories directories,
            @Reference Passwords passwords) {
        this.sql = new Sql(tx);
        this.clock = clock;
        this.ids = ids;
        this.passwords = passwords;
        String password = tx.required(() -> seed(directories));
        if (!password.isEmpty()) {
            tell(password);
        }
    }

    /** @return password of the administrator; empty when there were users before */
    private String seed(Directories directories) {
        sql.update("update core_security set version = version where id = 1"); // one node after the other
        List<RoleSeed> seeds = RoleSeed.all();
        NewRights newRights = new NewRights(sql, ids, clock);
        Set<String> fresh = newRights.learn(seeds);
        int first = sql.update("update core_security set seeded = true where id = 1 and seeded = false");
        if (first == 0) {
            if (newRights.give(seeds, fresh)) {
                directories.changed();
            }
            return "";
        }
        long administrator = ids.next();
        addUser(administrator);
        for (int i = 0; i < seeds.size(); i++) {
            long role = addRole(seeds.get(i));
            if (seeds.get(i).administrator()) {
                sql.update(
                        "insert into core_user_role (id, version, position, user_id, role_id) values (?, 1, 0, ?, ?)",
                        ids.next(),
                        administrator,
                        role);
            }
        }
        directories.changed();
        return passwords.generate(administrator);
    }

    private void addUser(long id) {
        sql.update(
                "insert into core_user (" + RECORD + ", owner_id, login, language, active)"
                        + " values (?, 1, ?, ?, ?, ?, ?, ?, ?, 'th', true)",
                id,
                clock.instant(),
                clock.instant(),
                "ผู้ดูแลระบบ",
                "Administrator",
                sortKey.of("ผู้ดูแลระบบ", KEY_LENGTH),
                id,
                LOGIN);
    }

    private long addRole(RoleSeed seed) {
        long id = ids.next();
        sql.update(
                "insert into core_role (" + RECORD + ", description, administrator)"
                        + " values (?, 1, ?, ?, ?, ?, ?, ?, ?)",
                id,
                clock.instant(),
                clock.instant(),
                seed.name(),
                seed.nameEn(),
                sortKey.of(seed.name(), KEY_LENGTH),
                seed.description(),
                seed.administrator());
        new RoleRows(sql).add(id, seed.grid());
        return id;
    }

    /** On the console, where the person stands who starts the product; never in the log. */
    private static void tell(String password) {
        String line = "=".repeat(72);
        String text = String.join(
                System.lineSeparator(),
                "",
                line,
                "  Sala CRM: first start / เริ่มใช้งานครั้งแรก",
                "",
                "  Sign in as / ชื่อผู้ใช้:    " + LOGIN,
                "  Password / รหัสผ่าน:     " + password,
                "",
                "  Shown only this once. The first sign-in asks for a new one.",
                "  แสดงครั้งนี้ครั้งเดียว เมื่อเข้าสู่ระบบครั้งแรกจะให้ตั้งรหัสผ่านใหม่",
                line);
        System.out.println(text);
        LOG.info("The administrator {} was made; his password was printed on the console", LOGIN);
    }
}

package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.core.security.NewOwnerHook;

/** A file gives nothing to somebody who has left, be he named in a row or for all of them. */
public class LeftOwnersTest extends ImportCase {
    private long left;
    private long stays;

    @Before
    public void open() {
        world.world.records.with(List.of(new NewOwnerHook(world.world.directories)), List.of());
        left = person("Anan");
        stays = person("Boon");
    }

    private long person(String name) {
        return world.world
                .records
                .create("user", Map.of("name", name, "login", "user of " + name))
                .id();
    }

    private void forAll(long owner) {
        Map<String, Object> defaults = Map.of("owner", Long.toString(owner));
        world.imports.change(
                ImportWorld.ID, new Change(null, null, null, null, null, null, null, defaults, null, null));
    }

    private List<String> reasons() {
        return world.imports.problems(ImportWorld.ID, true, "", 10).items().stream()
                .map(problem -> problem.row() + " " + problem.field() + " " + problem.messageKey())
                .toList();
    }

    @Test
    public void aRowThatNamesHimIsRefused() {
        upload("account", "ชื่อลูกค้า,ผู้ดูแล", "หนึ่ง,Anan", "สอง,Boon");
        world.world.leaves(left);
        Summary one = new Summary(2, 1, 0, 1, 0);

        assertThat(world.check()).isEqualTo(one);
        assertThat(reasons()).containsExactly("2 owner assign.left");
        assertThat(world.run()).isEqualTo(one);
        assertThat(world.values("account", "name")).containsExactly("สอง");
    }

    @Test
    public void heIsNotTheOwnerOfAll() {
        upload("account", "ชื่อลูกค้า", "หนึ่ง", "สอง");
        forAll(left);
        world.world.leaves(left);

        assertThat(world.check()).isEqualTo(new Summary(2, 0, 0, 2, 0));
        assertThat(reasons()).containsExactly("2 owner assign.left", "3 owner assign.left");

        forAll(stays);
        assertThat(world.run()).isEqualTo(new Summary(2, 2, 0, 0, 0));
    }

    @Test
    public void whatHeHasIsStillUpdated() {
        long his = world.world
                .records
                .create("account", Map.of("name", "หนึ่ง", "code", "K1", "owner", left))
                .id();
        world.world.leaves(left);
        upload("account", "รหัสลูกค้า,ชื่อลูกค้า,ผู้ดูแล", "K1,สอง,Anan");
        world.imports.change(
                ImportWorld.ID, new Change(null, null, null, null, null, "update", "code", null, null, null));

        assertThat(world.run()).isEqualTo(new Summary(1, 0, 1, 0, 0));
        assertThat(world.world.read("account", his, "name")).containsExactly("สอง");
    }
}

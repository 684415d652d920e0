package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.Records;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.store.Sql;

/** Text search while the index has not been told yet what was just written. */
public class FreshTextsTest extends ActionCase {
    private final List<Long> indexed = new ArrayList<>();

    @Before
    public void bringIndex() {
        world.textIds.index = new FakeIndex("lead", text -> indexed);
        toldAll();
    }

    /** Everything that was written until now is known to the index. */
    private void toldAll() {
        world.store.tx().required(() -> new Sql(world.store.tx()).update("delete from core_outbox"));
    }

    private long lead(String name) {
        return world.records.create("lead", Map.of("name", name)).id();
    }

    private List<Long> found(String text) {
        return found("lead", text);
    }

    private List<Long> found(String entity, String text) {
        return world.queries.page(Query.of(entity, "name").where(Filter.where("*", Op.MATCHES, text))).rows().stream()
                .map(Row::id)
                .sorted()
                .toList();
    }

    @Test
    public void whatWasJustSavedIsFoundBesideWhatOnlyTheIndexFinds() {
        long otherKeyboard = lead("สวัสดีการค้า");
        long renamed = lead("siam one");
        indexed.addAll(List.of(otherKeyboard, renamed));
        toldAll();
        world.records.update("lead", renamed, Records.ANY_VERSION, Map.of("name", "thai one"));
        long fresh = lead("siam two");

        assertThat(found("siam")).containsExactly(otherKeyboard, fresh);
    }

    @Test
    public void whatIsWrittenOfOtherKindsChangesNothing() {
        long known = lead("other keyboard");
        indexed.add(known);
        toldAll();
        world.records.create("account", Map.of("name", "siam three"));

        assertThat(found("siam")).containsExactly(known);
    }

    @Test
    public void afterAnImportTheDatabaseLooksForItself() {
        indexed.add(lead("other keyboard"));
        List<Long> fresh = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            fresh.add(lead("siam four " + i));
        }

        assertThat(found("siam four")).containsExactlyElementsOf(fresh);
    }

    @Test
    public void whoIsReferredToIsFoundByNameWhereTheIndexSaysToLook() {
        world.textIds.index = new FakeIndex("account", text -> indexed);
        long named = contactOf("siam five", true);
        contactOf("holds it elsewhere", true);
        contactOf("siam of which the index says nothing", false);
        toldAll();
        long fresh = contactOf("siam six", false);

        assertThat(found("contact", "siam")).containsExactly(named, fresh);
    }

    private long contactOf(String customer, boolean known) {
        long account = world.records.create("account", Map.of("name", customer)).id();
        if (known) {
            indexed.add(account);
        }
        return world.records
                .create("contact", Map.of("name", "somebody", "account", account))
                .id();
    }
}

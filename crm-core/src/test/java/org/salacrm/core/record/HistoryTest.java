package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Table;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.History;
import org.salacrm.api.record.History.Difference;
import org.salacrm.api.record.History.Entry;
import org.salacrm.api.record.History.Happening;
import org.salacrm.api.record.Notes;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.record.RecycleBin;
import org.salacrm.api.record.Slice;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Scope;

public class HistoryTest extends WriteTest {
    private HistoryReader reader;

    @Before
    public void readOn() {
        reader = new HistoryReader(world.tx, world.types, world, world.rights);
        world.update("delete from core_user where id in (1, 50)");
        world.update("insert into core_user (id, version, created_at, modified_at, name, login, language, active)"
                + " values (1, 1, current_timestamp, current_timestamp, 'อนงค์', 'anong', 'th', true)");
    }

    @Test
    public void theNewestWriteComesFirstWithNamesInPlaceOfIds() {
        Saved parent = world.account("parent");
        Saved saved = world.records.create("account", Map.of("name", "A", "annualRevenue", "10.5"));
        world.records.update("account", saved.id(), 1, Map.of("parent", parent.id(), "annualRevenue", 11));
        List<Entry> entries = reader.of("account", saved.id(), "").items();
        assertThat(entries).extracting(Entry::verb).containsExactly("update", "create");
        assertThat(entries.get(0).by()).isEqualTo(new Ref("user", 1, "อนงค์"));
        assertThat(entries.get(0).source()).isEqualTo("127.0.0.1");
        assertThat(entries.get(0).changes())
                .containsExactlyInAnyOrder(
                        new Difference(
                                "parent", Optional.empty(), Optional.of(new Ref("account", parent.id(), "parent"))),
                        new Difference(
                                "annualRevenue",
                                Optional.of(new BigDecimal("10.50")),
                                Optional.of(new BigDecimal("11.00"))));
    }

    @Test
    public void aReferenceToAnythingIsToldByItsName() {
        Saved account = world.account("ลูกค้า");
        Saved activity = world.records.create(
                "activity", Map.of("subject", "x", "regarding", Map.of("entity", "account", "id", account.id())));
        assertThat(reader.of("activity", activity.id(), "").items().get(0).changes())
                .contains(new Difference(
                        "regarding", Optional.empty(), Optional.of(new Ref("account", account.id(), "ลูกค้า"))));
    }

    @Test
    public void whatIsCalledLikeTheFilesOfARecordIsNotTakenForOne() {
        Saved saved = world.account("A");
        world.update("update core_history set changes = '[{\"field\": \"files\", \"old\": \"hidden\"}]'"
                + " where record_id = " + saved.id());
        assertThat(reader.of("account", saved.id(), "").items().get(0).changes())
                .isEmpty();
    }

    @Test
    public void whatACallerMayNotReadIsLeftOut() {
        Saved saved = world.records.create(
                "account", Map.of("name", "A", "creditLimit", 5, "addresses", List.of(Map.of("street", "s"))));
        world.rights.fields.put("account.creditLimit", Access.NONE);
        world.rights.fields.put("accountAddress.street", Access.NONE);
        world.rights.shared.add("account" + saved.id() + "read");
        List<Difference> seen = world.as(
                World.user(9),
                () -> reader.of("account", saved.id(), "").items().get(0).changes());
        assertThat(seen)
                .extracting(Difference::field)
                .contains("name", "addresses.kind")
                .doesNotContain("creditLimit", "addresses.street");
        world.rights.shared.clear();
        world.rights.scopes.put("account.read", Scope.NONE);
        assertThatThrownBy(() -> world.as(World.user(9), () -> reader.of("account", saved.id(), "")))
                .isInstanceOf(AbsentRecordException.class);
    }

    @Test
    public void aCursorThatIsNoneIsRefused() {
        Saved saved = world.account("A");
        RecordHistory history = new RecordHistory(reader, new Rows(List.of()), List.of(), List.of());
        assertThat(Stores.refusals(() -> history.of("account", saved.id(), "' or 1=1")))
                .containsExactly("after invalid.type.id");
        assertThat(Stores.refusals(() -> history.timeline("account", saved.id(), History.Wish.all("x"))))
                .containsExactly("after invalid.characters");
        assertThat(Stores.refusals(() -> bin().entries("9".repeat(40)))).containsExactly("after invalid.type.id");
    }

    @Test
    public void aLongHistoryComesInPieces() {
        Saved saved = world.account("A");
        for (int i = 1; i <= 60; i++) {
            world.records.update("account", saved.id(), i, Map.of("remark", "r" + i));
        }
        Slice<Entry> first = reader.of("account", saved.id(), "");
        Slice<Entry> second = reader.of("account", saved.id(), first.next());
        assertThat(first.items()).hasSize(50);
        assertThat(second.items()).hasSize(11);
        assertThat(second.next()).isEmpty();
        Set<Long> ids = new HashSet<>();
        first.items().forEach(entry -> ids.add(entry.id()));
        second.items().forEach(entry -> ids.add(entry.id()));
        assertThat(ids).hasSize(61);
    }

    @Test
    public void theTimelinePutsWhatLiesAheadFirstAndPagesOverAllKinds() {
        Saved saved = world.account("A");
        Instant ahead = world.clock.instant().plusSeconds(86_400);
        Rows activities = new Rows(List.of(new Row(
                7,
                1,
                Arrays.asList(
                        "call",
                        "call",
                        "notStarted",
                        "text",
                        new Ref("user", 1, "อนงค์"),
                        ahead,
                        null,
                        null,
                        null,
                        null))));
        ManyNotes notes = new ManyNotes(world.clock.instant().minusSeconds(5_000));
        RecordHistory history = new RecordHistory(reader, activities, List.of(notes), List.of());
        List<Happening> all = new ArrayList<>();
        String cursor = "";
        do {
            Slice<Happening> slice = history.timeline("account", saved.id(), History.Wish.all(cursor));
            all.addAll(slice.items());
            cursor = slice.next();
        } while (!cursor.isEmpty());
        assertThat(all)
                .extracting(Happening::kind)
                .startsWith("activity", "change", "note")
                .hasSize(122);
        assertThat(all.stream().map(Happening::id).distinct()).hasSize(122);
    }

    private BinReader bin() {
        return new BinReader(world.tx, world.types, world, world.rights, () -> ZoneId.of("Asia/Bangkok"));
    }

    @Test
    public void theBinShowsEverybodyHisOwnAndAllToTheAdministrator() {
        Saved saved = world.account("thrown away");
        world.as(World.user(50), () -> {
            world.records.delete("account", saved.id(), 1);
            return "";
        });
        BinReader bin = bin();
        assertThat(world.as(World.user(50), () -> bin.entries("")).items())
                .extracting(RecycleBin.Entry::label)
                .containsExactly("thrown away");
        assertThat(world.as(World.user(51), () -> bin.entries("")).items()).isEmpty();
        assertThat(bin.entries("").items()).extracting(RecycleBin.Entry::label).contains("thrown away");
        world.as(
                World.user(50),
                () -> world.records.restore(bin.entries("").items().get(0).id()));
    }

    /** Answers every question for activities with the same rows, once. */
    private record Rows(List<Row> rows) implements Queries {

        @Override
        public Page page(Query query) {
            boolean dated = query.sort().get(0).path().equals("dueAt");
            return new Page(dated ? rows : List.of(), "", Optional.empty(), Map.of());
        }

        @Override
        public void each(Query query, Consumer<Row> consumer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Row> one(String entity, long id, List<String> fields) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(String entity, Filter filter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Table report(Report report) {
            throw new UnsupportedOperationException();
        }
    }

    /** 120 notes, a second apart. */
    private record ManyNotes(Instant first) implements Notes {

        @Override
        public long count(String entity, long id) {
            return 120;
        }

        @Override
        public Slice<Note> of(String entity, long id, String after) {
            int start = after.isEmpty() ? 120 : Integer.parseInt(after);
            List<Note> notes = new ArrayList<>();
            for (int i = start; i > Math.max(0, start - 30); i--) {
                Ref by = new Ref("user", 1, "");
                notes.add(new Note(1000 + i, "note", first.plusSeconds(i), by, Optional.empty(), false, List.of()));
            }
            return new Slice<>(notes, start > 30 ? String.valueOf(start - 30) : "");
        }

        @Override
        public List<Note> pinned(String entity, long id) {
            return List.of();
        }

        @Override
        public Note add(String entity, long id, String text, Set<Long> mentioned) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Note change(long note, Optional<Instant> seen, String text, Set<Long> mentioned) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Note one(long note) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Ref> unreached(long note) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Note pin(long note, boolean on) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(long note) {
            throw new UnsupportedOperationException();
        }
    }
}

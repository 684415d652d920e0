package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.store.Database;
import org.salacrm.test.FakePickLists;

/** A check and a run of the same rows come to the same, also when a row is refused after it was written. */
public class RowWriterTest {
    private static final List<String> HEADERS = List.of("รหัสลูกค้า", "ชื่อลูกค้า");

    private ActionWorld world;

    @Before
    public void open() {
        world = new ActionWorld(Database.Vendor.DERBY, "").asUser();
        world.records.with(List.of(new Late()), List.of());
    }

    @After
    public void close() {
        world.close();
    }

    /** Refuses what is written already. */
    private static final class Late implements RecordHook {
        @Override
        public String entity() {
            return "account";
        }

        @Override
        public void after(Change change) {
            String name = change.value("name").orElse("").toString();
            if (name.startsWith("late")) {
                throw new InvalidRecordException("name", "invalid." + name);
            }
        }
    }

    private RowWriter writer(String mode, String key) {
        ColumnMapper mapper = new ColumnMapper(world.types, world.messages);
        List<RowMapper.Column> columns =
                mapper.headers("account").propose(HEADERS, List.of(List.of(), List.of())).stream()
                        .map(c -> new RowMapper.Column(
                                c.index(),
                                c.header(),
                                mapper.target("account", c.field()).orElseThrow(),
                                DateCell.Written.USUALLY))
                        .toList();
        FieldCells cells = new FieldCells(
                new FakePickLists(),
                world.messages,
                LocalDate.of(2026, 11, 22),
                ZoneId.of("Asia/Bangkok"),
                Optional.empty());
        RowMapper rows = new RowMapper(
                new RowMapper.Plan(columns, HEADERS.size(), Map.of()),
                cells,
                new References(world.types, world.queries, world.messages, world.formerNames()),
                new Spares(mapper.targets("account"), world.messages));
        return new RowWriter(
                world.records,
                world.records,
                world.queries,
                rows,
                new RowWriter.Target("account", mode, key, 0, Twins.NONE));
    }

    /** Rows of the names, with codes A1, A2 … */
    private static List<SourceRow> rows(String... names) {
        List<SourceRow> rows = new ArrayList<>();
        for (String name : names) {
            int number = rows.size() + 1;
            rows.add(new SourceRow(number, List.of(SourceRow.Cell.of("A" + number), SourceRow.Cell.of(name))));
        }
        return rows;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        world.queries.each(
                Query.of("account", "name"),
                row -> names.add(row.values().get(0).toString()));
        names.sort(null);
        return names;
    }

    private static List<String> reasons(List<Problem> problems) {
        return problems.stream().map(p -> p.row() + " " + p.messageKey()).toList();
    }

    private void comesTo(RowWriter writer, List<SourceRow> rows, Summary summary, String... reasons) {
        List<String> before = names();
        Batch checked = writer.check(rows);
        assertThat(checked.summary()).isEqualTo(summary);
        assertThat(reasons(checked.problems())).containsExactly(reasons);
        assertThat(names()).as("a check writes nothing").isEqualTo(before);

        List<Problem> problems = new ArrayList<>();
        List<Summary> kept = new ArrayList<>();
        writer.run(rows, Tally.START, (batch, tally) -> {
            problems.addAll(batch.problems());
            kept.add(batch.summary());
            return tally;
        });
        assertThat(kept.stream().reduce(Summary.NONE, Summary::plus)).isEqualTo(summary);
        assertThat(reasons(problems)).containsExactly(reasons);
    }

    @Test
    public void aRowRefusedAfterItWasWrittenKeepsItsReasonAndTheOthersAreImported() {
        comesTo(
                writer("create", ""),
                rows("first", "late1", "third", "late2"),
                new Summary(4, 2, 0, 2, 0),
                "2 invalid.late1",
                "4 invalid.late2");
        assertThat(names()).containsExactly("first", "third");
    }

    @Test
    public void aChangeRefusedAfterItWasWrittenKeepsItsReasonToo() {
        writer("create", "").run(rows("one", "two", "three"), Tally.START, (batch, tally) -> tally);
        comesTo(writer("update", "code"), rows("1", "late", "3"), new Summary(3, 0, 2, 1, 0), "2 invalid.late");
        assertThat(names()).containsExactly("1", "3", "two");
    }
}

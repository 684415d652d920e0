package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.Merges;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Caller;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.job.UndoParts;
import org.salacrm.core.merge.MergeCase;
import org.salacrm.core.testing.Steps;

/**
 * An import, a change of many records, an assignment and merges are undone to the very rows that were there before.
 * In full, 5,000 rows and so on, by {@code -Dundo.percent=100}.
 */
public class UndoneInFullTest extends ActionCase {
    private static final int PERCENT = Integer.getInteger("undo.percent", 5);
    private static final int ROWS = 50 * PERCENT;
    private static final int THERE = 20 * PERCENT;
    private static final int CHANGED = 30 * PERCENT;
    private static final int ASSIGNED = 10 * PERCENT;
    private static final int PAIRS = Math.max(2, PERCENT / 2);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private UndoParts parts;

    @Before
    public void open() {
        parts = new UndoParts(world);
    }

    private List<Long> leads(String mark, int number) {
        return world.records.transaction(() -> world
                .records
                .createAll(
                        "lead",
                        IntStream.range(0, number)
                                .mapToObj(i -> Map.of("name", "Lead " + i, "company", mark, "phone", "0812345678"))
                                .toList())
                .stream()
                .map(made -> made.saved().orElseThrow().id())
                .toList());
    }

    private String mark() {
        return "Company " + world.ids.incrementAndGet();
    }

    private <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf("%s: %s took %,d ms%n", vendor, what, (System.nanoTime() - start) / 1_000_000);
        return result;
    }

    private Object bulk(String mark, String verb, Map<String, Object> values) {
        Map<String, Object> parameters = Map.of(
                "entity",
                "lead",
                "verb",
                verb,
                "filter",
                Filter.eq("company", mark).tree(),
                "values",
                values);
        return timed(verb, () -> parts.bulk.run(parameters, new Steps())).get("undo");
    }

    private Map<String, Object> undo(String what, Object number) {
        return timed("undo of " + what, () -> parts.undo(number));
    }

    /** Puts back also what somebody changed since. */
    private void insist(Object number) {
        Map<String, List<String>> anyway = new HashMap<>();
        parts.left(number).forEach(left -> anyway.put(Long.toString(left.step()), List.of()));
        parts.insist(number, anyway);
    }

    @Test
    public void aChangeOfManyRecords() {
        String mark = mark();
        List<Long> ids = leads(mark, CHANGED);
        Map<String, List<String>> before = parts.state();
        Object undo = bulk(mark, "update", Map.of("position", "Buyer", "phone", "", "remark", "changed"));
        for (Long id : ids.subList(0, CHANGED / 10)) {
            world.records.update("lead", id, Records.ANY_VERSION, Map.of("remark", "since"));
        }

        assertThat(undo("update", undo))
                .containsEntry("done", CHANGED - CHANGED / 10)
                .containsEntry("left", CHANGED / 10);
        assertThat(world.queries.count("lead", Filter.eq("remark", "since").and(Filter.eq("company", mark))))
                .isEqualTo(CHANGED / 10);
        for (int i = 0; i <= CHANGED / 1000; i++) {
            insist(undo);
        }
        assertThat(parts.state()).isEqualTo(before);
    }

    @Test
    public void anAssignment() {
        long colleague = world.callers.as(Caller.system("test"), () -> world.records
                .create("user", Map.of("name", "สมชาย", "login", "s" + world.ids.incrementAndGet()))
                .id());
        String mark = mark();
        leads(mark, ASSIGNED);
        Map<String, List<String>> before = parts.state();
        Object undo = bulk(mark, "assign", Map.of("owner", Long.toString(colleague)));
        assertThat(parts.state()).isNotEqualTo(before);

        assertThat(undo("assign", undo)).containsEntry("done", ASSIGNED);
        assertThat(parts.state()).isEqualTo(before);
    }

    @Test
    public void anImportThatCreatesAndChanges() {
        long first = world.ids.addAndGet(100_000);
        imported("create", lines(first, 0, THERE, i -> "021234567"));
        Map<String, List<String>> before = parts.state();
        ImportState both = imported("both", lines(first, 0, ROWS, i -> "0812345678"));
        assertThat(both.summary()).isEqualTo(new Summary(ROWS, ROWS - THERE, THERE, 0, 0));

        assertThat(undo("import", both.id())).containsEntry("done", ROWS).containsEntry("left", 0);
        assertThat(withoutImports(parts.state())).isEqualTo(withoutImports(before));
    }

    @Test
    public void anImportOfWhichSomeWasWorkedOnSince() {
        long first = world.ids.addAndGet(100_000);
        imported("create", lines(first, 0, THERE, i -> "021234567"));
        Map<String, List<String>> before = parts.state();
        ImportState both = imported("both", lines(first, 0, ROWS, i -> "0812345678"));
        List<Long> some = new ArrayList<>();
        world.queries.each(
                Query.of("account", "code").where(Filter.in("code", List.of("K" + first, "K" + (first + ROWS - 1)))),
                row -> some.add(row.id()));
        some.forEach(id -> world.records.update("account", id, Records.ANY_VERSION, Map.of("phone", "029999999")));

        assertThat(undo("import", both.id())).containsEntry("done", ROWS - 2).containsEntry("left", 2);
        assertThat(some).allMatch(id -> world.read("account", id, "phone").contains("029999999"));
        insist(both.id());
        assertThat(withoutImports(parts.state())).isEqualTo(withoutImports(before));
    }

    @Test
    public void merges() {
        List<List<Long>> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            List<Long> pair = new ArrayList<>();
            for (String name : List.of("สยาม " + i, "บจก. สยาม " + i)) {
                pair.add(world.records
                        .create("account", Map.of("name", name, "phone", "021234567"))
                        .id());
                world.records.create("contact", Map.of("name", "คุณ " + i, "account", pair.get(pair.size() - 1)));
            }
            pairs.add(pair);
        }
        Map<String, List<String>> before = parts.state();
        Merges merges = MergeCase.merges(world);
        List<Long> done = timed("merges", () -> pairs.stream()
                .map(pair -> merges.merge(
                                "account", seen(pair.get(0)), List.of(seen(pair.get(1))), Map.of("phone", "0812345678"))
                        .merge())
                .toList());
        assertThat(parts.state()).isNotEqualTo(before);

        timed("undo of merges", () -> done.stream().map(merges::undo).toList());
        assertThat(parts.state()).isEqualTo(before);
    }

    private static Merges.Seen seen(long id) {
        return new Merges.Seen(id, Records.ANY_VERSION);
    }

    /** The file that came stays, also when what was in it does not. */
    private static Map<String, List<String>> withoutImports(Map<String, List<String>> state) {
        Map<String, List<String>> rest = new HashMap<>(state);
        rest.keySet().removeIf(table -> table.startsWith("core_import") || table.startsWith("core_content"));
        return rest;
    }

    private static String lines(long first, int from, int to, IntFunction<String> phone) {
        return "รหัสลูกค้า,ชื่อลูกค้า,โทรศัพท์,จังหวัด\r\n"
                + IntStream.range(from, to)
                        .mapToObj(i -> "K" + (first + i) + ",บริษัท " + i + "," + phone.apply(i) + ",ตาก")
                        .collect(Collectors.joining("\r\n"));
    }

    private ImportState imported(String mode, String text) {
        long rows = text.lines().count();
        return timed("import of " + rows + " rows", () -> new FileRuns(world, parts.rows, folder.getRoot())
                .imported(mode, text));
    }
}

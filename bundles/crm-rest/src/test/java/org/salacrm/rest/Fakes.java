package org.salacrm.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.entity.CustomFields;
import org.salacrm.api.file.Files;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.job.JobState;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.History;
import org.salacrm.api.record.RecycleBin;
import org.salacrm.api.record.Slice;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.RoleRights;
import org.salacrm.api.security.Shares;

/** The smaller services of a test, each answering one thing and remembering what it was asked to do. */
final class Fakes {
    static final Instant NOW = Instant.parse("2026-11-22T04:15:00Z");
    static final Ref MALEE = new Ref("user", 8, "Malee");

    private Fakes() {}

    static final class FakeHistory implements History {
        @Override
        public Slice<Entry> of(String entity, long id, String after) {
            Difference change = new Difference("name", Optional.of("A"), Optional.empty());
            return new Slice<>(List.of(new Entry(5, NOW, MALEE, "update", "127.0.0.1", List.of(change))), "n5");
        }

        @Override
        public Slice<Happening> timeline(String entity, long id, Wish wish) {
            return new Slice<>(
                    List.of(new Happening(
                            6,
                            NOW,
                            "activity",
                            "account",
                            9,
                            "Call",
                            "",
                            MALEE,
                            "phone",
                            Optional.of(new State("accountStatus", "active")),
                            List.of(),
                            Optional.empty())),
                    "");
        }
    }

    static final class FakeShares implements Shares {
        List<Share> shares = List.of();

        @Override
        public List<Long> with(String entity, Set<Long> principals, int most) {
            return List.of();
        }

        @Override
        public List<Share> of(String entity, long id) {
            return shares;
        }

        @Override
        public List<Share> save(String entity, long id, List<Share> others) {
            shares = List.copyOf(others);
            return shares;
        }
    }

    static final class FakeFiles implements Files {
        final Map<Long, Stored> stored = new LinkedHashMap<>();
        final Map<Long, byte[]> contents = new LinkedHashMap<>();
        long largest = 100L << 20;

        @Override
        public Stored attach(String entity, long id, String name, InputStream content) {
            try {
                byte[] bytes = content.readAllBytes();
                long file = stored.size() + 1L;
                stored.put(file, new Stored(file, entity, id, name, "text/html", bytes.length, "h", NOW, MALEE));
                contents.put(file, bytes);
                return stored.get(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public List<Stored> of(String entity, long id) {
            return List.copyOf(stored.values());
        }

        @Override
        public long count(String entity, long id) {
            return stored.size();
        }

        @Override
        public Optional<Stored> find(long file) {
            return Optional.ofNullable(stored.get(file));
        }

        @Override
        public InputStream open(long file) {
            return new ByteArrayInputStream(contents.get(file));
        }

        @Override
        public void remove(long file) {
            stored.remove(file);
        }

        @Override
        public String keep(InputStream content) {
            throw new IllegalStateException("not asked in tests");
        }

        @Override
        public long largest() {
            return largest;
        }

        @Override
        public InputStream content(String hash) {
            throw new IllegalStateException("not asked in tests");
        }
    }

    static final class FakeJobs implements Jobs {
        final List<Map<String, ?>> started = new ArrayList<>();

        @Override
        public long start(String kind, Map<String, ?> parameters) {
            started.add(parameters);
            return 70;
        }

        @Override
        public Optional<JobState> find(long id) {
            return id == 70
                    ? Optional.of(new JobState(70, "bulk", 8, "running", 3, 10, Map.of(), "", NOW))
                    : Optional.empty();
        }

        @Override
        public List<JobState> recent(boolean everybody, int limit) {
            return everybody ? find(70).stream().toList() : List.of();
        }

        @Override
        public void cancel(long id) {
            started.clear();
        }
    }

    static final class FakeBin implements RecycleBin {
        @Override
        public Slice<Entry> entries(Wish wish) {
            String label = wish.equals(Wish.ALL) ? "Gone" : wish.toString();
            return new Slice<>(List.of(new Entry(4, "account", label, NOW, MALEE)), "");
        }
    }

    static final class FakeRoleRights implements RoleRights {
        Grid grid = new Grid(
                Map.of("account", Map.of("read", Level.TEAM)), Map.of("account.name", Access.READ), Set.of("x.y"));

        @Override
        public Grid of(long role) {
            return grid;
        }

        @Override
        public void save(long role, Grid other) {
            grid = other;
        }
    }

    static final class FakeCustomFields implements CustomFields {
        final List<String> calls = new ArrayList<>();

        @Override
        public void add(String entity, NewField field) {
            calls.add("add " + entity + "." + field.name() + " " + field.kind() + " "
                    + field.options().size());
        }

        @Override
        public List<Text> uses(String entity, String field) {
            return List.of(new Text("รายการทั้งหมด", "View All"));
        }

        @Override
        public void remove(String entity, String field) {
            calls.add("remove " + entity + "." + field);
        }

        @Override
        public void restore(String entity, String field) {
            calls.add("restore " + entity + "." + field);
        }
    }

    static final class FakeImports implements Imports {
        Change change;

        private ImportState state(String entity, String file) {
            return new ImportState(
                    3,
                    entity,
                    file,
                    "UTF-8",
                    ",",
                    "",
                    List.of(),
                    1,
                    List.of(new ImportState.Column(0, "ชื่อ", List.of("ก"), "name", 0.9)),
                    "create",
                    "",
                    Map.of(),
                    false,
                    -1,
                    "uploaded",
                    0,
                    Summary.NONE);
        }

        @Override
        public ImportState upload(String entity, String fileName, InputStream content) {
            return state(entity, fileName);
        }

        @Override
        public ImportState get(long id) {
            if (id != 3) {
                throw new AbsentRecordException("import", id);
            }
            return state("account", "a.csv");
        }

        @Override
        public ImportState change(long id, Change other) {
            change = other;
            return get(id);
        }

        @Override
        public long check(long id) {
            return 70;
        }

        @Override
        public long run(long id) {
            return 70;
        }

        @Override
        public ProblemPage problems(long id, boolean errors, String after, int limit) {
            Problem problem = new Problem(2, 0, "ชื่อ", "name", "", "invalid.required", Map.of(), "error");
            Map<String, Object> day = Map.of("to", "10/01/1982", "thai", "10/01/2525");
            Problem repaired =
                    new Problem(3, 1, "เกิด", "birthDate", "1/10/25", "import.repaired.year", day, "repaired");
            return new ProblemPage(List.of(problem, repaired), "", new Summary(5, 4, 0, 1, 1));
        }

        @Override
        public void failed(long id, String type, OutputStream out) {
            try {
                out.write(TestServer.utf8("ชื่อ,เหตุผล\n"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

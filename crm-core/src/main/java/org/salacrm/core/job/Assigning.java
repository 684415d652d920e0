package org.salacrm.core.job;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.Records;
import org.salacrm.core.alert.AlertDesk;
import org.salacrm.core.record.Writes;
import org.salacrm.core.security.Directories;
import org.salacrm.core.security.Directory;

/**
 * Gives records to another owner or team, with the open work of the former owner about them where that is wished, and
 * tells the new owners.
 */
@Component(service = Assigning.class)
public class Assigning {
    private static final String OWNER = "owner";
    private static final String TEAM = "team";
    private static final Set<String> TARGETS = Set.of(OWNER, TEAM);
    private static final Set<String> WORDS = Set.of("rule", "people", "along", "remark", "withTeam");
    private static final int LONGEST_REMARK = 400;

    private final Queries queries;
    private final EntityTypes types;
    private final Records records;
    private final Writes writes;
    private final Directories directories;
    private final Assignees assignees;
    private final AlertDesk alerts;

    @Activate
    public Assigning(
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference Records records,
            @Reference Writes writes,
            @Reference Directories directories,
            @Reference Assignees assignees,
            @Reference AlertDesk alerts) {
        this.queries = queries;
        this.types = types;
        this.records = records;
        this.writes = writes;
        this.directories = directories;
        this.assignees = assignees;
        this.alerts = alerts;
    }

    /**
     * The verb with its values: {@code owner} and {@code team}, or else a {@code rule} with its {@code people};
     * {@code along} names the entities whose open records go with theirs.
     */
    BulkVerbs.Work work(String entity, Map<String, Object> values) {
        check(values);
        return new Work(
                entity,
                assignees.of(entity, values),
                OpenWork.of(types, entity, texts(values.get("along"))),
                Boolean.TRUE.equals(values.get("withTeam")),
                Given.text(values.get("remark"), LONGEST_REMARK));
    }

    private static void check(Map<String, Object> values) {
        boolean known = values.keySet().stream().allMatch(name -> TARGETS.contains(name) || WORDS.contains(name));
        boolean targets = values.keySet().stream().anyMatch(TARGETS::contains);
        if (!known || targets == values.containsKey("rule")) {
            throw new MalformedQueryException("values", "assigning needs owner or team, or else a rule, and no fields");
        }
    }

    private static List<String> texts(Object given) {
        return given instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** It is run by one thread. */
    private final class Work implements BulkVerbs.Work {
        private final String entity;
        private final Assignees.Choice choice;
        private final List<OpenWork> along;
        private final boolean withTeam;
        private final String remark;
        /** Who is to be told of how many in the running transaction, with the first of them. */
        private final Map<Long, Told> told = new LinkedHashMap<>();

        private Work(String entity, Assignees.Choice choice, List<OpenWork> along, boolean withTeam, String remark) {
            this.entity = entity;
            this.choice = choice;
            this.along = along;
            this.withTeam = withTeam;
            this.remark = remark;
        }

        private record Told(Ref first, int number) {
            Told and(Told more) {
                return new Told(first, number + more.number());
            }
        }

        @Override
        public String entity() {
            return entity;
        }

        @Override
        public void begin() {
            told.clear();
        }

        @Override
        public void on(long id, int place) {
            Optional<Long> before = queries.one(entity, id, List.of(OWNER)).flatMap(Assigning::owner);
            Map<String, Object> target = withTeam(choice.of(id, place));
            writes.because("assign", () -> {
                give(entity, id, target);
                before.ifPresent(owner -> along.forEach(
                        open -> open.of(queries, id, owner).forEach(found -> give(open.entity(), found, target))));
                return id;
            });
        }

        private void give(String of, long id, Map<String, Object> target) {
            records.update(of, id, Records.ANY_VERSION, target);
            Told first = new Told(new Ref(of, id, ""), 1);
            newOwners(target).forEach(user -> told.merge(user, first, Told::and));
        }

        /** Of what a team shall share out itself all who belong to it are told. */
        private Collection<Long> newOwners(Map<String, Object> target) {
            Optional<Long> owner = Given.id(target.get(OWNER));
            if (owner.isPresent() || !target.containsKey(OWNER)) {
                return owner.stream().toList();
            }
            return Given.id(target.get(TEAM)).stream()
                    .flatMap(team -> directories.current().members(team).stream())
                    .map(Directory.Person::id)
                    .toList();
        }

        /** The team goes with the owner when he works in another one. */
        private Map<String, Object> withTeam(Map<String, Object> target) {
            Optional<Directory.Person> owner = Given.id(target.get(OWNER)).flatMap(directories.current()::person);
            if (!withTeam || owner.isEmpty() || owner.get().team() == 0 || target.containsKey(TEAM)) {
                return target;
            }
            Map<String, Object> both = new LinkedHashMap<>(target);
            both.put(TEAM, String.valueOf(owner.get().team()));
            return both;
        }

        @Override
        public void end() {
            told.forEach((user, one) -> alerts.handed(user, "core.assigned", one.first(), one.number(), remark));
        }
    }

    private static Optional<Long> owner(Row row) {
        return row.values().get(0) instanceof Ref ref ? Optional.of(ref.id()) : Optional.empty();
    }
}

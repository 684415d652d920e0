package org.salacrm.itest.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Verb;
import org.salacrm.itest.OnEachDatabase;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;
import org.salacrm.test.Proves;
import org.salacrm.test.RandomCompany;
import org.salacrm.test.RandomCompany.Size;
import org.salacrm.test.RandomCompany.User;

/**
 * Every door of the running product answers a company made up by chance what the rules say, and tells nobody what is
 * hidden from him. Short by default; {@code -Drights.users=220 -Drights.questions=12000} is the large one.
 */
public class RightsIT extends OnEachDatabase {
    private static final long SEED = Long.getLong("rights.seed", 20261122);
    private static final int USERS = Integer.getInteger("rights.users", 30);
    private static final int QUESTIONS = Integer.getInteger("rights.questions", 1700);
    private static final int LISTENERS = 8;
    private static final int HAPPENINGS = 60;

    private final Random random = new Random(SEED);
    private final Findings findings = new Findings();
    private final Map<Long, Colleague> staff = new HashMap<>();
    private RunningSala sala;
    private World world;

    @Test
    @Proves({"ADM-01", "ADM-03", "ADM-04", "ADM-05"})
    public void everyDoorAnswersWhatTheRulesSay() {
        long begun = System.nanoTime();
        try (RunningSala running = database.fresh("rights")) {
            sala = running;
            world = Settling.in(Person.administrator(sala), company(), random);
            Asking asking = new Asking(world, random, findings, this::somebody);
            List<Door> doors = doors(asking);
            while (findings.questions() < QUESTIONS) {
                doors.get(random.nextInt(doors.size())).ask(somebody());
            }
            new Listening(asking).compare(LISTENERS, HAPPENINGS);
        } finally {
            System.out.println("Rights on " + database + ", seed " + SEED + ", " + USERS + " users, "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s: " + findings);
            System.out.println(findings.told());
        }
        assertThat(findings.told()).as("seed " + SEED + ": " + findings).isEmpty();
    }

    private static RandomCompany company() {
        int users = USERS;
        Size size = new Size(3 + users / 5, 8 + users / 14, users, 20 + users, users * 7);
        return RandomCompany.of(SEED, size, Instant.now().truncatedTo(ChronoUnit.MILLIS), World.ALL);
    }

    private static List<Door> doors(Asking asking) {
        Door lists = new ListDoor(asking);
        Door reads = new ReadDoor(asking);
        Door reports = new ReportDoor(asking);
        Door traces = new TraceDoor(asking);
        Door patches = new PatchDoor(asking);
        return List.of(
                lists,
                lists,
                lists,
                reads,
                reads,
                reports,
                reports,
                traces,
                traces,
                patches,
                patches,
                new CalendarDoor(asking),
                new SearchDoor(asking),
                new SearchDoor(asking),
                new LifeDoor(asking),
                new MergeDoor(asking),
                new DuplicateDoor(asking),
                new ActionDoor(asking),
                new ExportDoor(asking),
                new NextDoor(asking),
                new ImportDoor(asking),
                new SheetDoor(asking),
                new UndoDoor(asking),
                new PersonDoor(asking),
                new AlertDoor(asking),
                new MailDoor(asking),
                new LetterDoor(asking),
                new ViewDoor(asking),
                new ShareDoor(asking));
    }

    /** Mostly one who has some work here: of those who may nothing there is little to be learned. */
    private Colleague somebody() {
        boolean anybody = random.nextInt(5) == 0;
        List<User> active =
                world.active().stream().filter(user -> anybody || works(user)).toList();
        return staff.computeIfAbsent(active.get(random.nextInt(active.size())).id(), this::signIn);
    }

    private boolean works(User user) {
        return World.KINDS.stream().anyMatch(kind -> world.rules.level(user, kind, Verb.UPDATE) != Level.NONE);
    }

    private Colleague signIn(long number) {
        User user = world.company.users().get((int) number - 1);
        String id = Long.toString(world.id("user", number));
        String given = world.admin.act("user", id, "reset-password", Map.of()).toString();
        Person person = Person.firstSignIn(sala, "user" + number, given, Person.PASSWORD);
        return new Colleague(world, new Eye(world, user), person, findings);
    }
}

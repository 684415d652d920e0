package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.salacrm.itest.OnEachDatabase;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.Wait;

/** A module comes, goes and changes while many people work: nobody who does not use it notices. */
public class ModulesUnderLoadIT extends OnEachDatabase {
    private static final Duration LONG = Duration.ofMinutes(2);
    /** How long the tables of the next version take to be changed. */
    private static final Duration MIGRATION = Duration.ofSeconds(3);

    private static final int LINES = 3;
    /** What an open browser may wait for a new menu. */
    private static final long NEWS_MS = 3_000;

    @Test
    public void nobodyNoticesThatModulesComeAndGo() {
        try (RunningSala sala = database.fresh("modules")) {
            Person admin = Person.administrator(sala);
            try (Crowd crowd = new Crowd(sala, admin, Size.of("users", 50), Size.random(getClass()))) {
                Figures quiet = quiet(crowd);
                List<Line> lines = new ArrayList<>();
                for (int i = 0; i < LINES; i++) {
                    lines.add(new Line(sala, admin, crowd::now));
                }
                long begin = crowd.now();
                for (int i = 0; i < Size.of("installs", 1); i++) {
                    install(admin, crowd, lines);
                    admin.job("/api/modules/sfa/uninstall");
                    assertThat(crowd.since(begin)).allMatch(a -> a.ofSales() || a.isGood(), "is answered well");
                    assertThat(crowd.since(begin))
                            .allMatch(a -> !a.ofSales() || a.isGood() || a.isAbsent(), "or absent");
                }
                install(admin, crowd, lines);
                upgrade(sala, admin, crowd);
                assertThat(lines).noneMatch(Line::ended);
                lines.forEach(Line::close);
                System.out.println(
                        "quiet: " + quiet + "\nwhile modules come and go: " + Figures.of(core(crowd.since(begin))));
            }
        }
    }

    private static Figures quiet(Crowd crowd) {
        long begin = crowd.now();
        int enough = Size.of("quiet", 60);
        Wait.until(() -> "quiet work", LONG, () -> crowd.since(begin).size() >= enough);
        assertThat(core(crowd.since(begin))).allMatch(Answer::isGood);
        return Figures.of(core(crowd.since(begin)));
    }

    private static void install(Person admin, Crowd crowd, List<Line> lines) {
        long begin = crowd.now();
        admin.job("/api/modules/sfa/install");
        long in = crowd.now() - begin;
        assertThat(admin.count("opportunity")).isNotNegative();
        long told = lines.stream()
                .mapToLong(line -> line.until("metadata", begin))
                .max()
                .orElseThrow();
        System.out.println("installed after " + in + " ms, browsers told after " + told + " ms; others: "
                + Figures.of(core(crowd.since(begin))));
        assertThat(told).isLessThan(in + NEWS_MS);
    }

    /** The next version comes with a long change of the tables while the one before works. */
    private static void upgrade(RunningSala sala, Person admin, Crowd crowd) {
        Path kar = ModuleBuild.ofSales(sala.home(), "0.1.1")
                .changes(Changes.COLUMN + Changes.lasting(MIGRATION))
                .word("opportunity.label", "Upgraded deal")
                .write(sala.data().resolve("tmp/sfa-next.kar"));
        long begin = crowd.now();
        admin.upload("/api/modules", "", kar);
        String job =
                admin.ok("POST", "/api/modules/sfa/install", null).get("job").asText();
        Wait.until(() -> "the upgrade begins", LONG, () -> admin.get("/api/modules")
                .toString()
                .contains("\"upgrading\""));
        long migrating = crowd.now();
        assertThat(admin.ended(job).get("state").asText()).isEqualTo("done");
        oneWorksWhileTheNextMigrates(crowd.since(migrating), migrating);
        assertThat(admin.get("/api/types/opportunity").at("/label/en").asText()).isEqualTo("Upgraded deal");
        System.out.println(
                "upgraded after " + (crowd.now() - begin) + " ms; others: " + Figures.of(core(crowd.since(begin))));
        assertThat(crowd.since(begin)).allMatch(a -> a.ofSales() || a.isGood(), "is answered well");
        assertThat(crowd.since(begin)).allMatch(a -> !a.ofSales() || a.isGood() || a.isAwayForAMoment(), "or 503");
    }

    /** Whoever asks in the first half of the migration is answered before its end, by the version that is in. */
    private static void oneWorksWhileTheNextMigrates(List<Answer> answers, long begin) {
        long end = begin + MIGRATION.toMillis();
        assertThat(answers)
                .filteredOn(answer -> answer.ofSales() && answer.at() < (begin + end) / 2)
                .isNotEmpty()
                .allMatch(Answer::isGood, "is answered well")
                .allMatch(answer -> answer.at() + answer.millis() < end, "while the tables are changed");
    }

    private static List<Answer> core(List<Answer> answers) {
        return answers.stream().filter(answer -> !answer.ofSales()).toList();
    }
}

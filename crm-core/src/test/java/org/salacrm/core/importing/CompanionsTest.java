package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.Test;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Sort;

/** One sheet of people in which their companies repeat: each company is found or made once. */
public class CompanionsTest extends ImportCase {

    private void people(String... rows) {
        List<String> lines = new ArrayList<>(List.of("บริษัท,เลขภาษี,โทรบริษัท,ชื่อ,มือถือ"));
        lines.addAll(List.of(rows));
        upload("contact", lines.toArray(String[]::new));
        map("create", null, "account.name", "account.taxId", "account.phone", "name", "mobile");
    }

    private void map(String mode, String key, String... paths) {
        Map<Integer, String> columns = new HashMap<>();
        IntStream.range(0, paths.length).forEach(i -> columns.put(i, paths[i]));
        world.imports.change(ImportWorld.ID, new Change(null, null, null, null, columns, mode, key, null, null, null));
    }

    /** People who are found again by their e-mail. */
    private void mailed(String mode, String... rows) {
        List<String> lines = new ArrayList<>(List.of("บริษัท,ชื่อ,อีเมล"));
        lines.addAll(List.of(rows));
        upload("contact", lines.toArray(String[]::new));
        map(mode, "email", "account.name", "name", "email");
    }

    private void thereIs(String name, String email, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        values.put("email", email);
        world.world.records.create("contact", values);
    }

    /** By name: contact, then company with its tax id and telephone. */
    private List<String> contacts() {
        return world
                .world
                .queries
                .page(Query.of("contact", "name", "account", "account.taxId", "account.phone")
                        .sorted(Sort.up("name")))
                .rows()
                .stream()
                .map(row -> row.values().get(0) + " " + label(row.values().get(1)) + " "
                        + Objects.toString(row.values().get(2), "-") + " "
                        + Objects.toString(row.values().get(3), "-"))
                .toList();
    }

    private static String label(Object ref) {
        return ref instanceof Ref company ? company.label() : "-";
    }

    private List<String> problems(boolean errors) {
        return world.imports.problems(ImportWorld.ID, errors, "", 100).items().stream()
                .map(problem -> problem.row() + " " + problem.field() + " " + problem.messageKey())
                .toList();
    }

    @Test
    public void aCompanyThatRepeatsIsMadeOnce() {
        people(
                "สยามไรซ์,,02 111 1111,ก้อง,081 111 1111",
                "สยามไรซ์,0105556000017,,ขวัญ,",
                " สยามไรซ์ ,,02 999 9999,คิด,",
                ",,,งาม,");

        assertThat(world.check()).isEqualTo(new Summary(4, 4, 0, 0, 2));
        assertThat(problems(false))
                .containsExactly("2 account.name import.repaired.made", "4 account.name import.repaired.tidied");
        assertThat(world.values("account", "name")).as("a check writes nothing").isEmpty();
        world.run();
        assertThat(contacts())
                .containsExactly(
                        "ก้อง สยามไรซ์ 0105556000017 02 111 1111",
                        "ขวัญ สยามไรซ์ 0105556000017 02 111 1111",
                        "คิด สยามไรซ์ 0105556000017 02 111 1111",
                        "งาม - - -");
        assertThat(world.values("account", "name")).containsExactly("สยามไรซ์");
    }

    @Test
    public void whatIsThereIsFoundAndNotChanged() {
        world.world.records.create("account", Map.of("name", "Siam Rice", "phone", "02 222 2222"));
        people("Siam  Rice ,,02 111 1111,ก้อง,");
        world.run();

        assertThat(contacts()).containsExactly("ก้อง Siam Rice - 02 222 2222");
        assertThat(problems(true)).isEmpty();
    }

    @Test
    public void twoCompaniesOfOneNameAreToldApartByTheirTaxIds() {
        world.world.records.create("account", Map.of("name", "รุ่งเรือง", "taxId", "0105556000017"));
        people("รุ่งเรือง,0105556000017,,ก้อง,", "รุ่งเรือง,0105561000020,,ขวัญ,");
        world.run();

        assertThat(contacts()).containsExactly("ก้อง รุ่งเรือง 0105556000017 -", "ขวัญ รุ่งเรือง 0105561000020 -");
    }

    @Test
    public void ofTwoThatMayBeMeantNoneIsGuessed() {
        world.world.records.create("account", Map.of("name", "รุ่งเรือง"));
        world.world.records.create("account", Map.of("name", "รุ่งเรือง"));
        people("รุ่งเรือง,,,ก้อง,");

        assertThat(world.run()).isEqualTo(new Summary(1, 0, 0, 1, 0));
        assertThat(problems(true)).containsExactly("2 account.name import.reference.several");
    }

    @Test
    public void aRefusedCompanyKeepsItsPeopleOut() {
        people(",0105556000017,,ก้อง,", "สยามไรซ์,,,ขวัญ,");

        assertThat(world.check()).isEqualTo(new Summary(2, 1, 0, 1, 1));
        assertThat(problems(true)).containsExactly("2 account.name invalid.required");
        assertThat(world.run()).isEqualTo(new Summary(2, 1, 0, 1, 1));
        assertThat(world.values("account", "name")).containsExactly("สยามไรซ์");
    }

    @Test
    public void aRefusedPersonBringsNoCompany() {
        people("สยามไรซ์,,,ก้อง,not a number");

        assertThat(world.run()).isEqualTo(new Summary(1, 0, 0, 1, 0));
        assertThat(world.values("account", "name")).isEmpty();
    }

    @Test
    public void companiesOfEarlierBatchesAreFoundAgain() {
        String[] rows = IntStream.range(0, 450)
                .mapToObj(i -> "บริษัท " + i % 30 + ",,,คน " + i + ",")
                .toArray(String[]::new);
        people(rows);
        world.run();

        assertThat(world.values("account", "name")).hasSize(30).doesNotHaveDuplicates();
        assertThat(world.values("contact", "account")).hasSize(450).noneMatch(String::isEmpty);
        assertThat(world.imports.problems(ImportWorld.ID, false, "", 100).items())
                .extracting(Problem::messageKey)
                .containsOnly("import.repaired.made")
                .hasSize(30);
    }

    @Test
    public void companiesGoToWhomTheirPeopleAreGiven() {
        long anan = world.world
                .records
                .create("user", Map.of("name", "Anan", "login", "anan"))
                .id();
        people("สยามไรซ์,,,ก้อง,");
        Map<String, Object> owner = Map.of("owner", Long.toString(anan));
        world.imports.change(
                ImportWorld.ID, new Change(null, null, null, null, null, "create", null, owner, null, null));
        world.run();

        assertThat(world.values("account", "owner")).singleElement().asString().contains("Anan");
    }

    @Test
    public void whoIsThereGetsHisCompanyAndWhoIsNotBringsNone() {
        thereIs("ก้อง", "kong@b.example", Map.of());
        mailed("update", "สยามไรซ์,ก้อง,kong@b.example", "รวงทอง,ขวัญ,khwan@b.example");

        assertThat(world.check()).isEqualTo(new Summary(2, 0, 1, 1, 1));
        assertThat(world.values("account", "name")).as("a check writes nothing").isEmpty();
        assertThat(world.run()).isEqualTo(new Summary(2, 0, 1, 1, 1));
        assertThat(problems(true)).containsExactly("3 email import.row.absent");
        assertThat(problems(false)).containsExactly("2 account.name import.repaired.made", "3 email import.row.absent");
        assertThat(contacts()).containsExactly("ก้อง สยามไรซ์ - -");
        assertThat(world.values("account", "name")).containsExactly("สยามไรซ์");
    }

    @Test
    public void whoIsThereGoesToTheCompanyThatIsThereAndStaysWhereNoneIsNamed() {
        long former =
                world.world.records.create("account", Map.of("name", "รวงทอง")).id();
        world.world.records.create("account", Map.of("name", "สยามไรซ์", "phone", "02 222 2222"));
        thereIs("ก้อง", "kong@b.example", Map.of("account", former));
        thereIs("ขวัญ", "khwan@b.example", Map.of("account", former));
        mailed("update", "สยามไรซ์,ก้อง,kong@b.example", ",ขวัญ,khwan@b.example");

        assertThat(world.run()).isEqualTo(new Summary(2, 0, 2, 0, 0));
        assertThat(contacts()).containsExactly("ก้อง สยามไรซ์ - 02 222 2222", "ขวัญ รวงทอง - -");
        assertThat(world.values("account", "name")).containsExactly("รวงทอง", "สยามไรซ์");
    }

    @Test
    public void thoseThatAreThereAndNewOnesShareTheCompanyThatIsMade() {
        thereIs("ก้อง", "kong@b.example", Map.of());
        mailed(
                "both",
                "สยามไรซ์,ขวัญ,khwan@b.example",
                "สยามไรซ์,ก้อง,kong@b.example",
                "สยามไรซ์,คิด,kit@b.example",
                ",งาม,ngam@b.example");

        assertThat(world.check()).isEqualTo(new Summary(4, 3, 1, 0, 1));
        assertThat(world.run()).isEqualTo(new Summary(4, 3, 1, 0, 1));
        assertThat(contacts())
                .containsExactly("ก้อง สยามไรซ์ - -", "ขวัญ สยามไรซ์ - -", "คิด สยามไรซ์ - -", "งาม - - -");
        assertThat(world.values("account", "name")).containsExactly("สยามไรซ์");
        assertThat(problems(false)).containsExactly("3 account.name import.repaired.made");
    }
}

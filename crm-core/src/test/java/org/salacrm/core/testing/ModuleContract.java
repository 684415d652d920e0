package org.salacrm.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.definition.Definition;
import org.salacrm.api.definition.Form;
import org.salacrm.api.definition.HomeBlock;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Menu;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.Receiver;
import org.salacrm.api.definition.ReportDefinition;
import org.salacrm.api.definition.View;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.module.CrmModule;
import org.salacrm.core.entity.ClassReader;
import org.salacrm.core.model.CoreModule;

/**
 * What every module must keep: extend it in a module's tests and it names each word, id, path and column that does not
 * fit. It reads the module as it is shipped and needs no container.
 */
public abstract class ModuleContract {
    private static final Pattern THAI = Pattern.compile("[\u0e00-\u0e7f]");

    private final CrmModule module;
    private final String changelog;
    private final ModuleFiles files;
    private final List<CrmModule> known = new ArrayList<>();
    private final Map<String, EntityType> types = new HashMap<>();

    /**
     * @param changelog path of the module's changelog, {@code db/sfa.xml}
     */
    protected ModuleContract(CrmModule module, String changelog) {
        this.module = module;
        this.changelog = changelog;
        this.files = new ModuleFiles(module);
        known.add(module);
        if (!(module instanceof CoreModule)) {
            known.add(new CoreModule());
        }
        known.forEach(one -> one.entities().forEach(type -> {
            EntityType read = ClassReader.read(type, one.id());
            types.put(read.name(), read);
        }));
    }

    @Test
    public void everyFieldIsKeptByItsTable() throws ReflectiveOperationException {
        TableCheck.check(module, changelog);
    }

    /** A backup brings the rows back table by table, in no particular order. */
    @Test
    public void noTableHasAForeignKey() throws SQLException {
        assertThat(TableCheck.foreignKeys(changelog)).isEmpty();
    }

    @Test
    public void bothLanguagesHaveTheSameWords() {
        assertThat(files.words("th").keySet()).isEqualTo(files.words("en").keySet());
        assertThat(files.words("en").values())
                .noneMatch(word -> THAI.matcher(word).find());
    }

    @Test
    public void everythingPeopleSeeHasItsWords() {
        Set<String> words = new TreeSet<>();
        known.forEach(one -> words.addAll(new ModuleFiles(one).words("en").keySet()));
        Set<String> missing = new TreeSet<>(new Labels(module, files, types).keys());
        missing.removeIf(key -> words.contains(key) || words.contains(Labels.common(key)));
        assertThat(missing).isEmpty();
    }

    @Test
    public void idsBeginWithTheModule() {
        List<Definition> own = new ArrayList<>();
        for (Class<? extends Definition> kind : List.of(
                View.class,
                Lifecycle.class,
                Conversion.class,
                Form.class,
                ReportDefinition.class,
                CalendarSource.class)) {
            own.addAll(files.definitions(kind));
        }
        files.definitions(Menu.class).stream()
                .filter(menu -> !menu.parent().isEmpty())
                .forEach(own::add);
        assertThat(own).allSatisfy(one -> assertThat(one.id()).startsWith(module.id() + "."));
        assertThat(own(Function.identity()))
                .allSatisfy(type -> assertThat(type.table()).startsWith(module.id() + "_"));
    }

    @Test
    public void pickListsOfFieldsExist() {
        assertThat(unknown(FieldType::pickList, pickLists().keySet())).isEmpty();
    }

    @Test
    public void referencesOfFieldsLeadToKnownEntities() {
        assertThat(unknown(FieldType::ref, types.keySet())).isSubsetOf(absent());
    }

    @Test
    public void pathsOfDefinitionsExist() {
        Paths paths = new Paths(types);
        files.definitions(View.class).forEach(paths::check);
        Map<String, View> views =
                files.definitions(View.class).stream().collect(Collectors.toMap(View::id, Function.identity()));
        files.definitions(HomeBlock.class).forEach(block -> paths.check(block, views));
        files.definitions(Form.class).forEach(paths::check);
        files.definitions(CalendarSource.class).forEach(paths::check);
        files.definitions(AlertRule.class).forEach(paths::check);
        files.definitions(Receiver.class).forEach(paths::check);
        files.definitions(Lifecycle.class).forEach(cycle -> paths.check(cycle, pickLists()));
        files.definitions(Conversion.class).forEach(paths::check);
        assertThat(paths.wrong()).isEmpty();
    }

    @Test
    public void permissionsOfTransitionsAreDeclared() {
        Set<String> asked = files.definitions(Lifecycle.class).stream()
                .flatMap(cycle -> cycle.transitions().stream())
                .map(Lifecycle.Transition::permission)
                .filter(permission -> !permission.isEmpty())
                .collect(Collectors.toSet());
        assertThat(module.permissions()).containsAll(asked);
    }

    /** The header says what an absent module keeps asleep, so it must not differ from what the module says awake. */
    @Test
    public void headerNamesTheEntities() {
        Attributes header = files.manifest();
        if (module instanceof CoreModule) {
            assertThat(header.getValue("CRM-Module"))
                    .as("the core is never absent")
                    .isNull();
        } else {
            assertThat(header.getValue("CRM-Module")).isEqualTo(module.id());
            assertThat(header.getValue("CRM-Entities").split("\\s*,\\s*"))
                    .containsExactlyInAnyOrderElementsOf(own(EntityType::name));
        }
    }

    /** Entities of other modules that this one refers to and can do without. */
    protected Set<String> absent() {
        return Set.of();
    }

    private <T> List<T> own(Function<EntityType, T> what) {
        return types.values().stream()
                .filter(type -> type.module().equals(module.id()))
                .map(what)
                .toList();
    }

    private Set<String> unknown(Function<FieldType, String> said, Set<String> known) {
        return own(EntityType::fields).stream()
                .flatMap(List::stream)
                .map(said)
                .filter(name -> !name.isEmpty() && !name.equals("*") && !known.contains(name))
                .collect(Collectors.toSet());
    }

    private Map<String, PickList> pickLists() {
        Map<String, PickList> lists = new HashMap<>();
        known.forEach(
                one -> new ModuleFiles(one).definitions(PickList.class).forEach(list -> lists.put(list.id(), list)));
        return lists;
    }
}

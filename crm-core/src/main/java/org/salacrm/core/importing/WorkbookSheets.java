package org.salacrm.core.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports;
import org.salacrm.api.importing.JoinedSheets;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;

/** Looks at the first rows of each other sheet, whether their headers name the records of the one that is imported. */
@Component
public final class WorkbookSheets implements JoinedSheets {
    private static final int MOST = 20;

    private final Imports imports;
    private final ImportServices services;
    private final Callers callers;
    private final Rights rights;

    @Activate
    public WorkbookSheets(
            @Reference Imports imports,
            @Reference ImportServices services,
            @Reference Callers callers,
            @Reference Rights rights) {
        this.imports = imports;
        this.services = services;
        this.callers = callers;
        this.rights = rights;
    }

    /** A sheet read as rows of an entity. @param named number of its other columns that are understood */
    private record Match(Joined joined, long named) {}

    @Override
    public List<Joined> of(long id) {
        ImportState state = imports.get(id);
        List<String> others = state.sheets().stream()
                .filter(sheet -> !sheet.equals(state.sheet()))
                .limit(MOST)
                .toList();
        List<EntityType> kinds = others.isEmpty() ? List.of() : kinds(state.entity());
        if (kinds.isEmpty()) {
            return List.of();
        }
        try (TempCopy copy = TempCopy.of(services.files().content(hash(id)))) {
            return others.stream()
                    .flatMap(sheet -> best(state, copy.path(), sheet, kinds).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ImportState take(long id, String sheet) {
        Joined joined = of(id).stream()
                .filter(one -> one.sheet().equals(sheet))
                .findFirst()
                .orElseThrow(() -> new InvalidRecordException(
                        List.of(new Refusal("sheet", "import.sheet", Map.of("value", sheet, "field", "sheet")))));
        ImportState begun = imports.upload(
                joined.entity(), imports.get(id).file(), services.files().content(hash(id)));
        ImportState read = imports.change(begun.id(), reading(sheet, null));
        boolean named = read.columns().get(joined.column()).field().matches("\\Q" + joined.field() + "\\E(\\..*)?");
        return named ? read : imports.change(begun.id(), reading(null, Map.of(joined.column(), joined.field())));
    }

    private static Imports.Change reading(String sheet, Map<Integer, String> columns) {
        return new Imports.Change(null, null, sheet, null, columns, null, null, null, null, null);
    }

    /** What the caller may import and refers to the records of an entity. */
    private List<EntityType> kinds(String entity) {
        return services.types().all().stream()
                .filter(type -> !type.isPart()
                        && !type.name().equals(entity)
                        && type.features().imports()
                        && type.fields().stream().anyMatch(names(entity))
                        && rights.level(callers.current(), type.name(), Verb.IMPORT) != Level.NONE)
                .toList();
    }

    private static Predicate<FieldType> names(String entity) {
        return field -> field.ref().equals(entity)
                && !field.flags().hidden()
                && !field.flags().readOnly();
    }

    /** Of several kinds the one of which its headers name most fields. */
    private Optional<Joined> best(ImportState state, Path file, String sheet, List<EntityType> kinds) {
        TableFile.Format format = ImportWork.format(state).of(sheet);
        ColumnMapper mapper = new ColumnMapper(services.types(), services.messages());
        try {
            List<SourceRow> first = Preview.first(file, format, 0);
            return kinds.stream()
                    .map(type -> Preview.of(mapper.headers(type.name()), type.name(), format, 0, first))
                    .flatMap(preview -> match(state, preview).stream())
                    .max(Comparator.comparingLong(Match::named))
                    .map(Match::joined);
        } catch (UnreadableFileException e) {
            return Optional.empty(); // an empty sheet beside a full one is none of our business
        }
    }

    private Optional<Match> match(ImportState state, Preview preview) {
        List<String> fields = services.types().get(preview.entity()).fields().stream()
                .filter(names(state.entity()))
                .map(FieldType::name)
                .toList();
        Stream<ImportState.Column> named = preview.columns().stream().filter(c -> fields.contains(c.field()));
        List<String> keys = keyHeaders(state);
        Stream<ImportState.Column> same = preview.columns().stream().filter(c -> keys.contains(Clean.key(c.header())));
        return Stream.concat(named, same)
                .findFirst()
                .map(c -> new Match(joined(preview, c, fields), others(preview, c)))
                .filter(match -> match.named() > 0);
    }

    /** @param fields references to the records that are imported */
    private static Joined joined(Preview preview, ImportState.Column column, List<String> fields) {
        String field = fields.contains(column.field()) ? column.field() : fields.get(0);
        return new Joined(preview.format().sheet(), preview.entity(), column.index(), column.header(), field);
    }

    private static long others(Preview preview, ImportState.Column column) {
        return preview.columns().stream()
                .filter(c -> c.index() != column.index() && !c.field().isEmpty())
                .count();
    }

    /** What the columns are called by which the records that are imported can be found again. */
    private List<String> keyHeaders(ImportState state) {
        List<String> keys = Companions.keys(services.types().get(state.entity()));
        return state.columns().stream()
                .filter(c -> keys.contains(c.field()) && !Clean.key(c.header()).isEmpty())
                .map(c -> Clean.key(c.header()))
                .toList();
    }

    private String hash(long id) {
        return services.tx().required(() -> {
            try {
                return new ImportStore()
                        .find(services.tx().connection(), id)
                        .orElseThrow()
                        .hash();
            } catch (SQLException e) {
                throw new IllegalStateException("an import cannot be read", e);
            }
        });
    }
}

package org.salacrm.core.importing;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

/** What a change of an import may ask for, and what must be known before its rows are tried. */
final class ImportRules {
    static final String OWNER = "owner";
    static final String TEAM = "team";

    /** All rows above the headers are kept in memory for a moment. */
    private static final int LAST_HEADER = 1000;

    private static final List<String> MODES = List.of("create", "update", "both");
    private static final List<String> ERAS = List.of("", ImportState.Column.BUDDHIST, ImportState.Column.COMMON);

    private final List<ColumnMapper.Target> targets;

    /** @param targets fields that a file can fill */
    ImportRules(List<ColumnMapper.Target> targets) {
        this.targets = targets;
    }

    void check(Change change, ImportState state) {
        List<Refusal> refusals = new ArrayList<>();
        if (change.charset() != null && !isCharset(change.charset())) {
            refusals.add(refusal("charset", "import.charset", change.charset()));
        }
        boolean separated = !state.separator().isEmpty();
        if (change.separator() != null && !(separated && change.separator().matches("[^\"\\r\\n]"))) {
            refusals.add(refusal("separator", "import.separator", change.separator()));
        }
        if (change.sheet() != null && !state.sheets().contains(change.sheet())) {
            refusals.add(refusal("sheet", "import.sheet", change.sheet()));
        }
        if (change.headerRow() != null && (change.headerRow() < 1 || change.headerRow() > LAST_HEADER)) {
            refusals.add(refusal("headerRow", "import.file.headerRow", change.headerRow()));
        }
        refuse(refusals);
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    void check(ImportState state) {
        List<Refusal> refusals = new ArrayList<>();
        if (!MODES.contains(state.mode())) {
            refusals.add(refusal("mode", "import.mode", state.mode()));
        }
        if (!state.key().isEmpty()
                && target(state.key()).filter(ImportRules::isKey).isEmpty()) {
            refusals.add(refusal("key", "import.key.unfit", state.key()));
        }
        Set<String> taken = new HashSet<>();
        for (ImportState.Column column : state.columns()) {
            Optional<ColumnMapper.Target> target = target(column.field());
            if (!column.field().isEmpty() && target.isEmpty()) {
                refusals.add(refusal("columns", "invalid.unknown", column.field()));
            } else if (target.isPresent()
                    && !taken.add(column.field())
                    && !target.get().joins()) {
                refusals.add(refusal("columns", "import.columns.twice", column.header()));
            }
        }
        state.columns().stream()
                .filter(column -> !ERAS.contains(column.era()))
                .forEach(column -> refusals.add(refusal("columns", "invalid.unknown", column.era())));
        state.defaults().keySet().stream()
                .filter(field -> target(field).filter(t -> !t.isFurther()).isEmpty())
                .forEach(field -> refusals.add(refusal("defaults", "invalid.unknown", field)));
        if (state.defaults().get(OWNER) instanceof List<?> turn && turn.isEmpty()) {
            refusals.add(refusal("defaults", "invalid.required", OWNER));
        }
        if ("".equals(state.defaults().get(OWNER)) && !state.defaults().containsKey(TEAM)) {
            refusals.add(refusal("defaults", "invalid.required", TEAM)); // a team as a whole has what nobody owns
        }
        refuse(refusals);
    }

    /** Before rows are tried. */
    void checkComplete(ImportState state) {
        List<Refusal> refusals = new ArrayList<>();
        if (state.columns().stream().allMatch(c -> c.field().isEmpty())) {
            refusals.add(refusal("columns", "import.columns.none", ""));
        }
        boolean keyed = !state.key().isEmpty()
                && state.columns().stream().anyMatch(c -> c.field().equals(state.key()));
        boolean looked = !state.mode().equals("create") || !state.key().isEmpty();
        if (looked && !keyed) {
            refusals.add(refusal("key", "import.key.missing", ""));
        }
        refuse(refusals);
    }

    private static boolean isKey(ColumnMapper.Target target) {
        boolean comparable = target.field().isText() || target.field().javaType() == Integer.class;
        return comparable && !target.isFurther();
    }

    private Optional<ColumnMapper.Target> target(String path) {
        return targets.stream().filter(t -> t.path().equals(path)).findFirst();
    }

    private static Refusal refusal(String field, String messageKey, Object value) {
        return new Refusal(field, messageKey, Map.of("value", value, "field", value));
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new InvalidRecordException(refusals);
        }
    }
}

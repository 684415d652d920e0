package org.salacrm.core.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.importing.ImportChecks.Choice;
import org.salacrm.api.importing.ImportChecks.Likely;
import org.salacrm.api.importing.ImportState;

/** Makes what reads and writes the rows of an import, for all of its rows or for some of them. */
final class Writers {
    private final ImportServices services;
    private final boolean keeps;

    /** @param keeps whether what is written stays, as in a run */
    Writers(ImportServices services, boolean keeps) {
        this.services = services;
        this.keeps = keeps;
    }

    /** @param monthFirst numbers of the columns whose dates have the month before the day */
    RowWriter writer(ImportState state, Set<Integer> monthFirst, Twins twins) {
        RowMapper.Plan plan =
                new RowMapper.Plan(columns(state, monthFirst), state.columns().size(), state.defaults());
        RowMapper rows = new RowMapper(
                plan,
                cells(state),
                new References(services.types(), services.queries(), services.messages(), services.names()),
                new Spares(mapper().targets(state.entity()), services.messages()));
        return new RowWriter(
                services.records(),
                services.writes(),
                services.queries(),
                rows,
                new RowWriter.Target(state.entity(), state.mode(), state.key(), state.id(), twins));
    }

    /**
     * What is done with rows that may be there already; a run looks for them only where something depends on it.
     *
     * @param rows what is known of rows that look like others of the file
     */
    Twins twins(ImportState state, List<Choice> choices, Map<Long, List<Likely>> rows) {
        boolean asked = choices.stream().anyMatch(choice -> choice.row() == 0)
                && (!keeps
                        || choices.stream().anyMatch(choice -> !choice.choice().equals(Twins.CREATE)));
        return asked ? new Twins(services.duplicates().finder(state.entity()), choices, rows) : Twins.NONE;
    }

    private List<RowMapper.Column> columns(ImportState state, Set<Integer> monthFirst) {
        ColumnMapper mapper = mapper();
        return state.columns().stream()
                .filter(c -> !c.field().isEmpty())
                .flatMap(c -> mapper.target(state.entity(), c.field()).stream()
                        .map(t -> new RowMapper.Column(
                                c.index(),
                                c.header(),
                                t,
                                new DateCell.Written(monthFirst.contains(c.index()), c.era()))))
                .toList();
    }

    ColumnMapper mapper() {
        return new ColumnMapper(services.types(), services.messages());
    }

    private FieldCells cells(ImportState state) {
        Optional<NewPicks.Keeper> keeper =
                keeps ? Optional.of((list, code) -> keep(state, list, code)) : Optional.empty();
        Optional<NewPicks> newPicks =
                state.createPickValues() ? Optional.of(new NewPicks(services.pickLists(), keeper)) : Optional.empty();
        return new FieldCells(services.pickLists(), services.messages(), services.today(), services.zone(), newPicks);
    }

    /** In a transaction of its own: the word is there for the records, and stays where their batch is taken back. */
    private void keep(ImportState state, PickList list, String code) {
        services.tx().requiresNew(() -> {
            services.pickLists().save(list);
            services.undos().addedPick(state.id(), list.id(), code);
            return code;
        });
    }
}

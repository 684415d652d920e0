package org.salacrm.core.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.importing.ImportTemplates;
import org.salacrm.api.message.Messages;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;

/** A sheet with headings that imports know, and one with the words of the pick lists, which its cells offer. */
@Component
public final class FieldTemplates implements ImportTemplates {
    /** The last row whose cells offer words. */
    private static final int LAST = 10_000;

    private static final int NARROWEST = 14;

    private final ColumnMapper mapper;
    private final Messages messages;
    private final PickLists picks;
    private final Callers callers;
    private final Rights rights;

    @Activate
    public FieldTemplates(
            @Reference EntityTypes types,
            @Reference Messages messages,
            @Reference PickLists picks,
            @Reference Callers callers,
            @Reference Rights rights) {
        this.mapper = new ColumnMapper(types, messages);
        this.messages = messages;
        this.picks = picks;
        this.callers = callers;
        this.rights = rights;
    }

    @Override
    public void write(String entity, OutputStream out) {
        mapper.checkRecord(entity);
        Caller caller = callers.current();
        if (rights.level(caller, entity, Verb.IMPORT) == Level.NONE) {
            throw new ForbiddenException(entity, Verb.IMPORT);
        }
        List<ColumnMapper.Target> targets = mapper.targets(entity).stream()
                .filter(target -> mayFill(caller, entity, target.path()))
                .toList();
        try (Workbook workbook = new Workbook(out, "Sala", null)) {
            new Sheets(workbook, entity, caller.language()).write(targets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean mayFill(Caller caller, String entity, String path) {
        String field = path.split("\\.")[0];
        return rights.field(caller, entity, field) == Access.WRITE;
    }

    private final class Sheets {
        private final String language;
        private final Worksheet records;
        private final Worksheet words;
        private int lists;

        Sheets(Workbook workbook, String entity, String language) {
            this.language = language;
            this.records = workbook.newWorksheet(word(entity + ".plural"));
            this.words = workbook.newWorksheet(word("import.template.words"));
        }

        void write(List<ColumnMapper.Target> targets) {
            for (int column = 0; column < targets.size(); column++) {
                ColumnMapper.Target target = targets.get(column);
                head(records, column, word(target.label(messages)));
                if (!target.field().pickList().isEmpty()) {
                    offer(column, target);
                }
            }
            records.freezePane(0, 1);
            words.freezePane(0, 1);
        }

        private void offer(int column, ColumnMapper.Target target) {
            List<PickList.Item> items = picks.get(target.field().pickList()).items().stream()
                    .filter(PickList.Item::active)
                    .toList();
            if (items.isEmpty()) {
                return;
            }
            int place = lists++;
            head(words, place, word(target.label(messages)));
            for (int i = 0; i < items.size(); i++) {
                words.inlineString(i + 1, place, items.get(i).label().in(language));
            }
            // Several words stand in one cell of a field that takes several.
            records.range(1, column, LAST, column)
                    .validateWithList(words.range(1, place, items.size(), place))
                    .allowBlank(true)
                    .showErrorMessage(false);
        }

        private void head(Worksheet sheet, int column, String label) {
            sheet.width(column, Math.max(NARROWEST, label.length() + 4));
            sheet.inlineString(0, column, label);
            sheet.style(0, column).bold().fillColor("E2E7EC").set();
        }

        private String word(String key) {
            return messages.text(key).in(language);
        }
    }
}

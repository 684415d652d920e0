package org.salacrm.core.record.custom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Filter;
import org.salacrm.api.security.Callers;
import org.salacrm.api.setting.SavedViews.SavedView;
import org.salacrm.core.definition.JdbcSavedViews;
import org.salacrm.core.store.Sql;

/** The lists that people saved which would lose something; what is private of others is counted, not named. */
final class SavedViewUses {
    private final Sql sql;
    private final Callers callers;
    private final ObjectMapper json = new ObjectMapper();

    SavedViewUses(Sql sql, Callers callers) {
        this.sql = sql;
        this.callers = callers;
    }

    /** @param speaks asked with everything of a view that can name a field */
    List<Text> of(Predicate<Object> speaks) {
        List<Text> uses = new ArrayList<>();
        int hidden = 0;
        for (SavedView view : JdbcSavedViews.ofEverybody(sql)) {
            if (!speaks.test(naming(view))) {
                continue;
            }
            if (view.audience().equals("private")
                    && view.owner() != callers.current().user()) {
                hidden++;
            } else {
                uses.add(Text.of(view.name()));
            }
        }
        if (hidden > 0) {
            uses.add(new Text("มุมมองส่วนตัวของคนอื่น " + hidden + " รายการ", hidden + " private views of others"));
        }
        return uses;
    }

    private List<Object> naming(SavedView view) {
        Map<?, ?> body;
        try {
            body = json.readValue(view.body(), Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the saved view " + view.id(), e);
        }
        List<Object> naming = new ArrayList<>();
        for (String key : List.of("columns", "pinned", "group")) {
            naming.add(String.valueOf(body.get(key)));
        }
        if (body.get("sort") instanceof List<?> sort) {
            sort.forEach(one -> naming.add(one instanceof Map<?, ?> key ? String.valueOf(key.get("path")) : ""));
        }
        if (body.get("filter") != null) {
            naming.add(Filter.parse(body.get("filter")));
        }
        return naming;
    }
}

package org.salacrm.rest;

import java.util.ArrayList;
import java.util.List;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.setting.SavedViews;

/** Saved views in memory, everybody's. */
final class FakeViews implements SavedViews {
    static final int GONE = 77;
    static final int OLD = 3;
    final List<SavedView> views = new ArrayList<>();

    @Override
    public List<SavedView> of(String entity) {
        return views.stream().filter(view -> view.entity().equals(entity)).toList();
    }

    @Override
    public SavedView save(SavedView view) {
        if (view.id() == GONE) {
            throw new AbsentRecordException("view", GONE);
        }
        if (view.version() == OLD) {
            throw new StaleRecordException("view", view.id());
        }
        views.add(view);
        return view;
    }

    @Override
    public void remove(long id) {
        if (id == GONE) {
            throw new AbsentRecordException("view", GONE);
        }
        views.removeIf(view -> view.id() == id);
    }
}

package org.salacrm.core.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import org.salacrm.api.model.CrmRecord;

/** What one transaction has done so far. Used by one thread. */
final class Work {
    private final Map<CrmRecord, Map<String, Object>> pictures = new IdentityHashMap<>();
    private final List<Journal.Entry> entries = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final Map<String, Lock> passed = new HashMap<>();
    private String cause = "";
    private long undo;
    private int halves;
    private boolean several;

    /** Keeps how a record handed out by class was stored, to know later what changed. */
    void picture(CrmRecord record, Map<String, Object> stored) {
        pictures.put(record, stored);
    }

    /** Passes the gate of an entity once. */
    void pass(String entity, Gates gates) {
        if (!passed.containsKey(entity)) {
            passed.put(entity, gates.enter(entity));
        }
    }

    /** Whose gates were passed. */
    Set<String> entities() {
        return passed.keySet();
    }

    /** Leaves all gates. */
    void leave() {
        passed.values().forEach(Lock::unlock);
        passed.clear();
    }

    /** Says that more than one write is to come. */
    void expectSeveral() {
        several = true;
    }

    /** Whether a record just written is to be let go, so that the next flush need not look at it again. */
    boolean letsGo(CrmRecord record) {
        return several && !pictures.containsKey(record);
    }

    /** @throws IllegalStateException when the record was not got in this transaction */
    Map<String, Object> picture(CrmRecord record) {
        Map<String, Object> stored = pictures.get(record);
        if (stored == null) {
            throw new IllegalStateException("find the record in the transaction that updates it");
        }
        return stored;
    }

    /** Does something of which half must never stay, even if somebody catches what it throws and goes on. */
    void whole(Runnable write) {
        halves++;
        write.run();
        halves--;
    }

    /** Whether something was left half done. */
    boolean isSpoiled() {
        return halves > 0;
    }

    void add(Journal.Entry entry) {
        entries.add(entry);
    }

    List<Journal.Entry> entries() {
        return entries;
    }

    /** Under which number it is kept how to undo what is written, 0 when it is not. */
    long undo() {
        return undo;
    }

    void undo(long number) {
        undo = number;
    }

    void keep(Kept step) {
        kept.add(step);
    }

    List<Kept> kept() {
        return kept;
    }

    String cause() {
        return cause;
    }

    void cause(String action) {
        cause = action;
    }
}

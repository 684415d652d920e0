package org.salacrm.rest;

import java.util.List;
import org.salacrm.api.job.Undos;
import org.salacrm.api.record.AbsentRecordException;

/** Nothing was done that can be taken back. */
final class NoUndos implements Undos {

    @Override
    public State get(long undo) {
        throw new AbsentRecordException("undo", undo);
    }

    @Override
    public List<Left> left(long undo, long before, int limit) {
        throw new AbsentRecordException("undo", undo);
    }

    @Override
    public long start(long undo) {
        throw new AbsentRecordException("undo", undo);
    }

    @Override
    public long insist(long undo, List<Choice> choices) {
        throw new AbsentRecordException("undo", undo);
    }
}

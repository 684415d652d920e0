package org.salacrm.core.job;

import java.util.Map;
import org.salacrm.api.job.JobKind;

/** A kind of work that is never to be done. */
final class Refusing implements JobKind {
    @Override
    public String kind() {
        return "refusing";
    }

    @Override
    public void check(Map<String, Object> parameters) {
        throw new IllegalArgumentException(parameters.toString());
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        return parameters;
    }
}

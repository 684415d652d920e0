package org.salacrm.itest;

import java.util.Map;

/** The databases that a company may choose, for what is true on each of them. */
public enum Database {
    DERBY {
        @Override
        public RunningSala shared() {
            return RunningSala.derby();
        }

        @Override
        public RunningSala fresh(String folder) {
            return RunningSala.fresh(TestPostgres.folder(folder), Map.of());
        }
    },

    POSTGRES {
        @Override
        public RunningSala shared() {
            return RunningSala.postgres();
        }

        @Override
        public RunningSala fresh(String folder) {
            return RunningSala.freshOnPostgres(TestPostgres.folder(folder), Map.of());
        }
    };

    /** The Sala that most tests share. */
    public abstract RunningSala shared();

    /** One of the test's own, with a new data folder whose name begins with the given one. */
    public abstract RunningSala fresh(String folder);
}

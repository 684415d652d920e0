package org.salacrm.api.security;

import java.util.List;

/** Verbs every entity has; actions and transitions add their own names. */
public final class Verb {
    public static final String CREATE = "create";
    public static final String READ = "read";
    public static final String UPDATE = "update";
    public static final String DELETE = "delete";
    /** Add activities, notes, files and related documents without changing the record itself. */
    public static final String APPEND = "append";

    public static final String ASSIGN = "assign";
    public static final String SHARE = "share";
    public static final String EXPORT = "export";
    public static final String IMPORT = "import";

    public static final List<String> STANDARD =
            List.of(CREATE, READ, UPDATE, DELETE, APPEND, ASSIGN, SHARE, EXPORT, IMPORT);

    private Verb() {}
}

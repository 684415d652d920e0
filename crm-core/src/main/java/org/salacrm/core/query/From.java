package org.salacrm.core.query;

import java.util.HashMap;
import java.util.Map;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;

/** The tables of one select: the asked one and those its paths lead to, each joined once. Used by one thread. */
final class From {
    private final Dialect dialect;
    private final Aliases aliases;
    private final EntityType type;
    private final String base;
    private final Sql joins = new Sql();
    private final Map<Join, String> joined = new HashMap<>();

    private record Join(String from, String by, Reach gate) {}

    From(Dialect dialect, Aliases aliases, EntityType type) {
        this.dialect = dialect;
        this.aliases = aliases;
        this.type = type;
        this.base = aliases.next("t");
    }

    Dialect dialect() {
        return dialect;
    }

    Aliases aliases() {
        return aliases;
    }

    String id() {
        return base + ".id";
    }

    String version() {
        return base + ".version";
    }

    /** The table with all joins asked for so far. */
    Sql tables() {
        return new Sql().add(type.table()).add(" ").add(base).add(joins);
    }

    /** The joins asked for so far, for a base table that stands elsewhere. */
    Sql joins() {
        return joins;
    }

    String base() {
        return base;
    }

    /** The row whose owner, team and shares decide: a part's parent, otherwise the row itself. */
    String governed(EntityType parent) {
        return type.isPart() ? parentOf(base, parent.table(), type.parentColumn()) : base;
    }

    /** Adds an inner join with the records that a select names. */
    void joinIds(String alias, Sql ids) {
        String shared = aliases.next("s");
        joins.add(" join (")
                .add(ids)
                .add(") ")
                .add(shared)
                .add(" on ")
                .add(shared)
                .add(".record_id = ");
        joins.add(alias).add(".id");
    }

    /** The column of a path as it is stored. */
    String column(Term term) {
        FieldType field = term.path().field();
        return table(term, field) + "." + field.column();
    }

    /** The column of a path for comparing, grouping and counting. */
    String comparable(Term term) {
        boolean longText = term.path().field().kind().equals(Kind.TEXTAREA);
        return longText ? dialect.comparable(column(term)) : column(term);
    }

    /** The column of a path for sorting. */
    String sortable(Term term) {
        FieldType field = term.path().field();
        boolean key = !field.sortColumn().isEmpty() && !field.sortColumn().equals(field.column());
        return key ? table(term, field) + "." + field.sortColumn() : comparable(term);
    }

    /** The column that says which kind of record a reference to any kind leads to. */
    String kindColumn(Term term) {
        FieldType field = term.path().field();
        FieldType kind = term.path()
                .owner()
                .field(field.refType())
                .orElseThrow(() -> new IllegalStateException(field.name() + " has no field for its kind"));
        return table(term, kind) + "." + kind.column();
    }

    private String table(Term term, FieldType field) {
        String at = base;
        for (int i = 0; i < term.path().hops().size(); i++) {
            at = hop(at, term.path().hops().get(i), term.gates().get(i));
        }
        return field.table().equals(term.path().owner().table()) ? at : side(at, field.table());
    }

    private String hop(String at, Path.Hop hop, Reach gate) {
        if (hop.toParent()) {
            return parentOf(at, hop.target().table(), hop.ref().column());
        }
        String from = hop.ref().table().equals(hop.from().table())
                ? at
                : side(at, hop.ref().table());
        return joined.computeIfAbsent(new Join(from, hop.ref().name(), gate), join -> {
            String alias = aliases.next("t");
            joins.add(" left join ").add(hop.target().table()).add(" ").add(alias);
            joins.add(" on ")
                    .add(alias)
                    .add(".id = ")
                    .add(from)
                    .add(".")
                    .add(hop.ref().column());
            if (!gate.all()) {
                joins.add(" and ");
                gate.predicate(joins, alias);
            }
            return alias;
        });
    }

    private String parentOf(String at, String table, String column) {
        return joined.computeIfAbsent(new Join(at, column, Reach.ALL), join -> {
            String alias = aliases.next("t");
            // Inner from the base, because a part always has its parent; outer further on.
            joins.add(at.equals(base) ? " join " : " left join ")
                    .add(table)
                    .add(" ")
                    .add(alias);
            joins.add(" on ").add(alias).add(".id = ").add(at).add(".").add(column);
            return alias;
        });
    }

    private String side(String at, String table) {
        return joined.computeIfAbsent(new Join(at, table, Reach.ALL), join -> {
            String alias = aliases.next("x");
            joins.add(" left join ").add(table).add(" ").add(alias);
            joins.add(" on ").add(alias).add(".id = ").add(at).add(".id");
            return alias;
        });
    }
}

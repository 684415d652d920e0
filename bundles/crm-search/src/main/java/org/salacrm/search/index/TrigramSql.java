package org.salacrm.search.index;

import java.util.ArrayList;
import java.util.List;
import org.salacrm.api.security.Scope;
import org.salacrm.search.text.Needle;

/**
 * The question for PostgreSQL.
 *
 * @param values in the order of the question marks; a set of ids is one array
 */
record TrigramSql(String text, List<Object> values) {
    /** Letters of a title, with what stands before it, that are kept in order: more tell hardly anything. */
    private static final int BEGINNING = 40;

    /** How a title begins, as the index of titles has it. */
    static final String TITLE = "left(folded, " + BEGINNING + ")";

    /**
     * The most telling first. Of very common texts not all are looked at: as many whose title begins so, and as many
     * that hold it anywhere, as are worth being ordered.
     */
    static TrigramSql best(String entity, Needle needle, Scope scope, int looked, int most) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select record_id from (");
        sql.append("(select record_id, 0 as tier, changed from search_text where ");
        reach(entity, scope, sql, values);
        titles(needle, sql, values);
        sql.append(" limit ").append(looked).append(") union all (select record_id, ");
        tier(needle, sql, values);
        sql.append(", changed from search_text where ");
        reach(entity, scope, sql, values);
        anywhere(needle, sql, values);
        sql.append(" limit ").append(looked).append(")) found");
        sql.append(" group by record_id order by min(tier), max(changed) desc, record_id desc limit ")
                .append(most);
        return new TrigramSql(sql.toString(), values);
    }

    static TrigramSql any(String entity, Needle needle, Scope scope, int most) {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select record_id from search_text where ");
        reach(entity, scope, sql, values);
        anywhere(needle, sql, values);
        return new TrigramSql(sql.append(" limit ").append(most).toString(), values);
    }

    private static void reach(String entity, Scope scope, StringBuilder sql, List<Object> values) {
        sql.append("entity = ?");
        values.add(entity);
        if (!scope.all()) {
            sql.append(" and (owner_id = any(?) or team_id = any(?))");
            values.add(scope.owners());
            values.add(scope.teams());
        }
        sql.append(" and ");
    }

    /** An index in the order of titles answers this: that of trigrams reads every record that holds the letters. */
    private static void titles(Needle needle, StringBuilder sql, List<Object> values) {
        String or = "(";
        for (Needle.Way way : needle.ways()) {
            String title = Entry.TITLE + String.join(" ", way.words());
            sql.append(or).append(TITLE).append(" like ? escape '!'");
            values.add(escaped(title.substring(0, Math.min(BEGINNING, title.length()))) + "%");
            or = " or ";
        }
        sql.append(")");
    }

    private static void tier(Needle needle, StringBuilder sql, List<Object> values) {
        sql.append("case");
        int tier = 1;
        for (Needle.Way way : needle.ways()) {
            sql.append(" when folded like ? escape '!' then ").append(tier++);
            values.add("%" + escaped(Entry.WORD + String.join(" ", way.words())) + "%");
        }
        sql.append(" else ").append(tier).append(" end");
    }

    private static void anywhere(Needle needle, StringBuilder sql, List<Object> values) {
        String or = "(";
        for (Needle.Way way : needle.ways()) {
            String and = or + "(";
            for (String word : way.words()) {
                if (word.length() > 1) {
                    sql.append(and).append("folded like ? escape '!'");
                    values.add("%" + escaped(word.length() == 2 ? Entry.WORD + word : word) + "%");
                    and = " and ";
                }
            }
            sql.append(")");
            or = " or ";
        }
        sql.append(")");
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

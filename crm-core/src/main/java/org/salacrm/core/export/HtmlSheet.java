package org.salacrm.core.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page with one table, to look at or to print; nothing of the data is markup. */
final class HtmlSheet implements Sheet {
    private static final String STYLE = "body{font:14px/1.6 'IBM Plex Sans Thai',Sarabun,sans-serif;margin:24px}"
            + "table{border-collapse:collapse}th,td{border:1px solid #cbd3da;padding:4px 8px;text-align:left;"
            + "vertical-align:top;white-space:pre-line;overflow-wrap:anywhere}"
            + "thead{display:table-header-group}th{background:#e2e7ec}"
            + ".n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}";

    private final Writer out;
    private List<Heading> headings = List.of();

    HtmlSheet(OutputStream out, String title, String language) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out
                .append("<!doctype html><html lang=\"")
                .append(language)
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(text(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(text(title))
                .append("</h1><table>");
    }

    @Override
    public void head(List<Heading> all) throws IOException {
        headings = all;
        out.append("<thead><tr>");
        for (Heading heading : all) {
            cell("th", heading, heading.label());
        }
        out.append("</tr></thead><tbody>\n");
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        out.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            cell("td", headings.get(i), cells.get(i).text());
        }
        out.append("</tr>\n");
    }

    private void cell(String tag, Heading heading, String words) throws IOException {
        out.append('<').append(tag).append(heading.number() ? " class=\"n\">" : ">");
        out.append(text(words)).append("</").append(tag).append('>');
    }

    private static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public void close() throws IOException {
        out.append("</tbody></table></body></html>\n");
        out.close();
    }
}

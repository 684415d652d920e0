package org.salacrm.api.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question for numbers: one or more facts, each counted and summed along the same dimensions. Lists are questions
 * for rows, this is everything else: boards, dashboards, reports.
 *
 * @param dimensions what the rows of the answer are, outermost first; may be empty (one row)
 * @param facts what is measured, by name
 * @param expressions further measures as arithmetic over the measures by name: {@code won / closed * 100}; a division
 *     by nothing answers empty
 * @param order sort by dimension or measure name; by the dimensions when empty
 * @param shaping comparison, running totals, pivot and top, all optional
 */
public record Report(
        List<Dimension> dimensions,
        Map<String, Fact> facts,
        Map<String, String> expressions,
        List<Sort> order,
        Shaping shaping) {

    /**
     * A dimension.
     *
     * @param name id of the column
     * @param path path from the fact's entity; a fact may override it
     * @param bucket for dates: none, day, week, month, quarter, year
     * @param fill months or days without data are answered with zero, between the ends of the fact's period
     */
    public record Dimension(String name, String path, String bucket, boolean fill) {}

    /**
     * What is measured.
     *
     * @param entity whose records are counted
     * @param filter which of them
     * @param paths by dimension name, where the path differs from the dimension's own
     * @param measures by name; names are unique over all facts
     * @param date path of the date that {@link Shaping#compare()} shifts; empty when none
     */
    public record Fact(
            String entity, Filter filter, Map<String, String> paths, Map<String, Measure> measures, String date) {}

    /**
     * A number of a fact.
     *
     * @param function count, countDistinct, sum, avg, min, max
     * @param of path or arithmetic over paths of numbers ({@code amount * probability / 100}); empty for count
     * @param filter only records that pass
     */
    public record Measure(String function, String of, Filter filter) {}

    /**
     * What is done to the answer.
     *
     * @param compare previous (period of the same length before) or lastYear: adds {@code <measure>.before} columns
     * @param period the period compared, a token such as {@code @thisMonth} or two dates, applied to each fact's date
     * @param cumulative measures that run up along the last dimension
     * @param pivot dimension whose values become columns
     * @param top only the n greatest by a measure, the rest in one row {@code *} when asked
     * @param having which rows are answered: comparisons of numbers by measure name; all of them when none
     */
    public record Shaping(
            String compare,
            List<Object> period,
            List<String> cumulative,
            String pivot,
            Optional<Top> top,
            Filter having) {
        public static final Shaping PLAIN = new Shaping("", List.of(), List.of(), "", Optional.empty(), Filter.NONE);
    }

    /** The n greatest of the first dimension by a measure. */
    public record Top(int n, String by, boolean rest) {}

    /**
     * Reads the tree form: maps, lists and plain values as JSON and YAML give them, by the names of the components of
     * these records; what is not said is empty.
     *
     * @throws MalformedQueryException naming what is wrong
     */
    public static Report parse(Object tree) {
        return ReportTree.read(tree);
    }
}

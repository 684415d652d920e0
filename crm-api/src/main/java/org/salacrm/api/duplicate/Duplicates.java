package org.salacrm.api.duplicate;

import java.io.Reader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Records that may be the same, by the rules of their entity ({@link org.salacrm.api.definition.DuplicateRule}). What
 * the caller may not read is not told: a field that is hidden from him is not compared, and of a record that is hidden
 * from him he learns only that it is there and whom to ask. Thread-safe.
 *
 * <p>The job of a {@link #search} answers {@code search} for {@link #found}; to whoever may read all records also
 * {@code pairs}, {@code groups} and {@code common}: how many keys so many records have that they tell nothing. Job
 * kind {@code duplicate-keys} makes the keys anew by which records are found; a search does so by itself after a rule
 * changed.
 */
@ProviderType
public interface Duplicates {

    /**
     * The records that may be the same as one that is being written, the likeliest first.
     *
     * @param except id of the record itself, 0 for a new one
     * @param values its values as the write path takes them
     */
    List<Match> check(String entity, long except, Map<String, ?> values);

    /**
     * Has all records of an entity looked through, by a job.
     *
     * @param fields names of fields of the rule that must each agree; none: the score counts
     * @param sharpness least score, below 0: as the rule says
     * @return id of the job
     */
    long search(String entity, List<String> fields, int sharpness);

    /** Groups that the caller's own search found, in order; only what he may read. */
    Found found(long search, String after, int limit);

    /** Remembers that these are different records, each from each. The caller must be able to change all of them. */
    void differ(String entity, Collection<Long> ids);

    /**
     * What people said is not the same, the latest first; only what the caller may read and take back.
     *
     * @param after where the page begins, empty for the first
     * @param limit how many words of people are looked at
     */
    Judged judged(String entity, String after, int limit);

    /** Forgets that these are different records, each from each; they may be found again. */
    void resemble(String entity, Collection<Long> ids);

    /** Judges pairs of a CSV file on which people's word is known. @param sharpness below 0: as the rules say */
    Quality judge(Reader pairs, int sharpness);

    /**
     * A record that may be the same.
     *
     * @param id 0 when the caller may not read it
     * @param title empty when he may not read it
     * @param owner name of whom to ask
     * @param score 0 to 100
     * @param reasons names of the fields that agree
     */
    record Match(long id, String title, String owner, int score, List<String> reasons) {}

    /**
     * @param score the highest of its pairs
     * @param reasons names of the fields in which some of them agree
     */
    record Group(int score, List<String> reasons, List<Match> records) {}

    /** Records of which somebody said at a moment that they are not the same, each from each. */
    record Judgement(Instant at, List<Match> records) {}

    /** @param next where the next page begins, empty at the end */
    record Judged(List<Judgement> judgements, String next) {}

    /** @param next where the next page begins, empty at the end */
    record Found(String entity, List<Group> groups, String next) {}
}

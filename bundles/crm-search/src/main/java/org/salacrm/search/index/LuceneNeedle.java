package org.salacrm.search.index;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.NGramPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.salacrm.search.text.Needle;

/** A needle as a question for trigrams; the score is how telling the place is where the first word was found. */
final class LuceneNeedle {
    static final String TEXT = "text";
    static final int GRAM = 3;
    private static final float AS_TYPED = 8;
    private static final float BEGINS_TITLE = 4;
    private static final float BEGINS_WORD = 2;

    private LuceneNeedle() {}

    static Query query(Needle needle) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Needle.Way way : needle.ways()) {
            any.add(way(way), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query way(Needle.Way way) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : way.words()) {
            if (word.length() > 1) {
                all.add(scored(word.length() < GRAM ? grams(Entry.WORD + word) : grams(word), 1), Occur.MUST);
            }
        }
        String first = String.join(" ", way.words());
        all.add(scored(grams(Entry.TITLE + first), BEGINS_TITLE), Occur.SHOULD);
        all.add(scored(grams(Entry.WORD + first), BEGINS_WORD), Occur.SHOULD);
        return way.typed() ? new BoostQuery(all.build(), AS_TYPED) : all.build();
    }

    private static Query scored(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /** The text stands there letter by letter. */
    private static Query grams(String text) {
        if (text.length() == GRAM) {
            return new TermQuery(new Term(TEXT, text));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 0; i + GRAM <= text.length(); i++) {
            phrase.add(new Term(TEXT, text.substring(i, i + GRAM)), i);
        }
        return new NGramPhraseQuery(GRAM, phrase.build());
    }
}

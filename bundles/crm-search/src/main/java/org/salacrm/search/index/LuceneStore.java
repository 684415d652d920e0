package org.salacrm.search.index;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.salacrm.api.security.Scope;
import org.salacrm.search.text.Needle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lucene in the data folder, for the embedded database: texts are cut into every three letters in a row. */
final class LuceneStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneStore.class);
    private static final String STAMP = "stamp";
    private static final double MEMORY_MB = 32;
    private static final Sort TELLING =
            new Sort(SortField.FIELD_SCORE, new SortField("changed", SortField.Type.LONG, true));

    private final FSDirectory folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final ReentrantLock building = new ReentrantLock();

    LuceneStore(Path path) {
        try {
            folder = FSDirectory.open(path);
            writer = open(folder);
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be opened in " + path, e);
        }
    }

    /** What a crash or an older version left unreadable is begun anew: the database holds all of it. */
    private static IndexWriter open(FSDirectory folder) throws IOException {
        try {
            return new IndexWriter(folder, config());
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | NoSuchFileException e) {
            LOG.warn("The search index is unreadable and will be built anew", e);
            for (String file : folder.listAll()) {
                folder.deleteFile(file);
            }
            return new IndexWriter(folder, config());
        }
    }

    private static IndexWriterConfig config() {
        IndexWriterConfig config = new IndexWriterConfig(new Trigrams()).setRAMBufferSizeMB(MEMORY_MB);
        return config.setCommitOnClose(false); // what was not kept under a mark is told again
    }

    /** Every three letters in a row; the text is folded already. */
    private static final class Trigrams extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new NGramTokenizer(LuceneNeedle.GRAM, LuceneNeedle.GRAM));
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T io(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index fails", e);
        }
    }

    @Override
    public String name() {
        return "lucene";
    }

    @Override
    public boolean alone(Runnable work) {
        if (!building.tryLock()) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            building.unlock();
        }
    }

    @Override
    public void put(List<Entry> entries) {
        io(() -> {
            for (Entry entry : entries) {
                writer.updateDocument(key(entry.entity(), entry.id()), document(entry));
            }
            return null;
        });
    }

    private static Term key(String entity, long id) {
        return new Term("key", entity + "/" + id);
    }

    private static Document document(Entry entry) {
        Document document = new Document();
        document.add(new StringField("key", entry.entity() + "/" + entry.id(), Field.Store.NO));
        document.add(new StringField("entity", entry.entity(), Field.Store.NO));
        document.add(new StringField("owner", Long.toString(entry.owner()), Field.Store.NO));
        document.add(new StringField("team", Long.toString(entry.team()), Field.Store.NO));
        document.add(new NumericDocValuesField("id", entry.id()));
        document.add(new NumericDocValuesField("changed", entry.changed()));
        document.add(new TextField(LuceneNeedle.TEXT, entry.text(), Field.Store.NO));
        return document;
    }

    @Override
    public void remove(String entity, Collection<Long> ids) {
        Term[] keys = ids.stream().map(id -> key(entity, id)).toArray(Term[]::new);
        io(() -> writer.deleteDocuments(keys));
    }

    @Override
    public void clear() {
        io(writer::deleteAll);
    }

    @Override
    public void keep(String stamp) {
        io(() -> {
            writer.setLiveCommitData(Map.of(STAMP, stamp).entrySet());
            writer.commit();
            searchers.maybeRefreshBlocking();
            return null;
        });
    }

    @Override
    public boolean holds(String stamp) {
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        if (kept != null) {
            for (Map.Entry<String, String> entry : kept) {
                if (entry.getKey().equals(STAMP)) {
                    return entry.getValue().equals(stamp);
                }
            }
        }
        return false;
    }

    @Override
    public List<Long> best(String entity, Needle needle, Scope scope, int most) {
        return find(entity, needle, scope, most, TELLING);
    }

    @Override
    public List<Long> any(String entity, Needle needle, Scope scope, int most) {
        return find(entity, needle, scope, most, Sort.INDEXORDER);
    }

    private List<Long> find(String entity, Needle needle, Scope scope, int most, Sort order) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term("entity", entity)), Occur.FILTER);
        if (!scope.all()) {
            BooleanQuery.Builder reach = new BooleanQuery.Builder();
            reach.add(new TermInSetQuery("owner", keys(scope.owners())), Occur.SHOULD);
            reach.add(new TermInSetQuery("team", keys(scope.teams())), Occur.SHOULD);
            query.add(reach.build(), Occur.FILTER);
        }
        query.add(LuceneNeedle.query(needle), Occur.MUST);
        return io(() -> ids(query.build(), most, order));
    }

    private static List<BytesRef> keys(Set<Long> ids) {
        return ids.stream().map(id -> new BytesRef(Long.toString(id))).toList();
    }

    private List<Long> ids(BooleanQuery query, int most, Sort sort) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            TopFieldDocs found = searcher.search(query, most, sort);
            List<Long> ids = new ArrayList<>(found.scoreDocs.length);
            for (ScoreDoc hit : found.scoreDocs) {
                NumericDocValues values = MultiDocValues.getNumericValues(searcher.getIndexReader(), "id");
                if (values.advanceExact(hit.doc)) {
                    ids.add(values.longValue());
                }
            }
            return ids;
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public long size() {
        return writer.getDocStats().numDocs;
    }

    @Override
    public void close() {
        io(() -> {
            searchers.close();
            writer.close();
            folder.close();
            return null;
        });
    }
}

package org.salacrm.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.security.Scope;
import org.salacrm.search.text.Folded;
import org.salacrm.search.text.Needle;

public class LuceneStoreTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private static Entry entry(long id, long owner, String title) {
        return new Entry(
                "account", id, owner, 0, id, Entry.TITLE + Folded.of(title).text());
    }

    private static List<Long> found(Store store, String text) {
        List<Long> best = store.best("account", Needle.of(text), Scope.ALL, 10);
        assertThat(store.any("account", Needle.of(text), Scope.ALL, 10))
                .as("in any order")
                .containsExactlyInAnyOrderElementsOf(best);
        return best;
    }

    @Test
    public void partsOfThaiAndEnglishWordsAreFoundTheMostTellingFirst() {
        try (LuceneStore store = new LuceneStore(folder.getRoot().toPath())) {
            store.put(List.of(entry(1, 1, "ห้างทองสมชาย"), entry(2, 1, "Lanna Som"), entry(3, 1, "Som Lanna")));
            store.keep("lucene:1");
            assertThat(found(store, "สมชา")).containsExactly(1L);
            assertThat(found(store, "ทองส")).containsExactly(1L);
            assertThat(found(store, "som")).containsExactly(3L, 2L);
            assertThat(found(store, "na")).isEmpty();
            assertThat(found(store, "la")).containsExactly(2L, 3L);
            assertThat(found(store, "lan som")).containsExactlyInAnyOrder(2L, 3L);
        }
    }

    @Test
    public void recordsOfOthersAreLeftOut() {
        try (LuceneStore store = new LuceneStore(folder.getRoot().toPath())) {
            store.put(List.of(entry(1, 7, "Somchai"), entry(2, 8, "Somchai")));
            store.keep("lucene:1");
            Scope own = new Scope(false, Set.of(8L), Set.of(), Set.of());
            assertThat(store.best("account", Needle.of("somchai"), own, 10)).containsExactly(2L);
            assertThat(store.any("account", Needle.of("somchai"), own, 10)).containsExactly(2L);
            assertThat(store.any("account", Needle.of("somchai"), Scope.ALL, 1)).hasSize(1);
        }
    }

    @Test
    public void whatWasNotKeptIsNotThereAfterACrashAndTheMarkSaysSo() {
        try (LuceneStore store = new LuceneStore(folder.getRoot().toPath())) {
            store.put(List.of(entry(1, 1, "Somchai")));
            store.keep("lucene:1");
            store.put(List.of(entry(2, 1, "Somsak")));
        }
        try (LuceneStore store = new LuceneStore(folder.getRoot().toPath())) {
            assertThat(store.holds("lucene:1")).isTrue();
            assertThat(store.holds("lucene:2")).isFalse();
            assertThat(found(store, "somchai")).containsExactly(1L);
            assertThat(found(store, "somsak")).isEmpty();
        }
    }

    @Test
    public void anUnreadableIndexIsBegunAnew() throws IOException {
        try (LuceneStore store = new LuceneStore(folder.getRoot().toPath())) {
            store.put(List.of(entry(1, 1, "Somchai")));
            store.keep("lucene:1");
        }
        for (File file : folder.getRoot().listFiles((dir, name) -> !name.equals("write.lock"))) {
            Files.writeString(file.toPath(), "half a file");
        }
        try (LuceneStore store = new LuceneStore(folder.getRoot().toPath())) {
            assertThat(store.holds("lucene:1")).isFalse();
            store.put(List.of(entry(1, 1, "Somchai")));
            store.keep("lucene:2");
            assertThat(found(store, "somchai")).containsExactly(1L);
        }
    }

    @Test
    public void aChangedRecordIsFoundByItsNewTextAndARemovedOneNoMore() {
        try (LuceneStore store = new LuceneStore(folder.getRoot().toPath())) {
            store.put(List.of(entry(1, 1, "Somchai"), entry(2, 1, "Somsak")));
            store.put(List.of(entry(1, 1, "Wichai")));
            store.remove("account", List.of(2L));
            store.keep("lucene:1");
            assertThat(found(store, "somchai")).isEmpty();
            assertThat(found(store, "somsak")).isEmpty();
            assertThat(found(store, "wich")).containsExactly(1L);
        }
    }
}

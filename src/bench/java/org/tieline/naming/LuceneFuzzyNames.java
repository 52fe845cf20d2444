package org.tieline.naming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Names as Lucene finds them: any word of the query with up to two wrong letters, as its {@code AUTO} has them, best score first. */
final class LuceneFuzzyNames {
    /** Hits that are read, so that there are ten organizations among them. */
    private static final int HITS = 30;

    private static final Analyzer ANALYZER = new StandardAnalyzer();

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneFuzzyNames(List<NamedOrganization> organizations) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER))) {
            for (NamedOrganization each : organizations) {
                for (String name :
                        Stream.concat(Stream.of(each.name()), each.aliases().stream()).toList()) {
                    Document document = new Document();
                    document.add(new TextField("name", name, Field.Store.NO));
                    document.add(new StoredField("id", each.id()));
                    writer.addDocument(document);
                }
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /** The ids of the ten best. */
    List<String> find(String name) {
        Set<String> ids = new LinkedHashSet<>();
        try {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            for (String word : words(name)) {
                int edits = word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
                query.add(new FuzzyQuery(new Term("name", word), edits), Occur.SHOULD);
            }
            for (ScoreDoc hit : searcher.search(query.build(), HITS).scoreDocs) {
                ids.add(searcher.storedFields().document(hit.doc).get("id"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids.stream().limit(AskedNames.TEN).toList();
    }

    private static List<String> words(String name) throws IOException {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("name", name)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        }
        return words;
    }

    void close() throws IOException {
        reader.close();
    }
}

package org.tieline.naming.fulltext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.naming.column.Texts;

/**
 * Finds organizations by something like their name. Case, accents and one or two wrong letters in a word are forgiven.
 *
 * <p>The same texts under the same analysers as the full-text indexes of {@code cypher/schema.cypher}, in memory, so that a
 * search finds the same in the same order as one in Cypher and needs no database. Immutable.
 */
public final class FullTextIndex {
    private static final int CANDIDATES = 200;
    private static final int LONGEST_QUERY = 200;
    private static final double EXACT = 100;
    private static final Pattern SPECIAL = Pattern.compile("[+\\-!(){}\\[\\]^\"~*?:\\\\/&|<>=]");

    /** By blanks of any width: to Lucene some of them part words, and what is left of a word may then be a sign that means all. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ASIAN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

    private static final String[] LATIN_FIELDS = {"id", "name", "aliases"};
    private static final String[] ASIAN_FIELDS = {"asianName", "asianAliases"};
    private static final Analyzer LATIN = new LatinAnalyzer();
    private static final Analyzer CJK = new CJKAnalyzer();
    private static final Analyzer EACH = new PerFieldAnalyzerWrapper(
            LATIN, Arrays.stream(ASIAN_FIELDS).collect(Collectors.toMap(field -> field, field -> CJK)));

    /** By the numbers of their documents, in the order of their ids. */
    private final Organization[] organizations;

    private final Texts ids;

    /** The names of those that were found before, by the same numbers, as long as there is memory for them. */
    private final AtomicReferenceArray<@Nullable SoftReference<FoldedNames>> folded;

    private final IndexSearcher searcher;

    public FullTextIndex(Collection<Organization> all) {
        organizations = all.toArray(Organization[]::new);
        Arrays.sort(organizations, Comparator.comparing(Organization::id, Texts.ORDER));
        ids = new Texts(organizations.length, number -> organizations[number].id());
        folded = new AtomicReferenceArray<>(organizations.length);
        searcher = searcher(organizations);
    }

    private FoldedNames names(int number) {
        SoftReference<FoldedNames> kept = folded.get(number);
        FoldedNames names = kept == null ? null : kept.get();
        if (names == null) {
            names = FoldedNames.of(organizations[number]);
            folded.set(number, new SoftReference<>(names));
        }
        return names;
    }

    private static IndexSearcher searcher(Organization[] organizations) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        // Without merges documents have the numbers in which they came.
        IndexWriterConfig config = new IndexWriterConfig(EACH).setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Organization organization : organizations) {
                writer.addDocument(document(organization));
            }
            writer.commit();
            return new Searcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts a term as often as it occurs, also where it stands for another that was misspelled, as Neo4j does. */
    private static final class Searcher extends IndexSearcher {
        Searcher(IndexReader reader) {
            super(reader);
            setQueryCache(null);
        }

        @Override
        public TermStatistics termStatistics(Term term, int blendedDocuments, long blendedTotal) throws IOException {
            IndexReader reader = getIndexReader();
            return new TermStatistics(term.bytes(), reader.docFreq(term), reader.totalTermFreq(term));
        }
    }

    private static Document document(Organization organization) {
        Document document = new Document();
        add(document, "id", organization.id());
        for (String field : List.of("name", "asianName")) {
            add(document, field, organization.name());
        }
        for (String field : List.of("aliases", "asianAliases")) {
            organization.aliases().forEach(alias -> add(document, field, alias));
        }
        return document;
    }

    private static void add(Document document, String field, String text) {
        document.add(new TextField(field, text, Field.Store.NO));
    }

    /**
     * The best hits, best first, equally good ones by id.
     *
     * @param query 1 to 200 characters beside the blanks before and after them
     * @param limit 1 or more
     * @throws BadQuestion if the query is out of bounds
     */
    public List<SearchHit> search(String query, int limit) {
        String text = query.strip();
        if (text.isEmpty() || text.length() > LONGEST_QUERY) {
            throw new BadQuestion(
                    "q", "q must have 1 to %d characters, had %d".formatted(LONGEST_QUERY, text.length()));
        }
        String wanted = FoldedNames.folded(text);
        Map<Integer, Double> found = new HashMap<>();
        find(LATIN_FIELDS, LATIN, latin(text), found);
        if (ASIAN.matcher(text).find()) {
            find(ASIAN_FIELDS, CJK, asian(text), found);
        }
        int exact = ids.find(text);
        if (exact >= 0) {
            found.merge(exact, EXACT, Math::max);
        }
        return found.entrySet().stream()
                .map(each -> names(each.getKey()).hit(wanted, each.getValue()))
                .sorted(Comparator.comparingDouble(SearchHit::score).reversed().thenComparing(SearchHit::id))
                .limit(limit)
                .toList();
    }

    private void find(String[] fields, Analyzer analyzer, String query, Map<Integer, Double> found) {
        try {
            Query parsed = new NameQueryParser(fields, analyzer).parse(query);
            for (ScoreDoc hit : searcher.search(parsed, CANDIDATES).scoreDocs) {
                found.merge(hit.doc, (double) hit.score, Math::max);
            }
        } catch (IndexSearcher.TooManyClauses e) {
            throw new BadQuestion("q", "q must have fewer words, or shorter ones");
        } catch (ParseException e) {
            throw new IllegalStateException("a query was not escaped: " + query, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole as a phrase, or any word of it as it is, as a beginning or with wrong letters. */
    private static String latin(String query) {
        Stream<String> words = BETWEEN_WORDS
                .splitAsStream(query)
                .filter(word -> !word.isEmpty())
                .map(FullTextIndex::anyForm);
        return Stream.concat(Stream.of("\"" + escaped(query) + "\"^8"), words).collect(Collectors.joining(" OR "));
    }

    private static String anyForm(String word) {
        String escaped = escaped(word);
        String fuzzy = word.length() < 4 ? "" : " OR %s~%d".formatted(escaped, word.length() < 6 ? 1 : 2);
        return "\"%s\"^4 OR %s*^2%s".formatted(escaped, escaped, fuzzy);
    }

    /** As a phrase: its pairs of characters one after the other. A single character is half of a pair. */
    private static String asian(String query) {
        String phrase = "\"" + escaped(query) + "\"";
        return query.codePointCount(0, query.length()) == 1 ? phrase + " OR " + escaped(query) + "*" : phrase;
    }

    /** Lower case, so that AND, OR and NOT are words like others. */
    private static String escaped(String text) {
        return SPECIAL.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("\\\\$0");
    }
}

package org.tieline.naming.fulltext;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.AttributeSource;

/** Reads one query for several fields. What a misspelled word may mean is worked out once for all of them. For one query. */
final class NameQueryParser extends MultiFieldQueryParser {
    /** Up to so many terms of a field a look at each of them is quicker than what Lucene prepares for many. */
    private static final int FEW = 10_000;

    private final Map<String, AttributeSource> automata = new HashMap<>();

    NameQueryParser(String[] fields, Analyzer analyzer) {
        super(fields, analyzer);
        // An escaped sign at the beginning of a word counts as one.
        setAllowLeadingWildcard(true);
    }

    @Override
    protected Query newFuzzyQuery(Term term, float edits, int prefixLength) {
        AttributeSource shared = automata.computeIfAbsent(term.text() + "~" + edits, word -> new AttributeSource());
        return new SharingFuzzyQuery(term, (int) edits, prefixLength, shared);
    }

    /** Lucene keeps the automata of a fuzzy query among the attributes of its terms. */
    private static final class SharingFuzzyQuery extends FuzzyQuery {
        private final AttributeSource shared;

        SharingFuzzyQuery(Term term, int edits, int prefixLength, AttributeSource shared) {
            super(term, edits, prefixLength);
            this.shared = shared;
        }

        @Override
        protected TermsEnum getTermsEnum(Terms terms, AttributeSource own) throws IOException {
            boolean few = terms.size() >= 0 && terms.size() <= FEW;
            return few ? new NearTermsEnum(terms, getTerm(), getMaxEdits()) : super.getTermsEnum(terms, shared);
        }
    }
}

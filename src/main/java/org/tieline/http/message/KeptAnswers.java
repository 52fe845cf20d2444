package org.tieline.http.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.config.Key;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.question.parameter.Paging;

/**
 * Answers for whoever asks the same again while the facts stand. Each is kept under its {@link EntityTag}, which two answers share
 * only if they are the same to the byte, so that none is given for another. Where there is no room for all, those that are asked for
 * least are forgotten, as are those of earlier snapshots, which nobody asks any more. For any number of threads.
 */
public final class KeptAnswers {
    /** Where routes find them. */
    public static final Key<KeptAnswers> KEPT = new Key<>("keptAnswers");

    /** In bytes, of one answer. */
    static final int LONGEST = 256 * 1024;

    /** In bytes, about what each takes beside its own. */
    private static final int AROUND = 300;

    private final Cache<EntityTag, Kept> answers;

    /** @param most how many bytes they may have together; 0 to keep none */
    public KeptAnswers(long most) {
        answers = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((EntityTag tag, Kept kept) -> kept.body().length + AROUND)
                // Whoever keeps one makes room for it: the common pool of threads is there for questions.
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /**
     * An answer.
     *
     * @param total as {@link org.tieline.question.Answer} has it, like {@code cut} and {@code page}
     * @param body before any coding
     */
    record Kept(@Nullable Long total, boolean cut, @Nullable Paging page, byte[] body) {}

    /** The answer with a tag; empty if it is not kept. */
    Optional<Kept> find(EntityTag tag) {
        return Optional.ofNullable(answers.getIfPresent(tag));
    }

    /** The same for who had to wait, and somebody with the same question may have been before them; not counted once more. */
    Optional<Kept> findMeanwhile(EntityTag tag) {
        return Optional.ofNullable(answers.asMap().get(tag));
    }

    void keep(EntityTag tag, Kept answer) {
        answers.put(tag, answer);
    }

    /** How many were looked for and found. */
    public long hits() {
        return answers.stats().hitCount();
    }

    /** How many were looked for and not found. */
    public long misses() {
        return answers.stats().missCount();
    }

    /** How many bytes they have together, about. */
    public long bytes() {
        return answers.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}

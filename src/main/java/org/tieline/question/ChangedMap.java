package org.tieline.question;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A map of facts by id as it is after a change: a large one that is shared, and beside it the few that are other. Immutable as long
 * as nobody writes to what it was made of.
 */
final class ChangedMap<V> extends AbstractMap<String, V> {
    /** With fewer a copy costs less than to look twice. */
    private static final int SMALL = 1 << 12;

    /** For so many of the shared ones one may be other before all are copied. */
    private static final int SHARE = 64;

    private final Map<String, V> shared;
    private final Map<String, V> other;

    /** Those of {@link #shared} that are not there any longer, or are other. */
    private final Set<String> hidden;

    private ChangedMap(Map<String, V> shared, Map<String, V> other, Set<String> hidden) {
        this.shared = shared;
        this.other = other;
        this.hidden = hidden;
    }

    /**
     * A map after a change.
     *
     * @param gone keys that are no longer there, be it that {@code more} has them
     */
    static <V> Map<String, V> of(Map<String, V> before, Set<String> gone, Map<String, V> more) {
        if (gone.isEmpty() && more.isEmpty()) {
            return before;
        }
        ChangedMap<V> last = before instanceof ChangedMap<V> changed ? changed : new ChangedMap<>(before, Map.of(), Set.of());
        Map<String, V> other = new HashMap<>(last.other);
        other.keySet().removeAll(gone);
        other.putAll(more);
        Set<String> hidden = new HashSet<>(last.hidden);
        Stream.concat(gone.stream(), more.keySet().stream())
                .filter(last.shared::containsKey)
                .forEach(hidden::add);
        ChangedMap<V> after = new ChangedMap<>(last.shared, other, hidden);
        boolean copied = last.shared.size() < SMALL || other.size() + hidden.size() > last.shared.size() / SHARE;
        return copied ? new HashMap<>(after) : after;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        V found = other.get(key);
        return found != null || hidden.contains(key) ? found : shared.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return shared.size() - hidden.size() + other.size();
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, V>> iterator() {
                return Stream.concat(
                                shared.entrySet().stream().filter(entry -> !hidden.contains(entry.getKey())),
                                other.entrySet().stream())
                        .map(entry -> Map.entry(entry.getKey(), Objects.requireNonNull(entry.getValue())))
                        .iterator();
            }

            @Override
            public int size() {
                return ChangedMap.this.size();
            }
        };
    }
}

package org.tieline.standing;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Snapshot;
import org.tieline.question.events.EventInquiry;
import org.tieline.question.events.EventQuestion;
import org.tieline.question.events.Timepoint;
import org.tieline.question.parameter.Given;

/** What owners of keys may do with their subscriptions. */
public final class Subscriptions {
    private static final int LONGEST_URL = 2_000;
    private static final int LAST_PORT = 65_535;

    private final SubscriptionStore store;
    private final Journal journal;
    private final Clock clock;
    private final boolean anyAddress;
    private final int most;

    /**
     * @param anyAddress whether events may be delivered to addresses that are not of the public internet, and without TLS
     * @param most how many each owner may have
     */
    public Subscriptions(Neo4j neo4j, Clock clock, boolean anyAddress, int most) {
        store = new SubscriptionStore(neo4j);
        journal = new Journal(neo4j, clock);
        this.clock = clock;
        this.anyAddress = anyAddress;
        this.most = most;
    }

    /** That an owner has as many as may be. */
    public static final class TooMany extends RuntimeException {
        TooMany(int most) {
            super("a key may have %d subscriptions; DELETE one of them first".formatted(most));
        }
    }

    /**
     * What somebody wants to be told, and where.
     *
     * @param parameters those of the question {@code events} but for its times; a text, a number or a list of them each
     */
    public record Wish(String url, Map<String, Object> parameters) {
        /** None are given where a wish has none. */
        public Wish {
            parameters = parameters == null ? Map.of() : parameters;
        }
    }

    /**
     * Subscribes. What happens from now on is told.
     *
     * @return the subscription with its secret
     * @throws BadQuestion if the address or a parameter will not do
     * @throws NotFound if the question names what is not there
     * @throws TooMany if the owner has as many as may be
     */
    public Subscription add(String owner, Wish wish, Snapshot snapshot) {
        requireUrl(wish.url());
        // What happens after the answer is told, be it before anybody has followed the graph.
        journal.begin(snapshot);
        Instant now = clock.instant();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        EventQuestion question = EventQuestion.standing(
                Given.of(wish.parameters()).read(EventQuestion.STANDING, snapshot.reading(today)));
        Timepoint reached = EventInquiry.ask(snapshot, List.of(question.between(new Timepoint(now, null), null)), now)
                .getFirst()
                .reached();
        String secret = WebhookSender.secret();
        Subscription made = new Subscription(
                UUID.randomUUID().toString(),
                wish.url(),
                question.standing(),
                now,
                reached,
                0,
                null,
                null,
                null,
                secret);
        return store.add(owner, made, most).orElseThrow(() -> new TooMany(most));
    }

    private void requireUrl(String url) {
        if (url == null) {
            throw new BadQuestion("url", "url must be given: an address like https://example.org/events");
        }
        if (url.length() > LONGEST_URL) {
            throw new BadQuestion(
                    "url", "url must have %d characters at most, was %d long".formatted(LONGEST_URL, url.length()));
        }
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean right = scheme.equals("https") || anyAddress && scheme.equals("http");
            if (!right || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                throw new BadQuestion(
                        "url",
                        "url must be an %s address with a host in ASCII, without user and fragment, was %s"
                                .formatted(anyAddress ? "http or https" : "https", url));
            }
            if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
                throw new BadQuestion("url", "url must have a port from 1 to %d, was %s".formatted(LAST_PORT, url));
            }
            PublicAddresses.check(uri.getHost().replaceAll("^\\[|]$", ""), anyAddress);
        } catch (URISyntaxException | UnknownHostException e) {
            throw new BadQuestion("url", "url must be an address of a host that is there, was %s".formatted(url));
        } catch (PublicAddresses.Refused e) {
            throw new BadQuestion("url", "url must lead to the public internet: " + e.getMessage());
        }
    }

    /** Those of an owner, the oldest first. */
    public List<Subscription> of(String owner) {
        return store.of(owner);
    }

    /** @throws NotFound if the owner has none with this id */
    public Subscription of(String owner, String id) {
        return store.of(owner, id).orElseThrow(() -> missing(id));
    }

    /** @throws NotFound if the owner has none with this id */
    public void remove(String owner, String id) {
        if (!store.remove(owner, id)) {
            throw missing(id);
        }
    }

    private static NotFound missing(String id) {
        return new NotFound("subscription", id, List.of());
    }
}

package org.tieline.http.pages;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tieline.http.message.Answers;
import org.tieline.http.message.EntityTag;
import org.tieline.http.message.Requests;
import org.tieline.http.message.WorkPlaces;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;

/**
 * The pictures of pages where somebody links to them. They are answers from the facts: whoever needs a key for those needs one
 * for these too, and pages name none of them then.
 */
public final class PreviewRoutes {
    /** Before the path of the page. */
    public static final String PATH = "/preview";

    /** Kinds of records of which there is a picture each, as pages have them in their addresses. */
    private static final String[] KINDS = {"carriers", "organizations", "bans", "ties", "sources", "countries"};

    private static final String PNG = "image/png";

    /** Made at once; each takes a few megabytes and one or two searches. */
    private static final int MOST_AT_ONCE = 2;

    /** Kept, of some ten kilobytes each. */
    private static final int MOST_KEPT = 200;

    private final Snapshots snapshots;
    private final WorkPlaces places = new WorkPlaces("pictures", MOST_AT_ONCE);

    /** By entity tag, those that were asked for last. */
    private final Map<EntityTag, byte[]> kept =
            Collections.synchronizedMap(new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<EntityTag, byte[]> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    public PreviewRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Handlers by path. */
    public Map<String, Handler> routes() {
        Map<String, Handler> routes = new LinkedHashMap<>();
        for (String kind : KINDS) {
            routes.put("%s/%s/{id}".formatted(PATH, kind), context -> {
                String id = Requests.id(context).replaceFirst("\\.png$", "");
                picture(context, answers -> answers.ofRecord(kind, id));
            });
        }
        routes.put(PATH + "/compare", context -> picture(context, PreviewAnswers::ofComparison));
        routes.put(PATH + "/exposures", context -> picture(context, PreviewAnswers::ofQuestion));
        return routes;
    }

    private void picture(Context context, Function<PreviewAnswers, PreviewAnswer> told) throws Exception {
        LocalDate today = Requests.today();
        Snapshot snapshot = snapshots.current();
        context.header(Answers.SNAPSHOT, snapshot.version()).header("X-Content-Type-Options", "nosniff");
        Optional<EntityTag> tag = EntityTag.of(context, snapshot, PNG, "", today.toString());
        if (tag.filter(known -> known.isHeldBy(context)).isPresent()) {
            Answers.sendNothing(context, tag.get());
            return;
        }
        byte[] picture = tag.map(kept::get).orElse(null);
        if (picture == null) {
            PreviewAnswers answers = new PreviewAnswers(snapshot, today, Requests.query(context));
            picture = places.within(() -> PreviewPicture.png(told.apply(answers)));
            if (tag.isPresent()) {
                kept.put(tag.get(), picture);
            }
        }
        tag.ifPresent(known -> Answers.name(context, known));
        context.contentType(PNG).result(picture);
    }
}

package org.tieline.http.pages;

import java.util.List;
import org.tieline.model.Country;
import org.tieline.question.Snapshot;

/** Whether what a page is about is there. */
final class OnRecord {
    private OnRecord() {}

    /**
     * @param folder the first segment of the page's address, like {@code bans}
     * @param id what stands behind it; of an organization a former id too
     */
    static boolean has(String folder, String id, Snapshot snapshot) {
        return switch (folder) {
            case "carriers", "organizations" -> snapshot.organizations().containsKey(snapshot.currentId(id));
            case "bans" -> snapshot.bans().containsKey(id);
            case "ties" -> !snapshot.search().graph().ties(List.of(id)).isEmpty();
            case "sources" -> snapshot.sources().containsKey(id);
            case "countries" -> Country.isCode(id);
            default -> throw new IllegalArgumentException("what are %s?".formatted(folder));
        };
    }
}

package org.tieline.question.paths;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.PathSearch;
import org.tieline.exposure.path.FoundPaths;
import org.tieline.exposure.path.TiePath;
import org.tieline.question.Json;
import org.tieline.question.TextTable;
import org.tieline.question.words.WalkedText;

/** Paths as people read them. */
final class PathText {
    private static final List<String> COLUMNS = List.of("hops", "relation", "evidence", "certainty", "flags", "path");

    private PathText() {}

    static String of(PathAnswer answer) {
        List<List<String>> rows = answer.results().stream().map(PathText::row).toList();
        return new TextTable(COLUMNS, rows) + TextTable.lines(searched(answer));
    }

    /** The relation is empty where the path ends on the vendor's side. */
    private static List<String> row(TiePath path) {
        return List.of(
                Integer.toString(path.hops()),
                path.relation() == null ? "" : path.relation().text(),
                path.evidence().text(),
                path.certainty().text(),
                WalkedText.flags(path.flags()),
                WalkedText.path(path.path()));
    }

    private static List<String> searched(PathAnswer answer) {
        PathAnswer.Searched searched = answer.searched();
        List<String> lines = new ArrayList<>();
        int count = answer.results().size();
        lines.add((count == 1 ? "1 path" : count + " paths") + more(answer.cut(), count));
        if (answer.onVendorSide() > 0) {
            lines.add("%d of them without a relation: they end on the vendor's side and expose nobody"
                    .formatted(answer.onVendorSide()));
        }
        lines.add("searched: as of %s, from %s to %s, at most %d ties, stakes from %s %%"
                .formatted(
                        searched.options().asOf(),
                        searched.from().id(),
                        searched.to().id(),
                        searched.options().maxHops(),
                        searched.options().minStake().toPlainString()));
        lines.add(WalkedText.leftOut(searched.leftOut()));
        lines.add(Json.NOTICE);
        return lines;
    }

    private static String more(FoundPaths.@Nullable Cut cut, int count) {
        return switch (cut) {
            case null -> "";
            case LIMIT ->
                ", the first %s; there are more, and --limit shows them up to %d"
                        .formatted(count == 1 ? "one" : "ones", PathSearch.MOST_PATHS);
            case EFFORT ->
                ", and perhaps more: the search ended after %d looks; fewer --max-hops or --ties need less"
                        .formatted(PathSearch.MOST_LOOKS);
        };
    }
}

package org.tieline.exchange.ftm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tieline.exchange.imports.ImportedFacts;
import org.tieline.exchange.imports.RecordPlace;
import org.tieline.model.Source;

/** Finds what a claim stands on: its documents, else the addresses it names, else the file itself. */
final class FtmSources {
    private final Source file;
    private final FtmThings things;
    private final ImportedFacts facts;

    FtmSources(Source file, FtmThings things, ImportedFacts facts) {
        this.file = file;
        this.things = things;
        this.facts = facts;
    }

    /** The ids of its sources, at least one. */
    List<String> of(FtmEntity claim) {
        List<String> found = new ArrayList<>();
        Stream.concat(
                        claim.details(FtmWords.CITES).stream().map(id -> FtmWords.SOURCE + id),
                        claim.all("proof").stream())
                .map(things::document)
                .filter(document -> document != null && !found.contains(document.id()))
                .forEach(document -> found.add(document.id()));
        if (found.isEmpty()) {
            for (String url : claim.all("sourceUrl")) {
                Source page = facts.sources().take(claim.origin(), () -> page(claim, url));
                if (page != null && !found.contains(page.id())) {
                    found.add(page.id());
                }
            }
        }
        if (found.isEmpty()) {
            facts.sources().take(new RecordPlace(file.title(), 0, file.id()), () -> file);
            found.add(file.id());
        }
        return found;
    }

    /** The same address is the same source, whichever claim names it; the first of them says who publishes it. */
    private Source page(FtmEntity claim, String url) {
        String id = "page-" + UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8));
        Source earlier = facts.sources().get(id);
        return earlier != null
                ? earlier
                : new Source(
                        id,
                        claim.first("publisher").orElse(file.publisher()),
                        "[Page that is given as the source of %s]".formatted(claim.id()),
                        null,
                        url);
    }
}

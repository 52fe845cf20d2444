package org.tieline.dataset;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.csv.Bars;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Term;
import org.tieline.model.Tie;

/**
 * Facts as the cells of their row, in the canonical order of {@link DatasetTable#columns()}. What is digested and what is written
 * are these same texts: an empty text for what is absent, lists between bars and in their order, numbers without
 * trailing zeros.
 */
final class Cells {
    private Cells() {}

    static List<String> of(Organization row) {
        return texts(
                row.id(),
                row.name(),
                row.kind(),
                row.country(),
                bars(row.aliases()),
                bars(row.formerIds()),
                row.since(),
                row.until(),
                row.successor());
    }

    static List<String> of(Tie row) {
        return texts(
                row.id(),
                row.from(),
                row.type(),
                row.to(),
                row.since(),
                row.removing(),
                row.verified(),
                row.until(),
                plain(row.percent()),
                plain(row.share()),
                row.shareOn(),
                bars(row.segment(), Term::text),
                bars(row.generation(), Term::text),
                bars(row.countries()),
                row.evidence(),
                bars(row.sources()),
                row.summary());
    }

    static List<String> of(Ban row) {
        return texts(
                row.id(),
                row.government(),
                row.country(),
                bars(row.targets()),
                row.named() ? "yes" : "no",
                bars(row.carriers()),
                row.nature(),
                bars(row.scope(), Object::toString),
                row.status(),
                row.reported(),
                row.announced(),
                row.effective(),
                row.deadline(),
                row.ended(),
                bars(row.replaces()),
                bars(row.sources()),
                row.ownershipRule(),
                row.summary());
    }

    static List<String> of(Source row) {
        return texts(
                row.id(),
                row.publisher(),
                row.title(),
                row.published(),
                row.url(),
                row.archivedUrl(),
                row.retrieved(),
                row.sha256());
    }

    static List<String> of(Membership row) {
        return texts(row.bloc(), row.country(), row.since(), row.until(), bars(row.sources()));
    }

    static List<String> of(Identifier row) {
        return texts(row.organization(), row.scheme(), row.value(), row.since(), row.until(), bars(row.sources()));
    }

    static List<String> of(SubscriberCount row) {
        return texts(row.organization(), row.on(), plain(row.millions()), bars(row.sources()));
    }

    private static List<String> texts(@Nullable Object... values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(values[i]);
        }
        return List.of(texts);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Term term -> term.text();
            default -> value.toString();
        };
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    /** A list as one text. */
    static String bars(List<String> elements) {
        return Bars.join(elements);
    }

    private static <T> String bars(List<T> elements, Function<? super T, String> text) {
        return elements.isEmpty() ? "" : Bars.join(elements.stream().map(text).toList());
    }
}

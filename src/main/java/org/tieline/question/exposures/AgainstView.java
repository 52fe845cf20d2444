package org.tieline.question.exposures;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.BanStatus;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.question.Json;
import org.tieline.question.Links;
import org.tieline.question.SelfLink;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.BanFlag;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.Jurisdiction;

/**
 * A ban held against an exposed carrier: what is the same for every carrier, see {@link Known}, and then {@code flags},
 * {@code jurisdiction}, {@code covers}, {@code coveredTie}, {@code conflict}, {@code conflictTie}, {@code pastDeadline}.
 *
 * <p>A page of exposures lists some thirty bans a hundred times over. What is the same each time is therefore written once
 * and copied, which spares most of the work of writing them.
 *
 * @param known {@link Known} as JSON, without the brace at its end
 */
@JsonSerialize(using = AgainstView.Writer.class)
public record AgainstView(SerializedString known, BanAgainst against) {

    /** The id of the ban. */
    public String id() {
        return against.onDay().ban().id();
    }

    /**
     * What is known of the ban itself.
     *
     * @param state how it stood on the day that was asked about
     * @param status how far it has come, as its sources last had it, whatever the day
     * @param links null if a scenario supposes it, as what is supposed has no address
     */
    record Known(
            String id,
            String government,
            String country,
            boolean named,
            List<String> carriers,
            BanNature nature,
            List<Scope> scope,
            BanState state,
            BanStatus status,
            PartialDate reported,
            PartialDate announced,
            PartialDate effective,
            PartialDate deadline,
            PartialDate ended,
            List<String> sources,
            SelfLink links) {
        static Known of(BanOnDay onDay) {
            Ban ban = onDay.ban();
            return new Known(
                    ban.id(),
                    ban.government(),
                    ban.country(),
                    ban.named(),
                    ban.carriers(),
                    ban.nature(),
                    ban.scope(),
                    onDay.state(),
                    ban.status(),
                    ban.reported(),
                    ban.announced(),
                    ban.effective(),
                    ban.deadline(),
                    ban.ended(),
                    ban.sources(),
                    onDay.flags().contains(BanFlag.SUPPOSED) ? null : new SelfLink(Links.ban(ban.id())));
        }
    }

    /** Makes the views of one answer, whose bans are the same objects wherever they are listed. */
    public static final class Maker {
        private final Map<BanOnDay, SerializedString> known = new IdentityHashMap<>();
        private final Set<Jurisdiction> wanted;

        public Maker() {
            this(Set.of());
        }

        /** @param wanted the only jurisdictions of the bans of a list; empty for any */
        Maker(Set<Jurisdiction> wanted) {
            this.wanted = wanted;
        }

        public List<AgainstView> views(List<BanAgainst> bans) {
            return bans.stream()
                    .filter(ban -> wanted.isEmpty() || wanted.contains(ban.jurisdiction()))
                    .map(this::view)
                    .toList();
        }

        public AgainstView view(BanAgainst against) {
            return new AgainstView(known.computeIfAbsent(against.onDay(), Maker::json), against);
        }

        private static SerializedString json(BanOnDay onDay) {
            String whole = new String(Json.bytes(Known.of(onDay)), StandardCharsets.UTF_8);
            return new SerializedString(whole.substring(0, whole.length() - 1));
        }
    }

    static final class Writer extends StdSerializer<AgainstView> {
        Writer() {
            super(AgainstView.class);
        }

        @Override
        public void serialize(AgainstView view, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeRawValue(view.known);
            json.writeRaw(rest(view.against));
        }

        /** Words of vocabularies and ids in kebab case, none of which needs an escape. */
        private static String rest(BanAgainst against) {
            StringBuilder rest = new StringBuilder(200).append(",\"flags\":[");
            if (!against.flags().isEmpty()) {
                rest.append(against.flags().stream()
                        .sorted()
                        .map(flag -> quoted(flag.text()))
                        .collect(Collectors.joining(",")));
            }
            return rest.append("],\"jurisdiction\":")
                    .append(quoted(against.jurisdiction().text()))
                    .append(",\"covers\":")
                    .append(quoted(against.covers().text()))
                    .append(",\"coveredTie\":")
                    .append(quoted(against.coveredTie()))
                    .append(",\"conflict\":")
                    .append(against.conflict())
                    .append(",\"conflictTie\":")
                    .append(quoted(against.conflictTie()))
                    .append(",\"pastDeadline\":")
                    .append(against.pastDeadline())
                    .append('}')
                    .toString();
        }

        private static String quoted(String text) {
            return text == null ? "null" : '"' + text + '"';
        }
    }
}

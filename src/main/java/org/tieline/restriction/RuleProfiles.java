package org.tieline.restriction;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.tieline.model.OwnershipRule;
import org.tieline.model.Term;

/** The profiles of all ownership rules, read once from {@value #FILE}. */
public final class RuleProfiles {
    static final String FILE = "ownership-rules.json";

    private static final Map<OwnershipRule, RuleProfile> BY_RULE = read();

    private RuleProfiles() {}

    /** The profile of a rule. */
    public static RuleProfile of(OwnershipRule rule) {
        return Objects.requireNonNull(BY_RULE.get(rule));
    }

    /** All profiles in the order of their rules. */
    public static List<RuleProfile> all() {
        return List.copyOf(BY_RULE.values());
    }

    private static Map<OwnershipRule, RuleProfile> read() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .addModule(new SimpleModule()
                        .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse))
                        .addDeserializer(
                                RuleForce.class, new Text<>(RuleForce.class, text -> Term.parse(RuleForce.class, text)))
                        .addDeserializer(
                                OwnershipRule.class,
                                new Text<>(OwnershipRule.class, text -> Term.parse(OwnershipRule.class, text))))
                .build();
        Map<OwnershipRule, RuleProfile> profiles = new EnumMap<>(OwnershipRule.class);
        try (InputStream file = RuleProfiles.class.getResourceAsStream(FILE)) {
            for (RuleProfile profile : mapper.readValue(file, RuleProfile[].class)) {
                if (profiles.put(profile.rule(), profile) != null) {
                    throw new IllegalStateException("%s must have one profile of %s".formatted(FILE, profile.rule()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
        if (profiles.size() != OwnershipRule.values().length) {
            throw new IllegalStateException("%s must have a profile of each of %s, has %s"
                    .formatted(FILE, Arrays.toString(OwnershipRule.values()), profiles.keySet()));
        }
        return profiles;
    }

    /** A value that is written as one text. */
    private static final class Text<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reader;

        Text(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return reader.apply(json.getText());
        }
    }
}

package org.tieline.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Set;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.TiePath;
import org.tieline.model.Ban;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.BanFlag;
import org.tieline.restriction.BanOnDay;

/** How records of the engine and of bans are written, which know nothing of JSON. */
final class WireForms {
    private WireForms() {}

    /** What is said of a path, its length first. */
    @JsonPropertyOrder({"hops", "relation", "evidence", "certainty", "flags", "path"})
    private interface Walked {
        @JsonProperty
        int hops();
    }

    /** The pair is named in full by the result that has the exposure. */
    @JsonPropertyOrder({"hops", "relation", "evidence", "certainty", "flags", "path"})
    private interface WalkedPair extends Walked {
        @JsonIgnore
        String vendor();

        @JsonIgnore
        String carrier();
    }

    /** What a ban is to a carrier, with its id and state in one object. */
    private interface Against {
        @JsonUnwrapped
        BanOnDay onDay();

        @JsonIgnore
        boolean isConflict();
    }

    /** A ban by its id, as it stands once beside the results; its flags are among those of what it is to a carrier. */
    private interface Standing {
        @JsonSerialize(using = ById.class)
        Ban ban();

        @JsonIgnore
        Set<BanFlag> flags();

        /** A ban that another one replaced has ended, and is held against nobody. */
        @JsonIgnore
        Ban replacement();
    }

    private static final class ById extends StdSerializer<Ban> {
        ById() {
            super(Ban.class);
        }

        @Override
        public void serialize(Ban ban, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(ban.id());
        }
    }

    static SimpleModule module() {
        return new SimpleModule()
                .setMixInAnnotation(Exposure.class, WalkedPair.class)
                .setMixInAnnotation(TiePath.class, Walked.class)
                .setMixInAnnotation(BanAgainst.class, Against.class)
                .setMixInAnnotation(BanOnDay.class, Standing.class);
    }
}

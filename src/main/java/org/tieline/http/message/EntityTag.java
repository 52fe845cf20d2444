package org.tieline.http.message;

import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Compressor;
import io.javalin.compression.Gzip;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tieline.model.Sha256;
import org.tieline.question.ProgramVersion;
import org.tieline.question.Snapshot;

/**
 * A strong entity tag (RFC 9110, section 8.8.3): two answers with the same tag are the same to the byte. It is made of what
 * decides on an answer and not of the answer, so that it is known before that is computed: the program, the snapshot, the
 * path and the query as they were sent, the form, the coding, and the day where the question leaves it to the clock.
 */
public record EntityTag(String text) {
    /** For answers of a packet's size or more. */
    public static final CompressionStrategy COMPRESSION = new CompressionStrategy(null, new Gzip());

    /** Another version may write the same answer otherwise. */
    private static final String PROGRAM = ProgramVersion.TEXT;

    private static final int BYTES = 15;

    /** One of the tags of a list, weak or strong, as the group 1 has it. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    /**
     * The tag of an answer to a request.
     *
     * @param type its media type
     * @param coding as {@link #coding} has it; empty for an answer that no coding makes smaller
     * @param moment the day that {@code asOf} means if the request does not have it, or a shorter time for which the answer is the same
     * @return empty if the snapshot has no name that stands for it for ever
     */
    public static Optional<EntityTag> of(
            Context context, Snapshot snapshot, String type, String coding, String moment) {
        return of(
                snapshot,
                context.req().getRequestURI(),
                String.valueOf(context.queryString()),
                context.queryParam("asOf") != null,
                moment,
                type,
                coding);
    }

    /** @param dated whether the query says which day it asks about */
    static Optional<EntityTag> of(
            Snapshot snapshot, String path, String query, boolean dated, String moment, String type, String coding) {
        return snapshot.isLasting()
                ? Optional.of(digest(
                        PROGRAM, snapshot.sha256(), snapshot.version(), path, query, dated ? "" : moment, type, coding))
                : Optional.empty();
    }

    /** The tag of content that is the same whoever asks. */
    public static EntityTag of(byte[] content) {
        byte[] digest = Sha256.of(content);
        return new EntityTag('"' + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES)) + '"');
    }

    /** This tag for an answer in the coding that a client takes, which is another answer. */
    public EntityTag codedFor(Context context) {
        String coding = coding(context);
        return coding.isEmpty() ? this : new EntityTag(text.replaceFirst("\"$", "-" + coding + '"'));
    }

    /** Whether the request has this tag already. The comparison is the weak one, as for every {@code If-None-Match}. */
    public boolean isHeldBy(Context context) {
        return held(context).flatMap(header -> TAG.matcher(header).results()).anyMatch(tag -> tag.group(1)
                .equals(text));
    }

    /** Whether the client has an answer, whatever it says. */
    public static boolean isAnyHeldBy(Context context) {
        return held(context).anyMatch(header -> header.strip().equals("*"));
    }

    private static Stream<String> held(Context context) {
        return Collections.list(context.req().getHeaders("If-None-Match")).stream();
    }

    /** The coding of an answer, as Javalin will decide for all but small ones; empty if there is none. */
    public static String coding(Context context) {
        String accepted = context.header("Accept-Encoding");
        Compressor compressor = accepted == null ? null : COMPRESSION.findMatchingCompressor(accepted);
        return compressor == null ? "" : compressor.encoding();
    }

    private static EntityTag digest(String... parts) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            for (String part : parts) {
                // The length comes first, so that no two lists of parts read the same.
                out.writeInt(part.length());
                out.writeChars(part);
            }
            return of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

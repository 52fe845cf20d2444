package org.tieline.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which contents are told apart and recognized; every Java has it. */
public final class Sha256 {
    /** The number of bytes of a digest. */
    public static final int BYTES = 32;

    /** Each thread has one for all that it digests at once: to make one takes longer than to digest a short text. */
    private static final ThreadLocal<MessageDigest> OF_THREAD = ThreadLocal.withInitial(Sha256::begin);

    private Sha256() {}

    /** A digest to be fed bit by bit; for one thread. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The {@link #BYTES} bytes over a content. */
    public static byte[] of(byte[] content) {
        return OF_THREAD.get().digest(content);
    }

    /** The {@link #BYTES} bytes over a text in UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a digest comes to, in 64 lower-case hexadecimal digits; the digest begins anew. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}

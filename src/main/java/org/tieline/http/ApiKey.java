package org.tieline.http;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.tieline.model.InvalidValue;
import org.tieline.model.Sha256;

/**
 * One client's key as the server keeps it: a name for the log and the SHA-256 of the key.
 *
 * <p>A slow hash as for passwords is not needed: a key is 256 random bits, which nobody guesses however fast a guess is
 * tried, and what protects a weak secret would only cost time at each request.
 *
 * @param name 1 to 64 letters, digits, dots, underscores and hyphens
 * @param digest the SHA-256 of the key in UTF-8, 32 bytes
 */
record ApiKey(String name, byte[] digest) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int RANDOM_BYTES = 32;

    /** Lets a scanner for secrets recognize a key that somebody published by mistake. */
    private static final String PREFIX = "tieline_";

    ApiKey {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValue(
                    "a name",
                    name,
                    "must be 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit");
        }
    }

    /** A new key, as only its owner may know it. */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] digest(String key) {
        return Sha256.of(key);
    }

    /** The line of the file of keys. */
    String line() {
        return name + " " + HexFormat.of().formatHex(digest);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return name;
    }
}

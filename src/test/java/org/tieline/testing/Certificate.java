package org.tieline.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A key and a certificate for localhost that nobody has signed, each as PEM. The JDK makes such by its tool alone.
 *
 * @param key the private key, PKCS 8
 * @param certificate the certificate, X.509
 */
public record Certificate(String key, String certificate) {
    private static final String ALIAS = "bolt";
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();

    /** @param folder where the tool may leave its file */
    public static Certificate selfSigned(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("bolt.p12");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "RSA",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(STORE_PASSWORD))
                .inheritIO()
                .start();
        if (!Patience.await(process) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError("keytool made no key");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(file)) {
            store.load(input, STORE_PASSWORD);
        }
        return new Certificate(
                pem("PRIVATE KEY", store.getKey(ALIAS, STORE_PASSWORD).getEncoded()),
                pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
    }
}

package dev.hearken.server.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the one who is told knows who tells, after Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA-256 over
 * {@code id.seconds.body}, so that neither the words nor their time can be changed, nor be said again later.
 *
 * @param headers what goes with the request
 */
record Signature(Map<String, String> headers) {
    private static final String ALGORITHM = "HmacSHA256";

    /** The signature of a message under a secret, whose key are its letters in UTF-8. */
    static Signature of(String secret, String id, Instant at, byte[] body) {
        String seconds = Long.toString(at.getEpochSecond());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return new Signature(Map.of(
                    "webhook-id", id,
                    "webhook-timestamp", seconds,
                    "webhook-signature", signature));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}

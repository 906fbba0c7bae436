package org.gridclear.market.exchange;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature of what goes over a channel: HMAC-SHA-256 with the channel's secret over the time in
 * seconds since 1970, a dot, and the body.
 */
public final class Signature {
  /** How far the time of a call may lie from the clock of who gets it. */
  public static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The signature in hexadecimal digits. */
  public static String of(byte[] secret, Instant time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update((time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Refuses what is not signed with the secret.
   *
   * @throws IllegalArgumentException if it is not
   */
  static void check(byte[] secret, Instant time, byte[] body, String signature) {
    byte[] right = of(secret, time, body).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8))) {
      throw new IllegalArgumentException(
          "The signature is not that of the time and the body with this channel's secret.");
    }
  }

  /**
   * Refuses a call that is not signed with the secret, or was signed at another time: somebody may
   * have kept it to send it again.
   *
   * @throws IllegalArgumentException if it is one
   */
  static void check(byte[] secret, Instant time, byte[] body, String signature, Instant now) {
    if (Duration.between(time, now).abs().compareTo(WINDOW) > 0) {
      throw new IllegalArgumentException(
          "The time of the call (%s) is more than %d minutes from now (%s)."
              .formatted(time, WINDOW.toMinutes(), now));
    }
    check(secret, time, body, signature);
  }
}

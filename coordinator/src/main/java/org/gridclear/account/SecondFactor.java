package org.gridclear.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 s (RFC 6238, HMAC-SHA-1, as authenticator apps do). */
final class SecondFactor {
  static final int SECRET_BYTES = 20;

  private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
  private static final int STEP_SECONDS = 30;
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();

  private SecondFactor() {}

  /** The code of a time step. */
  static String code(byte[] secret, long step) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(secret, CODES.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP_SECONDS));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  static long step(long nowMillis) {
    return Math.floorDiv(nowMillis, 1000L * STEP_SECONDS);
  }

  /** The time step of a code, at most one before or after now; -1 if it is none of theirs. */
  static long step(byte[] secret, String code, long nowMillis) {
    long now = step(nowMillis);
    long found = -1;
    for (long step = now - 1; step <= now + 1; step++) {
      byte[] expected = code(secret, step).getBytes(StandardCharsets.US_ASCII);
      boolean same =
          java.security.MessageDigest.isEqual(expected, code.getBytes(StandardCharsets.US_ASCII));
      found = same ? step : found;
    }
    return found;
  }

  /** What an authenticator app reads. */
  static String uri(String user, byte[] secret) {
    return "otpauth://totp/GridClear:%s?secret=%s&issuer=GridClear".formatted(user, base32(secret));
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    long buffer = 0;
    int bits = 0;
    for (byte value : bytes) {
      buffer = buffer << 8 | value & 0xff;
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(BASE32[(int) (buffer >> bits - 5 & 31)]);
      }
    }
    return text.toString();
  }
}

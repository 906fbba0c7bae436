package org.gridclear.bench.desk;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app does with the address that it was shown (RFC 6238). */
final class OneTimeCode {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final long STEP_MILLIS = 30_000;

  private OneTimeCode() {}

  /** The code of a moment. */
  static String of(String address, long nowMillis) {
    byte[] secret = secret(address.replaceAll(".*secret=([A-Z2-7]+).*", "$1"));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash =
          mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(nowMillis / STEP_MILLIS).array());
      int at = hash[hash.length - 1] & 0xF;
      int number = ByteBuffer.wrap(hash).getInt(at) & 0x7FFF_FFFF;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] secret(String text) {
    byte[] secret = new byte[text.length() * 5 / 8];
    long buffer = 0;
    int bits = 0;
    int at = 0;
    for (char letter : text.toCharArray()) {
      buffer = buffer << 5 | LETTERS.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        secret[at++] = (byte) (buffer >> bits);
      }
    }
    return secret;
  }
}

package org.gridclear.atrest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of 256 bits from which the key of each use is derived (HKDF with HMAC-SHA-256, RFC 5869).
 * Its id is a part of the SHA-256 of what is derived for the id alone, so an id tells nothing of
 * the key.
 */
public final class DataKey {
  /** Bytes of a secret. */
  public static final int BYTES = 32;

  /** Bytes of an id. */
  static final int ID_BYTES = 8;

  private static final String MAC = "HmacSHA256";

  private final byte[] secret;
  private final String made;
  private final String id;

  /**
   * A key.
   *
   * @param secret its 32 bytes
   * @param made when it was made, as its source says
   * @throws KeyRefusedException if it has another length
   */
  public DataKey(byte[] secret, String made) {
    if (secret.length != BYTES) {
      throw new KeyRefusedException(
          "A key has %d bytes, %d are needed.".formatted(secret.length, BYTES));
    }
    this.secret = secret.clone();
    this.made = made;
    byte[] named = sha256().digest(derived("id", new byte[0]));
    this.id = HexFormat.of().formatHex(Arrays.copyOf(named, ID_BYTES));
  }

  /** Its id, 16 hexadecimal digits. */
  public String id() {
    return id;
  }

  /** When it was made, as its source says. */
  public String made() {
    return made;
  }

  /** Its bytes, for whoever keeps it. */
  public byte[] secret() {
    return secret.clone();
  }

  /** The AES key of a use. */
  SecretKey aes(String use, byte[] salt) {
    return new SecretKeySpec(derived(use, salt), "AES");
  }

  /**
   * 32 bytes for a use; other uses and other salts give others, and none tells of the key.
   *
   * @param use what they are for
   * @param salt what makes them others for the same use; may be empty
   */
  public byte[] derived(String use, byte[] salt) {
    byte[] extracted = hmac(salt.length == 0 ? new byte[BYTES] : salt, secret);
    byte[] info = ("gridclear " + use).getBytes(StandardCharsets.UTF_8);
    byte[] first = Arrays.copyOf(info, info.length + 1);
    first[info.length] = 1;
    return hmac(extracted, first);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

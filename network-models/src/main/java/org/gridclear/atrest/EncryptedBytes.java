package org.gridclear.atrest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Values and lines under the key in force: AES-256-GCM, bound to a context. The nonce is taken from
 * an HMAC of the context and the value, so equal values of a context have equal bytes: what is
 * stored twice is the same, copies are compared by their hashes, and nonces never repeat for
 * different values. That two values are equal can be seen; nothing else.
 */
public final class EncryptedBytes {
  private static final byte[] MAGIC = {(byte) 0x89, 'G', 'C', 'V'};

  /** Context of the lines of the audit log. */
  public static final String AUDIT = "the audit log";

  private static final String LINE = "GCL1:";
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int HEAD = MAGIC.length + DataKey.ID_BYTES + NONCE;
  private static final SecureRandom RANDOM = new SecureRandom();

  private EncryptedBytes() {}

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /**
   * The bytes as they are stored: encrypted where the process has a key, else as they are.
   *
   * @param context what they are of, such as the name of a cache
   */
  public static byte[] seal(String context, byte[] plain) {
    return AtRest.ring().map(ring -> seal(ring.current(), context, plain)).orElse(plain);
  }

  private static byte[] seal(DataKey key, String context, byte[] plain) {
    byte[] digest = DataKey.sha256().digest(plain);
    byte[] named = context.getBytes(StandardCharsets.UTF_8);
    byte[] text = Arrays.copyOf(digest, digest.length + named.length);
    System.arraycopy(named, 0, text, digest.length, named.length);
    byte[] nonce =
        Arrays.copyOf(DataKey.hmac(key.derived("value nonce", new byte[0]), text), NONCE);
    try {
      byte[] body = cipher(Cipher.ENCRYPT_MODE, key, nonce, named).doFinal(plain);
      return ByteBuffer.allocate(HEAD + body.length)
          .put(MAGIC)
          .put(HexFormat.of().parseHex(key.id()))
          .put(nonce)
          .put(body)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher(int mode, DataKey key, byte[] nonce, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.aes("value", new byte[0]), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    cipher.updateAAD(context);
    return cipher;
  }

  /**
   * The bytes in clear of what is stored; what is not encrypted comes back as it is.
   *
   * @throws KeyRefusedException if the key is not there
   * @throws AlteredException if they are not what was encrypted in this context
   */
  public static byte[] open(String context, byte[] stored) {
    if (stored.length < HEAD + TAG
        || !Arrays.equals(MAGIC, 0, MAGIC.length, stored, 0, MAGIC.length)) {
      return stored;
    }
    String id =
        HexFormat.of()
            .formatHex(Arrays.copyOfRange(stored, MAGIC.length, MAGIC.length + DataKey.ID_BYTES));
    DataKey key = AtRest.key(id, "A value of " + context);
    byte[] nonce = Arrays.copyOfRange(stored, HEAD - NONCE, HEAD);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, context.getBytes(StandardCharsets.UTF_8))
          .doFinal(stored, HEAD, stored.length - HEAD);
    } catch (GeneralSecurityException e) {
      throw new AlteredException(
          "A value of %s is not what was encrypted: it was changed or moved.".formatted(context),
          e);
    }
  }

  /** Whether a stored line is encrypted. */
  public static boolean isLine(String stored) {
    return stored.startsWith(LINE);
  }

  /** A line of text, without its end, as it is stored in a file that is added to. */
  public static String sealLine(String context, String line) {
    return AtRest.ring().isEmpty()
        ? line
        : LINE
            + Base64.getEncoder()
                .withoutPadding()
                .encodeToString(seal(context, line.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * A stored line in clear; one that is not encrypted comes back as it is.
   *
   * @throws KeyRefusedException as {@link #open}
   * @throws AlteredException as {@link #open}
   */
  public static String openLine(String context, String stored) {
    if (!stored.startsWith(LINE)) {
      return stored;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(stored.substring(LINE.length()).strip());
      byte[] plain = open(context, bytes);
      if (plain != bytes) {
        return new String(plain, StandardCharsets.UTF_8);
      }
    } catch (KeyRefusedException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new AlteredException(
          "A line of %s is not what was encrypted: it was changed.".formatted(context), e);
    }
    throw new AlteredException(
        "A line of %s is not what was encrypted: it was cut off.".formatted(context), null);
  }
}

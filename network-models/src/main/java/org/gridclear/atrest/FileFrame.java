package org.gridclear.atrest;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * How an encrypted file is laid out: a head with the id of the key, a salt and the begin of the
 * nonces, then pieces of 64 KiB, each AES-256-GCM under a key of the file alone, its nonce with its
 * number and whether it is the last (the streaming AEAD of Hoang, Reyhanitabar, Rogaway and Vizár,
 * as Google's Tink has it). So pieces cannot be moved, left out or cut off.
 */
public final class FileFrame {
  /** Bytes of a piece in clear. */
  public static final int PIECE = 1 << 16;

  /** What a piece is longer when it is encrypted. */
  public static final int TAG = 16;

  private static final int MAGIC_BYTES = 8;
  private static final int SALT = 16;
  private static final int PREFIX = 7;

  /** Bytes of the head. */
  public static final int HEAD = MAGIC_BYTES + DataKey.ID_BYTES + SALT + PREFIX;

  private static final byte[] MAGIC = {(byte) 0x89, 'G', 'C', 'E', 'N', 'C', 1, '\n'};
  private static final int NONCE = 12;

  private final SecretKey key;
  private final byte[] prefix;
  private final byte[] head;

  private FileFrame(SecretKey key, byte[] prefix, byte[] head) {
    this.key = key;
    this.prefix = prefix;
    this.head = head;
  }

  byte[] head() {
    return head.clone();
  }

  /** The frame of a new file. */
  static FileFrame fresh(DataKey key) {
    byte[] random = EncryptedBytes.random(SALT + PREFIX);
    byte[] head =
        ByteBuffer.allocate(HEAD)
            .put(MAGIC)
            .put(HexFormat.of().parseHex(key.id()))
            .put(random)
            .array();
    return of(key, head);
  }

  private static FileFrame of(DataKey key, byte[] head) {
    int salt = MAGIC.length + DataKey.ID_BYTES;
    byte[] own = Arrays.copyOfRange(head, salt, salt + SALT);
    return new FileFrame(
        key.aes("file", own), Arrays.copyOfRange(head, salt + SALT, head.length), head);
  }

  /** Whether bytes, eight at least, begin as an encrypted file does. */
  public static boolean isHead(byte[] head) {
    return head.length >= MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(head, MAGIC.length));
  }

  /**
   * The frame of a file that is read.
   *
   * @param head its first bytes
   * @param what how the file is called
   * @throws KeyRefusedException if its key is not there
   */
  public static FileFrame read(byte[] head, String what) {
    return of(AtRest.key(keyOf(head), what), head);
  }

  /** The id of the key in the head of an encrypted file. */
  public static String keyOf(byte[] head) {
    return HexFormat.of().formatHex(head, MAGIC_BYTES, MAGIC_BYTES + DataKey.ID_BYTES);
  }

  private Cipher cipher(int mode, long piece, boolean last) throws GeneralSecurityException {
    if (piece > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("The file is too large to be encrypted.");
    }
    byte[] nonce =
        ByteBuffer.allocate(NONCE)
            .put(prefix)
            .putInt((int) piece)
            .put((byte) (last ? 1 : 0))
            .array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    cipher.updateAAD(head);
    return cipher;
  }

  byte[] encrypt(byte[] plain, int length, long piece, boolean last) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, piece, last).doFinal(plain, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The bytes of a piece; null if they are not those that were encrypted.
   *
   * @param length bytes of the piece
   * @param number its number, 0 for the first
   * @param last whether the file ends with it
   */
  public byte @Nullable [] decrypt(byte[] piece, int length, long number, boolean last) {
    try {
      return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(piece, 0, length);
    } catch (AEADBadTagException e) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Bytes in clear of a file of so many; -1 if none can have so many. Only of an empty file the
   * last piece is empty: a longer one that ends so was cut off, and nobody would open its end.
   */
  public static long plainBytes(long stored) {
    long body = stored - HEAD;
    long rest = body % (PIECE + TAG);
    long pieces = body / (PIECE + TAG) + (rest > 0 ? 1 : 0);
    boolean cut = rest > 0 && rest <= TAG && body != TAG;
    return body < TAG || cut ? -1 : body - pieces * TAG;
  }
}

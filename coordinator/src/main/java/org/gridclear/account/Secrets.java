package org.gridclear.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.StoredFiles;

/** The key of a security folder, and what is done with it: sealing, signing, hashing passwords. */
public final class Secrets {
  private static final String KEY_FILE = "master.key";
  private static final int KEY_BYTES = 32;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SALT_BYTES = 16;
  private static final int ITERATIONS = 310_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  private Secrets(byte[] key) {
    this.key = key;
  }

  /** Makes the key of a new folder; only its owner can read it. */
  static Secrets create(Path folder) {
    try {
      PrivateFiles.makeFolder(folder);
      Path file = folder.resolve(KEY_FILE);
      if (Files.exists(file)) {
        throw new IllegalArgumentException("%s has accounts already.".formatted(folder));
      }
      byte[] key = random(KEY_BYTES);
      PrivateFiles.makeFile(file);
      StoredFiles.writeString(file, HexFormat.of().formatHex(key));
      return new Secrets(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a folder has a key. */
  static boolean exists(Path folder) {
    return Files.exists(folder.resolve(KEY_FILE));
  }

  /** The key of a folder. */
  static Secrets open(Path folder) {
    try {
      String text = StoredFiles.readString(folder.resolve(KEY_FILE)).strip();
      return new Secrets(HexFormat.of().parseHex(text));
    } catch (KeyRefusedException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s has no accounts; make them with: gridclear account init --security %s"
              .formatted(folder, folder),
          e);
    }
  }

  static byte[] random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return value;
  }

  /** A random text of letters and digits, for tokens and first passwords. */
  static String randomText(int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(bytes));
  }

  /** Encrypts with AES-GCM. */
  String seal(byte[] plain) {
    try {
      byte[] iv = random(IV_BYTES);
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, iv);
      byte[] sealed = cipher.doFinal(plain);
      byte[] all = Arrays.copyOf(iv, iv.length + sealed.length);
      System.arraycopy(sealed, 0, all, iv.length, sealed.length);
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Decrypts what {@link #seal} encrypted.
   *
   * @throws IllegalStateException if it was changed
   */
  byte[] open(String sealed) {
    try {
      byte[] all = Base64.getDecoder().decode(sealed);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, IV_BYTES));
      return cipher.doFinal(all, IV_BYTES, all.length - IV_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret was changed or belongs to another folder.", e);
    }
  }

  private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
    return cipher;
  }

  /** HMAC-SHA-256 of a text, in hexadecimal. */
  String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Refuses a file in clear beside a key that is encrypted: whoever can write here and has no key
   * could have put it there. The key itself cannot be exchanged, for the log is signed with it.
   *
   * @throws IllegalArgumentException if it is in clear
   */
  static void requireAlike(Path folder, Path file) throws IOException {
    Path key = folder.resolve(KEY_FILE);
    if (Files.exists(key) && StoredFiles.isEncrypted(key) && !StoredFiles.isEncrypted(file)) {
      throw new IllegalArgumentException(
          "%s is in clear and %s is encrypted: somebody without the key may have put it there. If it was you: gridclear keys renew %s"
              .formatted(file, key, folder));
    }
  }

  /** SHA-256 of a token, in hexadecimal. Tokens are random, so they need no salt. */
  static String tokenHash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PBKDF2 with HMAC-SHA-256 and a salt of its own. */
  static String passwordHash(String password) {
    byte[] salt = random(SALT_BYTES);
    return "%d:%s:%s"
        .formatted(
            ITERATIONS,
            HexFormat.of().formatHex(salt),
            HexFormat.of().formatHex(pbkdf2(password, salt, ITERATIONS)));
  }

  /** Whether a password has this hash. */
  static boolean matches(String password, String hash) {
    String[] parts = hash.split(":");
    byte[] salt = HexFormat.of().parseHex(parts[1]);
    byte[] derived = pbkdf2(password, salt, Integer.parseInt(parts[0]));
    return MessageDigest.isEqual(derived, HexFormat.of().parseHex(parts[2]));
  }

  private static byte[] pbkdf2(String password, byte[] salt, int iterations) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, 8 * KEY_BYTES);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

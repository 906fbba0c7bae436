package org.gridclear.account.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;

/**
 * A key that signs seals (Ed25519, RFC 8032). Its file has both halves in PEM: the private one as
 * PKCS #8, the public one as X.509 SubjectPublicKeyInfo, as OpenSSL reads them.
 *
 * @param secret the private half
 * @param open the public half
 */
public record SealKey(PrivateKey secret, PublicKey open) {
  private static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int PEM_WIDTH = 64;

  /** A new key, in a file that only its owner can read. */
  public static SealKey create(Path file) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      PrivateFiles.makeFile(file);
      StoredFiles.writeString(
          file,
          pem(PRIVATE, pair.getPrivate().getEncoded())
              + pem(PUBLIC, pair.getPublic().getEncoded()));
      return new SealKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The key of a file.
   *
   * @throws IllegalArgumentException if it holds none
   */
  public static SealKey read(Path file) {
    String text = text(file);
    try {
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      return new SealKey(
          keys.generatePrivate(new PKCS8EncodedKeySpec(part(file, text, PRIVATE))),
          keys.generatePublic(new X509EncodedKeySpec(part(file, text, PUBLIC))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("%s holds no Ed25519 key.".formatted(file), e);
    }
  }

  /**
   * The public key of a file in PEM.
   *
   * @throws IllegalArgumentException if it holds none, or a secret one too, which is not for who
   *     verifies
   */
  public static PublicKey readPublic(Path file) {
    String text = text(file);
    if (text.contains("-----BEGIN " + PRIVATE + "-----")) {
      throw new IllegalArgumentException(
          "%s has a secret key, with which anybody signs as its owner; it must not be here. Take the file of the public key alone."
              .formatted(file));
    }
    return publicKey(part(file, text, PUBLIC));
  }

  /**
   * A public key as it was written by {@link #der}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PublicKey publicKey(byte[] der) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("It is no public key of Ed25519.", e);
    }
  }

  private static String text(Path file) {
    try {
      return StoredFiles.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("The key %s cannot be read.".formatted(file), e);
    }
  }

  private static byte[] part(Path file, String text, String kind) {
    String begin = "-----BEGIN " + kind + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + kind + "-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("%s has no %s in PEM.".formatted(file, kind));
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s has no %s in PEM.".formatted(file, kind), e);
    }
  }

  private static String pem(String kind, byte[] der) {
    String body = Base64.getMimeEncoder(PEM_WIDTH, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind);
  }

  /** A public key in PEM. */
  public static String pem(PublicKey key) {
    return pem(PUBLIC, key.getEncoded());
  }

  /** A public key as text of one line. */
  public static String der(PublicKey key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** What people compare: SHA-256 of the public key's DER, in hexadecimal. */
  public static String fingerprint(PublicKey key) {
    return Sha256.hex(key.getEncoded());
  }

  /** What people compare of its public half. */
  public String fingerprint() {
    return fingerprint(open);
  }

  /** 64 bytes over a text. */
  public byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a signature over a text is of a key. */
  public static boolean verifies(PublicKey key, byte[] text, byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(text);
      return signature.verify(bytes);
    } catch (GeneralSecurityException e) {
      // A signature that is malformed is of nobody.
      return false;
    }
  }
}

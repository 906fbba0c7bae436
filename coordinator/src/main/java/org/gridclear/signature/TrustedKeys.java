package org.gridclear.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * What a verifier was handed out.
 *
 * @param key public key of detached signatures
 * @param certificate certificate of PDF signatures
 */
public record TrustedKeys(PublicKey key, X509Certificate certificate) {
  /** Name of the file of the public key. */
  public static final String PUBLIC = "signing.pem";

  /** Name of the file of the certificate. */
  public static final String CERTIFICATE = "certificate.pem";

  /**
   * Reads both from a folder.
   *
   * @throws IllegalArgumentException if one is not there or is none
   */
  public static TrustedKeys read(Path folder) {
    return new TrustedKeys(
        publicKey(folder.resolve(PUBLIC)), certificate(folder.resolve(CERTIFICATE)));
  }

  static PublicKey publicKey(Path file) {
    there(file);
    try {
      String text = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is no public key of Ed25519 in PEM: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static void there(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "There is no %s. Name the folder with %s and %s, as the signer handed them out."
              .formatted(file, PUBLIC, CERTIFICATE));
    }
  }

  static X509Certificate certificate(Path file) {
    there(file);
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    } catch (IOException | CertificateException e) {
      throw new IllegalArgumentException(
          "%s is no certificate: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Whether a detached signature is of these bytes and of the holder of the key. */
  public boolean verifies(byte[] content, byte[] signature) {
    return verifies(key, content, signature);
  }

  static boolean verifies(PublicKey key, byte[] content, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(content);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

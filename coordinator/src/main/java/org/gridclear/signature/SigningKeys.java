package org.gridclear.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.file.PrivateFiles;
import org.gridclear.file.StoredFiles;

/**
 * What a market signs with: an Ed25519 key for detached signatures, an RSA key with a certificate
 * for PDFs, as readers of PDF know it. They lie in a folder: {@code signing.key} is its owner's
 * alone, {@code signing.pem} and {@code certificate.pem} are handed out.
 */
public final class SigningKeys {
  private static final String SECRET = "signing.key";
  private static final int RSA_BITS = 3072;
  private static final int YEARS = 5;
  private static final int SERIAL_BITS = 127;
  private static final int LINE = 64;

  private final PrivateKey detached;
  private final PrivateKey pdf;
  private final X509Certificate certificate;

  private SigningKeys(PrivateKey detached, PrivateKey pdf, X509Certificate certificate) {
    this.detached = detached;
    this.pdf = pdf;
    this.certificate = certificate;
  }

  /**
   * Makes keys in a folder, with a certificate that they sign themselves; a market's authority may
   * put one of its own for the same key in its place.
   *
   * @param name who signs
   * @throws IllegalArgumentException if the folder is there already
   */
  public static void create(Path folder, String name, Clock clock) throws IOException {
    if (Files.exists(folder)) {
      throw new IllegalArgumentException("%s exists; name another folder.".formatted(folder));
    }
    try {
      KeyPair detached = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      KeyPair pdf = generator.generateKeyPair();
      X509Certificate certificate = certificate(pdf, name, clock.instant());
      PrivateFiles.makeFolder(folder);
      Path secret = folder.resolve(SECRET);
      PrivateFiles.makeFile(secret);
      StoredFiles.writeString(
          secret,
          pem("PRIVATE KEY", detached.getPrivate().getEncoded())
              + pem("PRIVATE KEY", pdf.getPrivate().getEncoded()));
      Files.writeString(
          folder.resolve(TrustedKeys.PUBLIC), pem("PUBLIC KEY", detached.getPublic().getEncoded()));
      Files.writeString(
          folder.resolve(TrustedKeys.CERTIFICATE), pem("CERTIFICATE", certificate.getEncoded()));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(KeyPair keys, String name, Instant from)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    X500Name subject = new X500Name("CN=" + name.replaceAll("([,+\"\\\\<>;=#])", "\\\\$1"));
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            subject,
            new BigInteger(SERIAL_BITS, new SecureRandom()),
            Date.from(from),
            Date.from(from.plus(Duration.ofDays(YEARS * 365L))),
            subject,
            keys.getPublic());
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der), kind);
  }

  /**
   * The keys of a folder.
   *
   * @throws KeyRefusedException if they are not there, others can read them, or they are none
   */
  public static SigningKeys read(Path folder) {
    Path secret = folder.resolve(SECRET);
    try {
      if (!Files.exists(secret)) {
        throw new KeyRefusedException(
            "%s has no %s. Make keys to sign with: gridclear keys signing --out %s"
                .formatted(folder, SECRET, folder));
      }
      own(secret);
      String[] parts = StoredFiles.readString(secret).split("-----END PRIVATE KEY-----", -1);
      if (parts.length != 3) {
        throw new KeyRefusedException("%s does not have its two keys.".formatted(secret));
      }
      X509Certificate certificate =
          TrustedKeys.certificate(folder.resolve(TrustedKeys.CERTIFICATE));
      SigningKeys keys =
          new SigningKeys(key(parts[0], "Ed25519"), key(parts[1], "RSA"), certificate);
      keys.fit(TrustedKeys.publicKey(folder.resolve(TrustedKeys.PUBLIC)), folder);
      return keys;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw e instanceof KeyRefusedException refused
          ? refused
          : new KeyRefusedException(
              "The keys of %s cannot be used: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static void own(Path secret) throws IOException {
    if (!Files.getFileStore(secret).supportsFileAttributeView("posix")) {
      return;
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(secret);
    if (rights.stream().anyMatch(right -> !right.name().startsWith("OWNER"))) {
      throw new KeyRefusedException(
          "%s is open to others than its owner, who could sign with it; say chmod 600 %s."
              .formatted(secret, secret));
    }
  }

  private static PrivateKey key(String part, String algorithm) throws GeneralSecurityException {
    String text = part.substring(part.indexOf("-----BEGIN PRIVATE KEY-----") + 27);
    byte[] der = Base64.getMimeDecoder().decode(text);
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  /** Refuses public halves of other keys: nobody could verify what is signed. */
  private void fit(PublicKey handedOut, Path folder) throws GeneralSecurityException {
    byte[] probe = folder.toString().getBytes(StandardCharsets.UTF_8);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pdf);
    signature.update(probe);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(probe);
    if (!signature.verify(signed) || !TrustedKeys.verifies(handedOut, probe, detached(probe))) {
      throw new KeyRefusedException(
          "%s: %s or %s is not of the keys in %s."
              .formatted(folder, TrustedKeys.PUBLIC, TrustedKeys.CERTIFICATE, SECRET));
    }
  }

  /** The signature of bytes, 64 bytes (RFC 8032). */
  public byte[] detached(byte[] content) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(detached);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  PrivateKey pdf() {
    return pdf;
  }

  X509Certificate certificate() {
    return certificate;
  }
}

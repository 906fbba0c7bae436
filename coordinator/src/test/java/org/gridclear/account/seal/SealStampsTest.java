package org.gridclear.account.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.gridclear.account.Accounts;
import org.gridclear.account.AuditLog;
import org.gridclear.cli.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seals stamped by an authority, which is on this machine here (RFC 3161). */
// Rows: P-09, P-10
class SealStampsTest {
  private static final long NOW = System.currentTimeMillis();

  @TempDir private Path folder;

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static X509Certificate certificate(KeyPair pair) throws Exception {
    X500Name name = new X500Name("CN=Time");
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            new Date(NOW - 86_400_000),
            new Date(NOW + 86_400_000),
            name,
            pair.getPublic());
    builder.addExtension(
        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static byte[] answered(byte[] asked, KeyPair pair, X509Certificate own)
      throws IOException {
    try {
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withRSA", pair.getPrivate(), own),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              new ASN1ObjectIdentifier("1.2.3.4"));
      tokens.addCertificates(new JcaCertStore(List.of(own)));
      return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
          .generate(new TimeStampRequest(asked), BigInteger.TEN, new Date(NOW))
          .getEncoded();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static Path pem(Path file, X509Certificate certificate) throws Exception {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    return Files.writeString(
        file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  /** The command of the page, where OpenSSL is. */
  private static void byOpenSsl(Path copy, Path certificate) throws Exception {
    if (!Files.isExecutable(Path.of("/usr/bin/openssl"))) {
      return;
    }
    Process process =
        new ProcessBuilder(
                "openssl",
                "ts",
                "-verify",
                "-data",
                "seals/seal-000001.txt",
                "-in",
                "seals/seal-000001.tsr",
                "-CAfile",
                certificate.toString())
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  @Test
  void anAuthorityStampsSealsAndAChangeOfEitherIsFound() throws Exception {
    Path security = folder.resolve("s");
    Accounts.create(security, "admin", () -> NOW);
    AuditLog log = AuditLog.open(security, () -> NOW);
    Seals seals = new Seals(security, log, null, () -> NOW);
    seals.seal();
    seals.seal();
    KeyPair pair = pair();
    X509Certificate own = certificate(pair);
    HttpServer tsa =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    tsa.createContext(
        "/tsr",
        call -> {
          byte[] answer = answered(call.getRequestBody().readAllBytes(), pair, own);
          call.sendResponseHeaders(200, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    tsa.start();
    try {
      String address = "http://127.0.0.1:%d/tsr".formatted(tsa.getAddress().getPort());
      Shell.Ended stamped =
          Shell.run(
              "account", "audit", "stamp", "--security", security.toString(), "--tsa", address);
      assertEquals(0, stamped.code(), stamped.text());
      assertTrue(stamped.output().contains("[1, 2]"), stamped.output());
      assertEquals(List.of(), new SealStamps(security).stamp(URI.create(address)), "only once");
    } finally {
      tsa.stop(0);
    }
    Path copy = folder.resolve("copy");
    SealCopy.write(security, log, copy);
    Path certificate = pem(folder.resolve("tsa.pem"), own);
    SealStamps.Result good = new SealStamps(copy).check(certificate);
    assertEquals(2, good.stamped(), good.findings().toString());
    Shell.Ended verified =
        Shell.run(
            "account",
            "audit",
            "verify",
            "--security",
            copy.toString(),
            "--tsa-certificate",
            certificate.toString());
    assertEquals(0, verified.code(), verified.text());
    assertTrue(verified.output().contains("2 seals have a time stamp"), verified.output());
    byOpenSsl(copy, certificate);
    KeyPair other = pair();
    assertEquals(
        2,
        new SealStamps(copy)
            .check(pem(folder.resolve("other.pem"), certificate(other)))
            .findings()
            .size());
    Path second = copy.resolve("seals/seal-000002.tsr");
    Files.copy(
        copy.resolve("seals/seal-000001.tsr"),
        second,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(
        List.of("The stamp of seal 2 is of another text."),
        new SealStamps(copy).check(certificate).findings());
    Files.write(second, "no stamp".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        List.of("The stamp of seal 2 is not of the authority."),
        new SealStamps(copy).check(certificate).findings());
  }
}

#!/usr/bin/env bash
# The time in a time stamp (RFC 3161) that an authority built on Bouncy Castle gives to something of 10:00:00.999.
#
# Guess: the instant to the millisecond, or rounded, with an accuracy that says so.
#
# Instead: cut to the whole second, 10:00:00, and without an accuracy (the field is absent, which the standard leaves
# open); the stamp is older than what it stamps by up to a second. With setResolution it is cut to tenths, hundredths or
# milliseconds. An accuracy of 1500 ms is refused, it has to be given as 1 s and 500 ms; one of 0 is left out.
#
# Version: bcpkix-jdk18on 1.81.
#
# Matters: "stamped after it was sealed" fails by comparing the stamp with a log in milliseconds, and two stamps of one
# second have no order (isOrdered is false too). Allow a second where no accuracy is given, and go by the serial chain
# of the log, not by the stamps.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.bouncycastle</groupId><artifactId>bcpkix-jdk18on</artifactId><version>1.81</version></dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=cp.txt >&2

cat > Probe.java <<'JAVA'
import java.math.BigInteger;
import java.security.*;
import java.security.cert.X509Certificate;
import java.time.*;
import java.util.*;
import org.bouncycastle.asn1.*;
import org.bouncycastle.asn1.x500.*;
import org.bouncycastle.asn1.x509.*;
import org.bouncycastle.cert.jcajce.*;
import org.bouncycastle.cms.*;
import org.bouncycastle.cms.jcajce.*;
import org.bouncycastle.operator.*;
import org.bouncycastle.operator.jcajce.*;
import org.bouncycastle.tsp.*;

public class Probe {

  static boolean ok = true;

  static void see(String what, Object expected, Object seen) {
    boolean same = expected.equals(seen);
    ok &= same;
    System.out.println(what + ": " + seen + (same ? "" : "   CHANGED, was " + expected));
  }

  static void end() {
    System.out.println(ok ? "behaviour as described" : "behaviour has changed");
    System.exit(ok ? 0 : 1);
  }

  static final Date MOMENT = Date.from(Instant.parse("2026-07-01T10:00:00.999Z"));

  interface Setting {
    void apply(TimeStampTokenGenerator generator);
  }

  /** Time and accuracy of a stamp, as its receiver reads them. */
  static String stamp(ContentSigner signer, X509Certificate certificate, Setting setting) throws Exception {
    DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
    TimeStampTokenGenerator generator = new TimeStampTokenGenerator(new JcaSignerInfoGeneratorBuilder(digests).build(signer, certificate),
        digests.get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)), new ASN1ObjectIdentifier("1.2.3"));
    try {
      setting.apply(generator);
      TimeStampRequest request = new TimeStampRequestGenerator().generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.TEN);
      TimeStampToken sent = generator.generate(request, BigInteger.ONE, MOMENT);
      TimeStampTokenInfo read = new TimeStampToken(new CMSSignedData(sent.getEncoded())).getTimeStampInfo();
      GenTimeAccuracy accuracy = read.getGenTimeAccuracy();
      return read.getGenTime().toInstant() + ", " + (accuracy == null ? "no accuracy" : accuracy.getSeconds() + " s " + accuracy.getMillis() + " ms")
          + (read.isOrdered() ? ", ordered" : "");
    } catch (IllegalArgumentException e) {
      return "refused";
    }
  }

  public static void main(String[] args) throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    KeyPair pair = keys.generateKeyPair();
    ContentSigner signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
    X500Name name = new X500Name("CN=Stamps");
    X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(
        new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(Instant.parse("2026-01-01T00:00:00Z")),
            Date.from(Instant.parse("2036-01-01T00:00:00Z")), name, pair.getPublic())
            .addExtension(org.bouncycastle.asn1.x509.Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
            .build(signer));
    System.out.println("bcpkix-jdk18on 1.81, stamped at 10:00:00.999");
    see("as it comes", "2026-07-01T10:00:00Z, no accuracy", stamp(signer, certificate, g -> {}));
    see("tenths", "2026-07-01T10:00:00.900Z, no accuracy", stamp(signer, certificate, g -> g.setResolution(TimeStampTokenGenerator.R_TENTHS_OF_SECONDS)));
    see("milliseconds", "2026-07-01T10:00:00.999Z, no accuracy", stamp(signer, certificate, g -> g.setResolution(TimeStampTokenGenerator.R_MILLISECONDS)));
    see("accuracy of 1 s", "2026-07-01T10:00:00Z, 1 s 0 ms", stamp(signer, certificate, g -> g.setAccuracySeconds(1)));
    see("accuracy of 1500 ms", "refused", stamp(signer, certificate, g -> g.setAccuracyMillis(1500)));
    see("accuracy of 0", "2026-07-01T10:00:00Z, no accuracy", stamp(signer, certificate, g -> g.setAccuracySeconds(0)));
    end();
  }
}
JAVA
java -cp "$(cat cp.txt)" Probe.java

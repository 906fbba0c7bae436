package org.gridclear.account.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.gridclear.file.WrittenFile;

/**
 * Time stamps of seals (RFC 3161): an authority that is nobody's here says that a seal was there at
 * its time. Each lies beside its seal as {@code seal-000001.tsr}.
 *
 * @param folder the security folder, or a copy of it
 */
public record SealStamps(Path folder) {
  private static final String QUERY = "application/timestamp-query";
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final int NONCE_BITS = 64;
  private static final int OK = 200;

  private Path file(int number) {
    return SealFolder.of(folder).path().resolve("seal-%06d.tsr".formatted(number));
  }

  /**
   * Has all seals stamped that are not.
   *
   * @param authority its address
   * @return numbers of the seals
   * @throws IOException if it does not answer, or not with a stamp of what was asked
   */
  public List<Integer> stamp(URI authority) throws IOException {
    List<Integer> stamped = new ArrayList<>();
    for (SealFolder.Stored seal : SealFolder.of(folder).all()) {
      if (!Files.exists(file(seal.number()))) {
        WrittenFile.write(file(seal.number()), asked(authority, seal));
        stamped.add(seal.number());
      }
    }
    return stamped;
  }

  private static byte[] asked(URI authority, SealFolder.Stored seal) throws IOException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request =
        generator.generate(
            TSPAlgorithms.SHA256,
            HexFormat.of().parseHex(seal.sha256()),
            new BigInteger(NONCE_BITS, new SecureRandom()));
    HttpRequest call =
        HttpRequest.newBuilder(authority)
            .timeout(WITHIN)
            .header("Content-Type", QUERY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
            .build();
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != OK) {
        throw new IOException("%s answers with %d.".formatted(authority, answer.statusCode()));
      }
      TimeStampResponse response = new TimeStampResponse(answer.body());
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new IOException("%s refuses: %s".formatted(authority, response.getStatusString()));
      }
      return answer.body();
    } catch (TSPException e) {
      throw new IOException("%s gives no stamp of the seal: %s".formatted(authority, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The call of %s was interrupted.".formatted(authority), e);
    }
  }

  /**
   * What the stamps say.
   *
   * @param stamped number of seals with a good stamp
   * @param first time of the first, ISO 8601; "" without any
   * @param findings what is wrong
   */
  public record Result(int stamped, String first, List<String> findings) {}

  /**
   * Judges all stamps.
   *
   * @param certificate of the authority, as it was handed out, in PEM or DER
   * @throws IllegalArgumentException if it is none
   */
  public Result check(Path certificate) {
    X509Certificate authority = read(certificate);
    List<String> findings = new ArrayList<>();
    int stamped = 0;
    String first = "";
    for (SealFolder.Stored seal : SealFolder.of(folder).all()) {
      if (!Files.exists(file(seal.number()))) {
        continue;
      }
      try {
        TimeStampToken token =
            new TimeStampResponse(Files.readAllBytes(file(seal.number()))).getTimeStampToken();
        byte[] asked = HexFormat.of().parseHex(seal.sha256());
        if (!Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), asked)) {
          findings.add("The stamp of seal %d is of another text.".formatted(seal.number()));
          continue;
        }
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority));
        first =
            first.isEmpty() ? token.getTimeStampInfo().getGenTime().toInstant().toString() : first;
        stamped++;
      } catch (TSPException | OperatorCreationException | IOException | RuntimeException e) {
        findings.add("The stamp of seal %d is not of the authority.".formatted(seal.number()));
      }
    }
    return new Result(stamped, first, findings);
  }

  private static X509Certificate read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("%s holds no certificate.".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

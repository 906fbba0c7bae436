package org.gridclear.atrest.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.atrest.KeyRing;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Keys of a service by its URL, as HashiCorp Vault's key-value store (version 2) and what speaks
 * like it keep them: {@code GET} answers {@code {"data":{"data":{"000001":"HEX TIME"},
 * "metadata":{"version":1}}}}, {@code POST} writes if the version is still that. The token goes in
 * {@code X-Vault-Token}; it is in a file, {@code token-source=file:…}. {@code ca=PATH} is the
 * authority of the service where the system's do not know it.
 */
record KeyService(URI uri, KeyAddress address) implements KeySource {
  static final String SCHEME = "https://";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MISSING = 404;

  static KeyService of(String text) {
    KeyAddress address = KeyAddress.of(text);
    address.needed("token-source");
    try {
      return new KeyService(URI.create(address.before()), address);
    } catch (IllegalArgumentException e) {
      throw new KeyRefusedException("The keys (%s) are no address.".formatted(text), e);
    }
  }

  /** What the service has. */
  private record Kept(int version, List<DataKey> keys) {}

  private Kept kept() {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(uri).GET());
    if (answer.statusCode() == MISSING) {
      return new Kept(0, List.of());
    }
    JsonNode data = read(answer).path("data");
    List<DataKey> keys = new ArrayList<>();
    data.path("data").properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each -> {
              String text = each.getValue().asString("");
              if (!text.matches("[0-9a-f]{64} \\S+")) {
                throw new KeyRefusedException(
                    "%s: the key %s is no key of 64 hexadecimal digits and a time."
                        .formatted(uri, each.getKey()));
              }
              keys.add(
                  new DataKey(HexFormat.of().parseHex(text.substring(0, 64)), text.substring(65)));
            });
    return new Kept(data.path("metadata").path("version").asInt(0), keys);
  }

  private JsonNode read(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new KeyRefusedException(
          "%s answers %d: the keys are not given. Look at the token and its rights."
              .formatted(uri, answer.statusCode()));
    }
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (JacksonException e) {
      throw new KeyRefusedException("%s answers no JSON.".formatted(uri), e);
    }
  }

  private KeyRing put(Kept before) {
    List<DataKey> keys = before.keys();
    Map<String, String> data = new LinkedHashMap<>();
    for (int k = 0; k < keys.size(); k++) {
      data.put(
          "%06d".formatted(k + 1),
          HexFormat.of().formatHex(keys.get(k).secret()) + " " + keys.get(k).made());
    }
    byte[] body =
        Json.MAPPER.writeValueAsBytes(
            Map.of("options", Map.of("cas", before.version()), "data", data));
    read(send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofByteArray(body))));
    return load();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpClient client =
          HttpClient.newBuilder().connectTimeout(PATIENCE).sslContext(trust()).build();
      return client.send(
          request
              .timeout(PATIENCE)
              .header("X-Vault-Token", address.secret("token-source"))
              .header("Content-Type", "application/json")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeyRefusedException("%s was not waited for.".formatted(uri), e);
    } catch (IOException | GeneralSecurityException e) {
      throw new KeyRefusedException(
          "%s does not give the keys: %s."
              .formatted(uri, e.getMessage() == null ? e : e.getMessage()),
          e);
    }
  }

  private SSLContext trust() throws GeneralSecurityException, IOException {
    String authority = address.attributes().get("ca");
    if (authority == null) {
      return SSLContext.getDefault();
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(Path.of(authority))) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trusted.getTrustManagers(), null);
    return context;
  }

  @Override
  public KeyRing load() {
    List<DataKey> keys = kept().keys();
    if (keys.isEmpty()) {
      throw new KeyRefusedException(
          "%s has no key yet. Make one with: gridclear keys init".formatted(uri));
    }
    return new KeyRing(keys, uri.toString());
  }

  @Override
  public KeyRing init(Clock clock) {
    Kept before = kept();
    if (!before.keys().isEmpty()) {
      throw new KeyRefusedException(
          "%s has a key already. For another: gridclear keys rotate".formatted(uri));
    }
    return put(new Kept(before.version(), List.of(KeySource.fresh(clock))));
  }

  @Override
  public KeyRing rotate(Clock clock) {
    Kept before = kept();
    if (before.keys().isEmpty()) {
      return load();
    }
    List<DataKey> keys = new ArrayList<>(before.keys());
    keys.add(KeySource.fresh(clock));
    return put(new Kept(before.version(), keys));
  }
}

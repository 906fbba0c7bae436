package org.gridclear.atrest.source;

import static org.gridclear.atrest.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.gridclear.atrest.AtRest;
import org.gridclear.atrest.DataKey;
import org.gridclear.atrest.KeyRefusedException;
import org.gridclear.atrest.KeyRing;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Keys come from a file of their owner alone, from a service by TLS, or from a token. */
// Rows: P-08, P-10
class KeySourcesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-10-05T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private static List<String> ids(KeyRing ring) {
    return ring.keys().stream().map(DataKey::id).toList();
  }

  private void makesAnotherAndKeepsTheFirst(String address) {
    KeySource source = KeySources.of(address);
    KeyRing first = source.init(CLOCK);
    assertEquals(ids(first), ids(KeySources.of(address).load()));
    assertRefused(KeyRefusedException.class, () -> source.init(CLOCK), "gridclear keys rotate");
    KeyRing second = source.rotate(CLOCK);
    assertEquals(2, second.keys().size());
    assertEquals(first.current().id(), second.keys().get(0).id());
    assertNotEquals(first.current().id(), second.current().id());
    assertEquals(ids(second), ids(KeySources.of(address).load()));
  }

  @Test
  void aFileKeepsKeys() throws IOException {
    Path file = folder.resolve("keys/data.keys");
    makesAnotherAndKeepsTheFirst("file:" + file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aKeyWithAChangedDigitIsDamagedAndAFileOfBeforeIsRead() throws IOException {
    Path file = folder.resolve("data.keys");
    String address = "file:" + file;
    KeyRing made = KeySources.of(address).init(CLOCK);
    String text = Files.readString(file);
    int at = text.indexOf('\n') + 1;
    char digit = text.charAt(at) == '0' ? '1' : '0';
    Files.writeString(file, text.substring(0, at) + digit + text.substring(at + 1));
    assertRefused(KeyRefusedException.class, () -> KeySources.of(address).load(), "damaged");
    String before = text.replace("keys 2", "keys 1").replace(" " + made.current().id(), "");
    Files.writeString(file, before);
    assertEquals(ids(made), ids(KeySources.of(address).load()));
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws IOException {
    Path file = folder.resolve("data.keys");
    KeySource source = KeySources.of("file:" + file);
    assertRefused(IllegalArgumentException.class, source::load, "gridclear keys init");
    source.init(CLOCK);
    for (String rights : List.of("rw-r-----", "rw----r--", "rw--w----")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
      assertRefused(KeyRefusedException.class, source::load, rights, "chmod 600");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertEquals(1, source.load().keys().size());
  }

  @Test
  void aDamagedFileIsRefusedWithItsLine() throws IOException {
    Path file = folder.resolve("data.keys");
    KeySource source = KeySources.of("file:" + file);
    source.init(CLOCK);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("2026", "20 26"));
    assertRefused(IllegalArgumentException.class, source::load, "line 2");
    Files.writeString(file, "x" + text);
    assertRefused(IllegalArgumentException.class, source::load, "first line");
    Files.writeString(file, text.lines().findFirst().orElseThrow());
    assertRefused(IllegalArgumentException.class, source::load, "no key");
  }

  @Test
  void aKeyFileInTheDataFolderIsRefused() {
    Path file = folder.resolve("data/keys/data.keys");
    KeySources.of("file:" + file).init(CLOCK);
    AtRest.use(KeySources.of("file:" + file)::load);
    try {
      assertRefused(
          KeyRefusedException.class,
          () -> AtRest.apart(folder.resolve("data")),
          "so a copy of the folder has it");
      AtRest.apart(folder.resolve("other"));
    } finally {
      AtRest.forget();
    }
  }

  @Test
  void addressesThatSayTooLittleAreRefused() {
    Map.of(
            "keys", "must be file:PATH",
            "file:", "name no file",
            "pkcs11:token=x", "slot-id",
            "pkcs11:slot-id=0?pin-source=file:/p", "module-path",
            "https://localhost/x", "token-source",
            "https://localhost/x?y", "no name=value",
            "https://local host/x?token-source=file:/t", "no address")
        .forEach(
            (address, said) ->
                assertRefused(KeyRefusedException.class, () -> KeySources.of(address), said));
  }

  /** A service as HashiCorp Vault's key-value store answers, over TLS. */
  private final class Service implements AutoCloseable {
    private final HttpsServer server;
    private JsonNode kept;
    private int version;

    Service() throws Exception {
      Path store = folder.resolve("tls.p12");
      keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1");
      keytool("-exportcert", "-rfc", "-file", folder.resolve("ca.pem").toString());
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, "changeit".toCharArray());
      }
      KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
      managers.init(keys, "changeit".toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      server.createContext("/v1/secret/data/gridclear", this::answer);
      server.start();
    }

    private void keytool(String... arguments) throws Exception {
      List<String> command = new java.util.ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin/keytool").toString());
      command.addAll(List.of(arguments));
      command.addAll(
          List.of("-keystore", folder.resolve("tls.p12").toString(), "-storepass", "changeit"));
      assertEquals(0, new ProcessBuilder(command).redirectErrorStream(true).start().waitFor());
    }

    private void answer(HttpExchange call) throws IOException {
      boolean known = "secret".equals(call.getRequestHeaders().getFirst("X-Vault-Token"));
      int code = known ? 200 : 403;
      String body = "{}";
      if (known && call.getRequestMethod().equals("POST")) {
        JsonNode asked = Json.MAPPER.readTree(call.getRequestBody().readAllBytes());
        boolean same = asked.path("options").path("cas").asInt() == version;
        code = same ? 200 : 400;
        if (same) {
          kept = asked.path("data");
          version++;
        }
      } else if (known && kept == null) {
        code = 404;
      } else if (known) {
        // The last one first: a service need not keep their order.
        Map<String, JsonNode> turned = new TreeMap<>(Comparator.reverseOrder());
        kept.properties().forEach(each -> turned.put(each.getKey(), each.getValue()));
        body =
            Json.MAPPER.writeValueAsString(
                Map.of("data", Map.of("data", turned, "metadata", Map.of("version", version))));
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      call.sendResponseHeaders(code, bytes.length);
      call.getResponseBody().write(bytes);
      call.close();
    }

    String address() {
      return "https://127.0.0.1:%d/v1/secret/data/gridclear?token-source=file:%s&ca=%s"
          .formatted(
              server.getAddress().getPort(), folder.resolve("token"), folder.resolve("ca.pem"));
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  @Test
  void aServiceGivesKeysToWhoHasItsTokenAndTrustsItsCertificate() throws Exception {
    Path token = folder.resolve("token");
    Files.createFile(
        token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(token, "secret\n");
    try (Service service = new Service()) {
      KeySource source = KeySources.of(service.address());
      assertRefused(IllegalArgumentException.class, source::load, "gridclear keys init");
      assertRefused(
          IllegalArgumentException.class, () -> source.rotate(CLOCK), "gridclear keys init");
      makesAnotherAndKeepsTheFirst(service.address());
      String untrusted = service.address().replaceFirst("&ca=.*", "");
      assertRefused(
          KeyRefusedException.class,
          () -> KeySources.of(untrusted).load(),
          "does not give the keys");
      Files.writeString(token, "wrong");
      assertRefused(IllegalArgumentException.class, source::load, "answers 403");
      Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
      assertRefused(IllegalArgumentException.class, source::load, "open to others");
    }
    assertRefused(
        IllegalArgumentException.class,
        () ->
            KeySources.of("https://127.0.0.1:1/x?token-source=file:" + folder.resolve("none"))
                .load(),
        "cannot be read");
  }

  @Test
  void aTokenThatIsNotThereIsSaid() throws IOException {
    Path pin = folder.resolve("pin");
    Files.createFile(
        pin, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    KeySource source =
        KeySources.of("pkcs11:slot-id=0?module-path=/no/such.so&pin-source=file:" + pin);
    assertRefused(KeyRefusedException.class, source::load, "slot 0 of /no/such.so");
  }

  /** With SoftHSM 2; {@code gridclear.token} is an address of an empty token. */
  @Test
  @Tag("slow")
  void aTokenKeepsKeys() {
    String address = System.getProperty("gridclear.token");
    org.junit.jupiter.api.Assumptions.assumeTrue(address != null, "no token");
    makesAnotherAndKeepsTheFirst(address);
  }
}

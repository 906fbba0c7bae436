package org.gridclear.settlement.einvoice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.gridclear.market.exchange.Signature;
import org.gridclear.settlement.payment.TaxService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs and addresses of tax services, and files that name none. */
class ConfiguredServiceTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-05T04:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path market;

  private TaxService named(String text) throws IOException {
    Files.writeString(market.resolve(ConfiguredService.FILE), text);
    return ConfiguredService.of(market, NOON);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFileThatNamesNoServiceIsRefusedWithWhy() throws IOException {
    Files.writeString(market.resolve("secret"), "s");
    for (List<String> each :
        List.of(
            List.of("{", "no JSON"),
            List.of("{}", "one of the two"),
            List.of("{\"command\": [\"a\"], \"address\": \"https://a\"}", "one of the two"),
            List.of("{\"command\": []}", "must be a list"),
            List.of("{\"comand\": [\"a\"]}", "comand is not known"),
            List.of("{\"command\": [\"a\"], \"timeoutSeconds\": 0}", "1..600"),
            List.of("{\"address\": \"https://a\"}", "secretFile"),
            List.of("{\"address\": \"http://a\", \"secretFile\": \"secret\"}", "https"))) {
      String said =
          assertThrows(IllegalArgumentException.class, () -> named(each.get(0))).getMessage();
      assertTrue(said.contains(each.get(1)), said);
    }
  }

  @Test
  void aProgramAnswersInTimeOrNotAtAll() throws IOException {
    byte[] long1 = bytes("x".repeat(200_000));
    assertArrayEquals(
        bytes("200000\n"), named("{\"command\": [\"sh\", \"-c\", \"wc -c\"]}").make(long1));
    TaxService deaf = named("{\"command\": [\"sh\", \"-c\", \"echo no; exit 2\"]}");
    String said = assertThrows(IOException.class, () -> deaf.make(long1)).getMessage();
    assertTrue(said.startsWith("exit code 2: no"), said);
    TaxService slow = named("{\"command\": [\"sh\", \"-c\", \"sleep 9\"], \"timeoutSeconds\": 1}");
    assertTrue(
        assertThrows(IOException.class, () -> slow.make(bytes("a"))).getMessage().contains("1 s"));
  }

  /** What does not listen, or leaves something behind that holds its output, ends in time, too. */
  @Test
  @Timeout(8)
  void aProgramThatDoesNotListenOrLeavesSomethingBehindEndsInTime() {
    TaxService deaf = program("exec sleep 3");
    byte[] long1 = bytes("x".repeat(200_000));
    String said = assertThrows(IOException.class, () -> deaf.make(long1)).getMessage();
    assertTrue(said.contains("did not end"), said);
    // It is read before it ends: of what is read later the runtime takes what there is.
    TaxService leaves = program("sleep 3 & echo 1; sleep 0.2");
    String late = assertThrows(IOException.class, () -> leaves.make(bytes("a"))).getMessage();
    assertTrue(late.contains("held its output"), late);
  }

  private static TaxService program(String shell) {
    return new ServiceProgram(List.of("sh", "-c", shell), Duration.ofMillis(300));
  }

  @Test
  void anAddressIsCalledWithASignature() throws IOException {
    Files.writeString(market.resolve("secret"), "shared\n");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String wanted = Signature.of(bytes("shared"), NOON.instant(), body);
          boolean good =
              wanted.equals(exchange.getRequestHeaders().getFirst("X-Gridclear-Signature"));
          byte[] answer = bytes(good ? "{\"number\": \"E1\"}" : "bad signature");
          exchange.sendResponseHeaders(good && body.length > 1 ? 200 : 409, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      TaxService service =
          named(
              "{\"address\": \"http://localhost:%d/\", \"secretFile\": \"secret\"}"
                  .formatted(server.getAddress().getPort()));
      assertEquals(
          "{\"number\": \"E1\"}",
          new String(service.make(bytes("payload")), StandardCharsets.UTF_8));
      assertTrue(
          assertThrows(IOException.class, () -> service.make(bytes("x")))
              .getMessage()
              .startsWith("HTTP 409"));
    } finally {
      server.stop(0);
    }
  }
}

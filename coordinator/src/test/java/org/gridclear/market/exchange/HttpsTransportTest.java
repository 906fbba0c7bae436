package org.gridclear.market.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.market.store.exchange.OutboxRow.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed calls of a partner's address. */
class HttpsTransportTest {
  @TempDir Path folder;

  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private byte[] secret = new byte[0];
  private HttpServer server;

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange call) throws java.io.IOException {
    byte[] body = call.getRequestBody().readAllBytes();
    Instant time =
        Instant.ofEpochSecond(
            Long.parseLong(call.getRequestHeaders().getFirst("X-Gridclear-Time")));
    boolean right =
        Signature.of(secret, time, body)
            .equals(call.getRequestHeaders().getFirst("X-Gridclear-Signature"));
    calls.add(
        call.getRequestURI().getPath()
            + " "
            + call.getRequestHeaders().getFirst("X-Gridclear-Sequence")
            + (right ? " signed" : " wrong"));
    int status = answers.isEmpty() ? 200 : answers.pop();
    if (status == 302) {
      call.getResponseHeaders().add("Location", "/elsewhere");
    }
    byte[] said = ("answer " + status).getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, said.length);
    call.getResponseBody().write(said);
    call.close();
  }

  private ExchangeWoods open() {
    String channels =
        """
        channels:
        - {id: hook, partner: north, format: table, retry: {tries: 5, first: PT1S, most: PT4S},
           transport: {way: https, target: "http://127.0.0.1:%d/hook"}}
        """
            .formatted(server.getAddress().getPort());
    ExchangeWoods exchange = new ExchangeWoods("embedded", folder, channels);
    secret = HexFormat.of().parseHex(Outbox.secrets(exchange.woods.market).make("hook"));
    exchange.outbox.table(
        exchange.channel("hook"), "a.csv", "k\n1".getBytes(StandardCharsets.UTF_8), "op");
    return exchange;
  }

  @Test
  void aCallIsSignedAndRepeatedUntilItIsTaken() {
    answers.addAll(List.of(503, 500));
    try (ExchangeWoods exchange = open()) {
      assertEquals("HTTP 503: answer 503", exchange.outbox.send().get(0).said());
      exchange.woods.later(Duration.ofSeconds(1));
      exchange.outbox.send();
      exchange.woods.later(Duration.ofSeconds(2));
      OutboxRow sent = exchange.outbox.send().get(0);
      assertEquals(State.SENT, sent.state());
      assertEquals("answer 200", sent.said());
      assertEquals(List.of("/hook 1 signed", "/hook 1 signed", "/hook 1 signed"), calls);
      assertEquals(List.of(), exchange.outbox.send());
    }
  }

  @Test
  void aRedirectionIsNotFollowed() {
    answers.add(302);
    try (ExchangeWoods exchange = open()) {
      OutboxRow tried = exchange.outbox.send().get(0);
      assertEquals(State.PENDING, tried.state());
      assertEquals(List.of("/hook 1 signed"), calls);
    }
  }

  @Test
  void onlyHttpsLeavesThisMachine() {
    assertTrue(HttpsTransport.allowed("https://partner.example/hook"));
    assertTrue(HttpsTransport.allowed("http://localhost:1/hook"));
    for (String wrong :
        List.of(
            "http://partner.example/hook",
            "http://localhost.example/",
            "http://10.0.0.1/",
            "http://127.0.0.1@10.0.0.1/",
            "https://user@partner.example/",
            "file:///etc/passwd",
            "https:///x",
            "ftp://localhost/",
            "no address")) {
      assertFalse(HttpsTransport.allowed(wrong), wrong);
    }
  }
}

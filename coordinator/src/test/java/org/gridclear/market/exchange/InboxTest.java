package org.gridclear.market.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.exchange.InboxRow;
import org.gridclear.market.store.exchange.InboxRow.State;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from other systems is taken once, by its id. */
// Rows: O-01, O-02, O-10, O-11, O-27, O-28, O-15
class InboxTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";
  private static final String CHANNELS =
      """
      channels:
      - {id: oms, partner: OMS, format: tickets, transport: {way: rest}}
      - {id: oms-files, partner: OMS, format: tickets, transport: {way: folder, target: in/oms}}
      - {id: oneway, partner: OMS, format: tickets, transport: {way: oneway, target: in/oneway}}
      - {id: platform, partner: platform, format: registration, transport: {way: rest}}
      - {id: meters, partner: metering, format: series, transport: {way: rest}}
      - {id: north, partner: north, format: other-market-bills, transport: {way: rest}}
      """;

  @TempDir Path folder;

  private ExchangeWoods open(String kind) {
    return new ExchangeWoods(kind, folder, CHANNELS);
  }

  private static Inbox.Received receive(ExchangeWoods exchange, String channel, byte[] bytes) {
    return exchange.inbox.receive(exchange.channel(channel), bytes, "x.json", "op");
  }

  private static int tickets(ExchangeWoods exchange) {
    return new TicketBook(
            new PieceStore(exchange.woods.market),
            new MarketClock(exchange.woods.market.facts().zone()))
        .versions()
        .size();
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void theSameAgainHasTheSameAnswerAndAnotherContentIsRefused(String kind) {
    try (ExchangeWoods exchange = open(kind)) {
      int before = tickets(exchange);
      Inbox.Received first = receive(exchange, "oms", ExchangeWoods.tickets("m1", 1, "T7"));
      Inbox.Received again = receive(exchange, "oms", ExchangeWoods.tickets("m1", 1, "T7"));
      assertEquals(State.TAKEN, first.row().state());
      assertEquals("T7 version 1", first.row().said());
      assertTrue(again.again());
      assertEquals(first.row(), again.row());
      String said =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> receive(exchange, "oms", ExchangeWoods.tickets("m1", 1, "T8")))
              .getMessage();
      assertTrue(said.contains("another content as m1"), said);
      assertEquals(before + 1, tickets(exchange));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatComesManyTimesAtOnceIsTakenOnce(String kind) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try (ExchangeWoods exchange = open(kind)) {
      int before = tickets(exchange);
      List<Callable<Inbox.Received>> tasks = new ArrayList<>();
      for (int k = 0; k < 6; k++) {
        tasks.add(() -> receive(exchange, "oms", ExchangeWoods.tickets("m1", 1, "T7")));
      }
      for (var done : threads.invokeAll(tasks)) {
        assertEquals(State.TAKEN, done.get().row().state());
      }
      assertEquals(before + 1, tickets(exchange));
      assertEquals(1, exchange.outbox.store().inbox().size());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void registrationIsProposedOnceAndApprovedByAPerson() {
    try (ExchangeWoods exchange = open("embedded")) {
      byte[] bytes =
          """
          {"format": "gridclear-envelope", "version": 1, "id": "r1", "content":
           {"format": "gridclear-registry", "version": 1, "records": [
            {"kind": "member", "id": "elm", "from": "2026-10-01", "name": "Elm",
             "type": "retailer"}]}}
          """
              .getBytes(StandardCharsets.UTF_8);
      assertEquals("proposal 2", receive(exchange, "platform", bytes).row().said());
      assertTrue(receive(exchange, "platform", bytes).again());
    }
  }

  @Test
  void seriesAreTakenAndBillsOfAnotherMarketAreKept() {
    try (ExchangeWoods exchange = open("embedded")) {
      String series =
          """
          {"format": "gridclear-envelope", "version": 1, "id": "s1", "content":
           {"format": "gridclear-series", "version": 1, "kind": "unit-energy-on-grid",
            "unit": "MWh", "source": "meters", "knownAt": "2026-09-30T09:00+08:00",
            "step": "PT1H", "from": "2026-09-29T00:00+08:00", "values": {"alder-1": [1.5, 2]}}}
          """;
      assertEquals(
          "unit-energy-on-grid version 1",
          receive(exchange, "meters", series.getBytes(StandardCharsets.UTF_8)).row().said());
      String bills =
          """
          {"format": "gridclear-envelope", "version": 1, "id": "b1", "content":
           {"format": "gridclear-other-market-bills", "version": 1, "market": "north", "rows": [
            {"entityId": "e", "entityName": "E", "tradeId": "t", "period": "2026-09",
             "feeType": "energy", "energyMwh": 10.5, "yuanPerMwh": 300, "yuan": 3150%s}]}}
          """;
      InboxRow kept =
          receive(exchange, "north", bills.formatted("").getBytes(StandardCharsets.UTF_8)).row();
      assertEquals("1 row(s) kept", kept.said());
      assertTrue(exchange.woods.market.content().get(kept.contentHash()).length > 100);
      String later =
          bills.replace("b1", "b3").replace("bills\", \"version\": 1", "bills\", \"version\": 2");
      InboxRow unknown =
          receive(exchange, "north", later.formatted("").getBytes(StandardCharsets.UTF_8)).row();
      assertEquals(State.REFUSED, unknown.state());
      assertTrue(unknown.said().contains("gridclear-other-market-bills 2"), unknown.said());
      byte[] odd =
          bills.replace("b1", "b2").formatted(", \"colour\": 1").getBytes(StandardCharsets.UTF_8);
      InboxRow refused = receive(exchange, "north", odd).row();
      assertEquals(State.REFUSED, refused.state());
      assertTrue(refused.said().contains("colour"), refused.said());
    }
  }

  @Test
  void whatIsNoEnvelopeIsRefusedAndLeavesNothing() {
    try (ExchangeWoods exchange = open("embedded")) {
      byte[] bytes =
          "{\"format\": \"x\", \"version\": 1, \"id\": \"a b\"}".getBytes(StandardCharsets.UTF_8);
      String said =
          assertThrows(InvalidInputException.class, () -> receive(exchange, "oms", bytes))
              .issues()
              .toString();
      assertTrue(said.contains("gridclear-envelope") && said.contains("content"), said);
      assertEquals(List.of(), exchange.outbox.store().inbox());
    }
  }

  /** Of an envelope of another format or version nothing else is said to be wrong. */
  @ParameterizedTest
  @CsvSource({"gridclear-envelop, 1", "gridclear-envelope, 2"})
  void envelopeOfAnotherFormatIsToldByFormatAndVersion(String format, int version) {
    String text =
        "{\"format\": \"%s\", \"version\": %d, \"id\": \"a\", \"content\": {}}"
            .formatted(format, version);
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Envelope.read(text.getBytes(StandardCharsets.UTF_8), "a.json"));
    assertEquals(
        List.of("format " + format + " " + version),
        refused.issues().stream().map(issue -> issue.field() + " " + issue.value()).toList());
  }

  @Test
  void filesOfAFolderAreTakenOnceAndWhatIsNoneIsNamed() throws Exception {
    try (ExchangeWoods exchange = open("embedded")) {
      Path in = Files.createDirectories(exchange.woods.market.path().resolve("in/oms"));
      Files.write(in.resolve("1.json"), ExchangeWoods.tickets("m1", 1, "T7"));
      Files.writeString(in.resolve("2.json"), "{");
      Inbox.Folder taken = exchange.inbox.folder(exchange.channel("oms-files"), "op");
      assertEquals(1, taken.received().size());
      assertEquals(1, taken.gaps().size());
      assertTrue(taken.gaps().get(0).contains("2.json"), taken.gaps().toString());
      assertEquals(0, exchange.inbox.folder(exchange.channel("oms-files"), "op").received().size());
    }
  }

  private static void sealed(ExchangeWoods exchange, int sequence, byte[] body) throws Exception {
    Path in = Files.createDirectories(exchange.woods.market.path().resolve("in/oneway"));
    OutboxRow row =
        new OutboxRow(
            0,
            "oneway",
            sequence,
            "m" + sequence,
            OutboxRow.Subject.NONE,
            "",
            OutboxRow.State.PENDING,
            0,
            Instant.EPOCH,
            "",
            "",
            Instant.EPOCH,
            Optional.empty());
    byte[] secret = Outbox.secrets(exchange.woods.market).of("oneway");
    Clock clock = Clock.fixed(Instant.parse("2026-09-01T00:00:00Z"), ZoneOffset.UTC);
    new OneWayTransport("oneway", in, secret, clock).deliver(row, body);
  }

  @Test
  void oneWayFilesAreTakenInOrderAndNoGapIsPassed() throws Exception {
    try (ExchangeWoods exchange = open("embedded")) {
      Outbox.secrets(exchange.woods.market).make("oneway");
      Channel channel = exchange.channel("oneway");
      sealed(exchange, 1, ExchangeWoods.tickets("m1", 1, "T1x"));
      sealed(exchange, 2, ExchangeWoods.tickets("m2", 2, "T2x"));
      sealed(exchange, 5, ExchangeWoods.tickets("m5", 5, "T5x"));
      Inbox.Folder first = exchange.inbox.folder(channel, "op");
      assertEquals(List.of("m1", "m2"), first.received().stream().map(r -> r.row().id()).toList());
      assertEquals(List.of("oneway: numbers 3 to 4 are missing"), first.gaps());
      Inbox.Folder again = exchange.inbox.folder(channel, "op");
      assertEquals(List.of(), again.received());
      sealed(exchange, 3, ExchangeWoods.tickets("m3", 3, "T3x"));
      sealed(exchange, 4, ExchangeWoods.tickets("m4", 4, "T4x"));
      Path body = exchange.woods.market.path().resolve("in/oneway/000000000004.json");
      byte[] right = Files.readAllBytes(body);
      Files.write(body, ExchangeWoods.tickets("m4", 4, "T9x"));
      Inbox.Folder changed = exchange.inbox.folder(channel, "op");
      assertEquals(List.of("m3"), changed.received().stream().map(r -> r.row().id()).toList());
      assertTrue(changed.gaps().get(0).contains("was changed"), changed.gaps().toString());
      Files.write(body, right);
      Inbox.Folder rest = exchange.inbox.folder(channel, "op");
      assertEquals(List.of("m4", "m5"), rest.received().stream().map(r -> r.row().id()).toList());
      assertEquals(List.of(), rest.gaps());
    }
  }

  @Test
  void aSealOfAnotherSecretIsRefused() throws Exception {
    try (ExchangeWoods exchange = open("embedded")) {
      Outbox.secrets(exchange.woods.market).make("oneway");
      sealed(exchange, 1, ExchangeWoods.tickets("m1", 1, "T1x"));
      Outbox.secrets(exchange.woods.market).make("oneway");
      Inbox.Folder taken = exchange.inbox.folder(exchange.channel("oneway"), "op");
      assertEquals(List.of(), taken.received());
      assertTrue(taken.gaps().get(0).contains("signature"), taken.gaps().toString());
    }
  }

  /** The signature is over whole seconds, so that a fraction beside them was signed by nobody. */
  @ParameterizedTest
  @ValueSource(strings = {".5", "e90", "000000000"})
  void aSealWhoseTimeIsNoWholeSecondIsRefused(String more) throws Exception {
    try (ExchangeWoods exchange = open("embedded")) {
      Outbox.secrets(exchange.woods.market).make("oneway");
      sealed(exchange, 1, ExchangeWoods.tickets("m1", 1, "T1x"));
      Path seal = exchange.woods.market.path().resolve("in/oneway/000000000001.seal");
      String right = Files.readString(seal);
      Files.writeString(seal, right.replaceFirst("(\"time\":\\d+)", "$1" + more));
      Inbox.Folder taken = exchange.inbox.folder(exchange.channel("oneway"), "op");
      assertEquals(List.of(), taken.received());
      assertTrue(taken.gaps().get(0).contains("Give whole seconds"), taken.gaps().toString());
      Files.writeString(seal, right);
      taken = exchange.inbox.folder(exchange.channel("oneway"), "op");
      assertEquals(List.of("m1"), taken.received().stream().map(r -> r.row().id()).toList());
    }
  }

  @Test
  void aCallIsTakenInItsWindowAlone() {
    try (ExchangeWoods exchange = open("embedded")) {
      byte[] secret = HexFormat.of().parseHex(Outbox.secrets(exchange.woods.market).make("oms"));
      byte[] body = ExchangeWoods.tickets("m1", 1, "T7");
      Channel oms = exchange.channel("oms");
      Instant now = exchange.woods.clock().instant();
      for (long wrong : new long[] {-301, 301}) {
        Instant time = now.plusSeconds(wrong);
        String said =
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                        exchange.inbox.call(
                            oms,
                            body,
                            time.getEpochSecond(),
                            Signature.of(secret, time, body),
                            "op"))
                .getMessage();
        assertTrue(said.contains("5 minutes"), said);
      }
      Instant time = now.minusSeconds(299);
      String signature = Signature.of(secret, time, body);
      assertThrows(
          IllegalArgumentException.class,
          () -> exchange.inbox.call(oms, body, time.getEpochSecond() + 1, signature, "op"));
      assertFalse(exchange.inbox.call(oms, body, time.getEpochSecond(), signature, "op").again());
      assertTrue(exchange.inbox.call(oms, body, time.getEpochSecond(), signature, "op").again());
    }
  }
}

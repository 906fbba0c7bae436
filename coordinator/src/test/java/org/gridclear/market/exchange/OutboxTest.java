package org.gridclear.market.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.StateChangedException;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.exchange.OutboxRow;
import org.gridclear.market.store.exchange.OutboxRow.State;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What is handed on: only what is in force, once, in order, until the partner has it. */
// Rows: F-04, F-08, O-03, O-07, O-09, O-12, O-14, O-19, O-29
class OutboxTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";
  private static final String CHANNELS =
      """
      channels:
      - {id: ems, partner: EMS, format: ems-plan, markets: [da, id, rt],
         transport: {way: folder, target: out/ems}, trigger: {when: condition}}
      - {id: timed, partner: EMS, format: ems-ancillary, markets: [da],
         transport: {way: folder, target: out/timed},
         trigger: {when: timed, at: "20:00", daysBefore: 1}}
      - {id: rolling, partner: platform, format: trade-results, markets: [da],
         transport: {way: folder, target: out/rolling}, trigger: {when: rolling, every: PT15M}}
      - {id: finance, partner: finance, format: settlement, markets: [da],
         transport: {way: folder, target: out/finance},
         trigger: {when: condition, published: true}}
      - {id: other, partner: north, format: other-market, markets: [da],
         transport: {way: folder, target: out/other}, trigger: {when: hand}}
      - {id: bills, partner: north, format: table, transport: {way: folder, target: out/bills}}
      """;

  @TempDir Path folder;

  private static List<String> files(Path folder) throws Exception {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void whatIsNotInForceIsNotHandedOn(String kind) throws Exception {
    try (ExchangeWoods exchange = new ExchangeWoods(kind, folder, CHANNELS)) {
      DayVersion version = exchange.woods.version();
      assertEquals(List.of(), exchange.collect());
      assertThrows(
          StateChangedException.class,
          () -> exchange.outbox.version(exchange.channel("other"), version, "op"));
      assertEquals(List.of(), exchange.outbox.store().of("other"));
    }
  }

  /** The clock shows 18:00 of the day before at first. */
  @ParameterizedTest
  @MethodSource(KINDS)
  void eachOfTheFourWaysGoesAtItsTimeAndOnce(String kind) throws Exception {
    try (ExchangeWoods exchange = new ExchangeWoods(kind, folder, CHANNELS)) {
      DayVersion version = exchange.woods.approved();
      assertEquals(
          List.of("ems-plan/da/2026-10-01/0/v1", "trade-results/da/2026-10-01/0/v1"),
          exchange.collect());
      assertEquals(List.of(), exchange.collect());
      exchange.woods.publishing.version(version, List.of(), "op");
      assertEquals(List.of("settlement/da/2026-10-01/0/v1"), exchange.collect());
      exchange.woods.later(Duration.ofHours(2));
      assertEquals(List.of("ems-ancillary/da/2026-10-01/0/v1"), exchange.collect());
      assertTrue(exchange.outbox.version(exchange.channel("other"), version, "op").isPresent());
      assertEquals(
          Optional.empty(), exchange.outbox.version(exchange.channel("other"), version, "op"));
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void aLaterVersionReplacesAndAWithdrawalIsTold(String kind) throws Exception {
    try (ExchangeWoods exchange = new ExchangeWoods(kind, folder, CHANNELS)) {
      exchange.woods.approved();
      exchange.collect();
      DayVersion second = exchange.woods.approved();
      assertEquals(
          List.of("ems-plan/da/2026-10-01/0/v2"),
          exchange.collect(),
          "the rolling channel waits for its quarter of an hour");
      exchange.woods.approval.withdraw(new Wanted(VersionId.of(second), "bob", "wrong"));
      exchange.collect();
      List<OutboxRow> ems = exchange.outbox.store().of("ems");
      assertEquals(
          List.of("NEW", "REPLACES", "WITHDRAWN"),
          ems.stream().map(row -> row.subject().action()).toList());
      assertEquals(List.of(1L, 2L, 3L), ems.stream().map(OutboxRow::sequence).toList());
      assertEquals(
          "ems-plan/da/2026-10-01/0/v1", exchange.json(ems.get(1)).get("replaces").asString());
      assertEquals(
          "ems-plan/da/2026-10-01/0/v2", exchange.json(ems.get(2)).get("replaces").asString());
      assertEquals(List.of(), exchange.collect());
    }
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void ofManyWhoSendAtOnceEachEntryIsDeliveredOnceAndInOrder(String kind) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (ExchangeWoods exchange = new ExchangeWoods(kind, folder, CHANNELS)) {
      for (int k = 0; k < 12; k++) {
        exchange.outbox.table(
            exchange.channel("bills"), "b.csv", ("k\n" + k).getBytes(StandardCharsets.UTF_8), "op");
      }
      List<Callable<List<OutboxRow>>> tasks = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        tasks.add(exchange.outbox::send);
      }
      List<Long> sent = new ArrayList<>();
      for (var done : threads.invokeAll(tasks)) {
        done.get().forEach(row -> sent.add(row.sequence()));
      }
      sent.addAll(exchange.outbox.send().stream().map(OutboxRow::sequence).toList());
      assertEquals(12, sent.size());
      assertEquals(12, sent.stream().distinct().count());
      assertEquals(12, files(exchange.woods.market.path().resolve("out/bills")).size());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Of who approves, hands over and withdraws at once nothing goes out that is not in force. */
  @ParameterizedTest
  @MethodSource(KINDS)
  void whatIsHandedOnWasInForceWhenItWasWritten(String kind) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (ExchangeWoods exchange = new ExchangeWoods(kind, folder, CHANNELS)) {
      for (int round = 0; round < 5; round++) {
        DayVersion version = exchange.woods.version();
        VersionId id = VersionId.of(version);
        exchange.woods.approval.check(new Wanted(id, "sue", "a test"));
        exchange.woods.approval.submit(new Wanted(id, "sue", ""));
        List<Callable<Boolean>> tasks = new ArrayList<>();
        tasks.add(tried(() -> exchange.woods.approval.approve(new Wanted(id, "bob", "a test"))));
        tasks.add(tried(() -> exchange.outbox.version(exchange.channel("other"), version, "op")));
        tasks.add(tried(() -> exchange.woods.approval.withdraw(new Wanted(id, "bob", "a test"))));
        List<Boolean> done = new ArrayList<>();
        for (var each : threads.invokeAll(tasks)) {
          done.add(each.get());
        }
        boolean handed =
            exchange.outbox.store().of("other").stream()
                .anyMatch(row -> row.subject().version() == version.version());
        assertEquals(done.get(1), handed, "handed on, or refused");
        assertTrue(!handed || done.get(0), "what was handed on was approved");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Boolean> tried(Runnable work) {
    return () -> {
      try {
        work.run();
        return true;
      } catch (IllegalArgumentException refused) {
        return false;
      }
    };
  }

  @Test
  void whatFailsIsTriedAgainThenDeadThenReplayedAndHoldsUpWhatFollows() throws Exception {
    String channels =
        """
        channels:
        - {id: bills, partner: north, format: table, transport: {way: folder, target: blocked/x},
           retry: {tries: 3, first: PT10S, most: PT1M}}
        """;
    try (ExchangeWoods exchange = new ExchangeWoods("embedded", folder, channels)) {
      Path blocked = exchange.woods.market.path().resolve("blocked");
      Files.writeString(blocked, "a file where a folder should be");
      Channel bills = exchange.channel("bills");
      exchange.outbox.table(bills, "a.csv", "k\n1".getBytes(StandardCharsets.UTF_8), "op");
      exchange.outbox.table(bills, "b.csv", "k\n2".getBytes(StandardCharsets.UTF_8), "op");
      assertEquals(State.PENDING, exchange.outbox.send().get(0).state());
      assertEquals(List.of(), exchange.outbox.send(), "not due, and the second waits");
      exchange.woods.later(Duration.ofSeconds(10));
      assertEquals(2, exchange.outbox.send().get(0).attempts());
      exchange.woods.later(Duration.ofSeconds(19));
      assertEquals(List.of(), exchange.outbox.send());
      exchange.woods.later(Duration.ofSeconds(1));
      List<OutboxRow> tried = exchange.outbox.send();
      assertEquals(
          List.of(State.DEAD, State.PENDING), tried.stream().map(OutboxRow::state).toList());
      assertTrue(tried.get(0).said().contains("blocked"), tried.get(0).said());
      Files.delete(blocked);
      exchange.woods.later(Duration.ofMinutes(1));
      exchange.outbox.replay(tried.get(0).number());
      assertThrows(
          IllegalArgumentException.class, () -> exchange.outbox.replay(tried.get(0).number()));
      assertEquals(
          List.of(State.SENT, State.SENT),
          exchange.outbox.send().stream().map(OutboxRow::state).toList());
      OutboxRow receipted = exchange.outbox.receipt(bills, tried.get(0).id(), "booked as 17");
      assertEquals(State.RECEIPTED, receipted.state());
      assertEquals("booked as 17", exchange.outbox.receipt(bills, receipted.id(), "again").said());
    }
  }

  @Test
  void aPlanHasTheOutputOfEachUnitInEachPeriod() throws Exception {
    try (ExchangeWoods exchange = new ExchangeWoods("embedded", folder, CHANNELS)) {
      exchange.woods.approved();
      exchange.collect();
      exchange.outbox.send();
      Path out = exchange.woods.market.path().resolve("out/ems");
      assertEquals(List.of("000000000001-ems-plan-da-2026-10-01-0-v1.json"), files(out));
      JsonNode plan = exchange.json(exchange.outbox.store().of("ems").get(0));
      double total = 0;
      for (JsonNode row : plan.get("sections").get("units")) {
        total += row.get("period").asInt() == 1 ? row.get("mw").asDouble() : 0;
      }
      // The load; users bid less than the unit beyond the congested line, and nothing is stored.
      assertEquals(60, total, 1e-6);
    }
  }

  @Test
  void messagesOfAMemberArePushedWithItsRowsAlone() throws Exception {
    String channels =
        """
        channels:
        - {id: birch, partner: birch, format: messages, recipient: "member:birch",
           transport: {way: folder, target: out/birch}, trigger: {when: condition}}
        """;
    try (ExchangeWoods exchange = new ExchangeWoods("embedded", folder, channels)) {
      exchange.woods.publishing.version(
          exchange.woods.approved(), List.of("prices", "unit-results", "storage-results"), "op");
      assertEquals(2, exchange.collect().size());
      assertEquals(0, exchange.collect().size());
      for (OutboxRow row : exchange.outbox.store().of("birch")) {
        String text = new String(exchange.content(row), StandardCharsets.UTF_8);
        assertTrue(!text.contains("alder") && text.contains("2026-10-01"), text);
      }
    }
  }

  @Test
  void everythingThatIsWrongWithChannelsIsSaidAtOnce() throws Exception {
    try (ExchangeWoods exchange = new ExchangeWoods("embedded", folder, CHANNELS)) {
      String said =
          assertThrows(
                  InvalidInputException.class,
                  () ->
                      exchange.set(
                          """
                          channels:
                          - {id: a, partner: x, format: ems-plan,
                             transport: {way: https, target: "http://10.0.0.1/x"}}
                          - {id: a, partner: x, format: tickets,
                             transport: {way: https, target: "https://u:p@h/x"}}
                          - {id: B, partner: x, format: plan, transport: {way: rest},
                             trigger: {when: timed, at: noon}, retry: {tries: 0}, speed: 1}
                          - {id: c, partner: x, format: messages, recipient: oak,
                             transport: {way: rest}}
                          """))
              .issues()
              .toString();
      for (String word :
          List.of(
              "http://10.0.0.1/x",
              "markets",
              "u:p@h",
              "ID_UNIQUE",
              "noon",
              "tries",
              "speed",
              "recipient",
              "oneway, https",
              "plan")) {
        assertTrue(said.contains(word), word + " in " + said);
      }
    }
  }
}

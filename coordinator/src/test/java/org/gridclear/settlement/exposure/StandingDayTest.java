package org.gridclear.settlement.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.payment.Credit;
import org.gridclear.settlement.payment.PaymentActs;
import org.gridclear.settlement.payment.PaymentDesk;
import org.gridclear.settlement.payment.PaymentEvent;
import org.gridclear.settlement.payment.PaymentLedger;
import org.gridclear.settlement.process.ClosedMonths;
import org.gridclear.settlement.process.RegisteredMembers;
import org.gridclear.settlement.process.SettlementProcess;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.rule.ChargeRule;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day interval by interval comes to what its close has of intervals, and credit shows it. */
// Rows: T-04, T-06
class StandingDayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 2);
  private static final String MEMBER = "MUS00007";
  private static final Clock EVENING =
      Clock.fixed(Instant.parse("2026-10-02T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private static Path folder;
  private static ClosedMonths months;
  private static StandingDay day;
  private static List<List<String>> meters;

  @BeforeAll
  static void read() throws IOException {
    months = ClosedMonths.make(folder.resolve("close"));
    day = StandingDay.of(SettlementReader.open(months.live()), DAY);
    meters =
        Files.readAllLines(months.live().resolve("days/2026-10-02/meters.csv")).stream()
            .skip(1)
            .map(row -> List.of(row.split(",", -1)))
            .toList();
  }

  /** The file of an interval, as meters of the day have it. */
  private static byte[] file(int interval) {
    StringBuilder text = new StringBuilder("meter,series,mwh\n");
    meters.forEach(
        row -> text.append("%s,%s,%s\n".formatted(row.get(0), row.get(1), row.get(1 + interval))));
    return bytes(text.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theIntervalsOfADayAddUpToThoseOfItsClose() {
    Map<String, Long> sums = new TreeMap<>();
    for (int interval = 1; interval <= 96; interval++) {
      StandingDay.Amounts amounts = day.interval(interval, "i", file(interval));
      assertEquals(meters.size(), amounts.rows());
      amounts.byMember().forEach((member, amount) -> sums.merge(member, amount, Long::sum));
    }
    Map<String, Long> closed = new TreeMap<>();
    try (CloseFolder close = CloseFolder.open(months.close())) {
      Set<String> others = new HashSet<>();
      List<String> plain = plain(close.month().book());
      for (SettlementMonth.EntityName entity : close.month().entities()) {
        String member = entity.on(2).member();
        EntityDetail.of(close, entity.id()).lines().stream()
            .filter(line -> line.day() == 2 && line.interval() > 0)
            .forEach(
                line -> {
                  closed.merge(member, line.amount(), Long::sum);
                  if (!plain.contains(close.month().book().items().get(line.item()).code())) {
                    others.add(member);
                  }
                });
      }
      closed.keySet().removeAll(others);
    }
    assertTrue(closed.size() > 10 && closed.containsKey(MEMBER), closed.toString());
    // What is rounded once over the day is rounded here by the interval: 0.001 yuan of each.
    closed.forEach(
        (member, amount) ->
            assertTrue(Math.abs(amount - sums.getOrDefault(member, 0L)) <= 96, member));
  }

  @Test
  void aDayIsMadeOnceUntilItsFilesChange() throws IOException {
    LastStandingDay last = new LastStandingDay();
    StandingDay first = last.of(months.live(), DAY);
    assertSame(first, last.of(months.live(), DAY));
    Path file = months.live().resolve("days/2026-10-02/meters.csv");
    FileTime was = Files.getLastModifiedTime(file);
    try {
      Files.setLastModifiedTime(file, FileTime.from(was.toInstant().plusSeconds(1)));
      StandingDay again = last.of(months.live(), DAY);
      assertNotSame(first, again);
      assertEquals(first.interval(1, "i", file(1)), again.interval(1, "i", file(1)));
    } finally {
      Files.setLastModifiedTime(file, was);
    }
  }

  /** Items of intervals alone: neither of events, nor by the performance of a whole day. */
  private static List<String> plain(RuleBook book) {
    return book.charges().stream()
        .filter(rule -> rule.over() != ChargeRule.Over.EVENT && !rule.amount().contains("sum("))
        .map(ChargeRule::item)
        .toList();
  }

  @Test
  void readingsThatCannotBeAreRefusedAllAtOnce() {
    for (String wrong : List.of("", "meter,series\n")) {
      assertThrows(InvalidInputException.class, () -> day.interval(1, "i", bytes(wrong)));
    }
    String text =
        new String(file(1), StandardCharsets.UTF_8).replaceFirst("EUS00007,forwardMwh,.*\n", "")
            + "nobody,forwardMwh,1\nEUS00022,forwardMwh,x\nEUS00022,forwardMwh,-1\n"
            + "EUS00022,sidewaysMwh,1\nEUS00022,forwardMwh,0.5\n";
    String said =
        assertThrows(InvalidInputException.class, () -> day.interval(1, "i", bytes(text)))
            .issues()
            .toString();
    for (String each : List.of("EUS00007", "nobody", "x", "-1", "sidewaysMwh", "also in")) {
      assertTrue(said.contains(each), each + ": " + said);
    }
    assertThrows(IllegalArgumentException.class, () -> day.interval(97, "i", file(1)));
    assertThrows(IllegalArgumentException.class, () -> day.interval(0, "i", file(1)));
  }

  /** By hand: what a user owes of an interval beyond its guarantee is what is not covered. */
  @Test
  void aShortageShowsWithTheIntervalThatMakesIt() {
    Path place = folder.resolve("market");
    MarketFolder.Facts facts =
        new MarketFolder.Facts("m", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED);
    long one = -day.interval(40, "i", file(40)).byMember().get(MEMBER);
    assertTrue(one > 0, "a user pays");
    try (MarketFolder market = MarketFolder.create(place, facts)) {
      PaymentLedger ledger = PaymentLedger.of(market, SettlementProcess.of(market, EVENING));
      RegisteredMembers.register(market, EVENING, MEMBER);
      PaymentActs acts = new PaymentActs(ledger);
      acts.decide(acts.propose(new PaymentEvent.Act.Rated(MEMBER, "B", 0), "sue"), true, "", "bob");
      new PaymentDesk(ledger)
          .guarantee(
              new PaymentEvent.GuaranteeGiven(
                  MEMBER, PaymentEvent.Guarantee.CASH, one, DAY, null, ""),
              "sue");
      StandingLedger standing = new StandingLedger(ledger);
      StandingLedger.Outcome first = standing.read(day, DAY, 40, file(40), "sue");
      assertEquals(List.of(), first.uncovered(), "it is just covered");
      standing.read(day, DAY, 40, file(40), "sue");
      assertEquals(one, new Credit(ledger).positions().get(0).standingMilliYuan(), "once");
      standing.read(day, DAY, 40, file(41), "sue");
      standing.read(day, DAY, 40, file(40), "sue");
      StandingLedger.Outcome second = standing.read(day, DAY, 41, file(41), "sue");
      long next = -day.interval(41, "i", file(41)).byMember().get(MEMBER);
      assertEquals(next, second.uncovered().get(0).uncoveredMilliYuan());
      zero(ledger, 2);
    }
    try (MarketFolder market = MarketFolder.open(place)) {
      zero(PaymentLedger.of(market, SettlementProcess.of(market, EVENING)), 2);
    }
  }

  private static void zero(PaymentLedger ledger, int intervals) {
    Credit.StandingDay standing = new Credit(ledger).standingDays().get(0);
    assertEquals(intervals, standing.intervals());
    assertEquals(0, standing.membersMilliYuan() + standing.marketMilliYuan());
  }
}

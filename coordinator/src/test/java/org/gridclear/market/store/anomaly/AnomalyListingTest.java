package org.gridclear.market.store.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.anomaly.AnomalyListing.Order;
import org.gridclear.market.store.anomaly.AnomalyQuestion.Match;
import org.gridclear.market.store.anomaly.AnomalyQuestion.Seen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the database lists, counts, sorts and groups of random anomalies, against the same done by
 * hand over all of them, on each kind of database.
 */
@Tag("slow")
class AnomalyListingTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final List<String> STATES = List.of("open", "acknowledged", "handled", "closed");
  private static final List<String> SEVERITIES = List.of("info", "warning", "severe");
  private static final List<String> MARKETS = List.of("da", "id", "rt");
  private static final List<String> ZONES = List.of("", "north", "south");
  private static final List<String> OWNERS = List.of("", "alder", "birch");
  private static final List<String> KINDS =
      List.of("bus", "unit", "storage", "branch", "flowgate", "reserve", "market");

  @TempDir private Path folder;

  private final Random random = new Random(7);

  private <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private VersionRow version() {
    String market = of(MARKETS);
    int cycle = market.equals("da") ? 0 : 1 + random.nextInt(2);
    return new VersionRow(market, FIRST.plusDays(random.nextInt(4)), cycle, 1 + random.nextInt(2));
  }

  private AnomalyRow row(VersionRow of, int k) {
    return new AnomalyRow(
        0,
        of,
        new AnomalyRow.RuleRow("r" + random.nextInt(3), "type", of(SEVERITIES)),
        new AnomalyRow.PlaceRow(
            of(KINDS), "e" + k, random.nextBoolean() ? "" : "Out" + k % 5, of(ZONES), of(OWNERS)),
        // Few values, so that many are as far from their threshold as another.
        new AnomalyRow.FoundRow(
            random.nextInt(5), 4, random.nextInt(7) - 3, random.nextInt(3) - 1, "MW"),
        Instant.parse("2026-10-01T00:00:00Z")
            .plusMillis(random.nextInt(1_000))
            .atOffset(ZoneOffset.UTC),
        of(STATES),
        0);
  }

  private List<AnomalyRow> filled(AnomalyStore store) {
    for (int v = 0; v < 12; v++) {
      VersionRow of = version();
      List<AnomalyRow> found = new ArrayList<>();
      for (int k = 0; k < 8; k++) {
        found.add(row(of, 10 * v + k));
      }
      int added = store.add(evaluation(of, "x"), found);
      assertEquals(8, added);
      assertEquals(0, store.add(evaluation(of, "again"), found), "what is there is not new");
    }
    List<AnomalyRow> all =
        store.list(
            new AnomalyStore.Wanted("", LocalDate.MIN.withYear(1), FIRST.plusYears(9), List.of()));
    assertEquals(96, all.size());
    assertEquals(96, all.stream().map(AnomalyRow::number).distinct().count());
    return all;
  }

  private static EvaluationRow evaluation(VersionRow of, String by) {
    OffsetDateTime at = Instant.parse("2026-10-01T00:00:00Z").atOffset(ZoneOffset.UTC);
    return new EvaluationRow(of, 0, "", 99, "", by, at);
  }

  private <T> Optional<List<T>> some(List<T> all) {
    return random.nextInt(3) > 0
        ? Optional.empty()
        : Optional.of(all.stream().filter(each -> random.nextBoolean()).toList());
  }

  private AnomalyQuestion question() {
    LocalDate from = FIRST.plusDays(random.nextInt(3));
    return new AnomalyQuestion(
        new AnomalyStore.Wanted(
            random.nextBoolean() ? "" : of(MARKETS),
            from,
            from.plusDays(random.nextInt(3)),
            random.nextBoolean() ? List.of() : STATES.subList(0, 1 + random.nextInt(3))),
        new Seen(
            some(MARKETS), some(ZONES), some(OWNERS), random.nextInt(4) > 0, random.nextInt(4) > 0),
        random.nextBoolean()
            ? Match.ALL
            : new Match(
                random.nextBoolean() ? "" : "r1",
                random.nextBoolean() ? "" : "ER",
                random.nextBoolean() ? "" : "E1",
                random.nextBoolean() ? "" : "oUT",
                random.nextBoolean() ? "" : "D"));
  }

  private static boolean wanted(AnomalyStore.Wanted wanted, AnomalyRow row) {
    return !row.of().date().isBefore(wanted.from())
        && !row.of().date().isAfter(wanted.to())
        && (wanted.market().isEmpty() || wanted.market().equals(row.of().market()))
        && (wanted.states().isEmpty() || wanted.states().contains(row.state()));
  }

  private static boolean seen(Seen seen, AnomalyRow row) {
    boolean zone = seen.zones().map(some -> some.contains(row.place().zone())).orElse(true);
    boolean member = seen.members().map(some -> some.contains(row.place().owner())).orElse(true);
    boolean whole = seen.markets().isEmpty() && seen.zones().isEmpty() && seen.members().isEmpty();
    boolean placed =
        switch (row.place().kind()) {
          case "bus" -> seen.ofMarket() && zone;
          case "unit", "storage" -> seen.own() && zone && member;
          case "branch", "flowgate" -> seen.ofMarket() && whole;
          default -> seen.ofMarket() && seen.zones().isEmpty();
        };
    return placed && seen.markets().map(some -> some.contains(row.of().market())).orElse(true);
  }

  private static boolean matches(Match match, AnomalyRow row) {
    return (match.rule().isEmpty() || match.rule().equals(row.rule().id()))
        && has(row.rule().severity(), match.severity())
        && has(row.place().element(), match.element())
        && has(row.place().outage(), match.outage())
        && has(row.place().owner(), match.owner());
  }

  private static boolean has(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static final Comparator<AnomalyRow> AS_FOUND =
      Comparator.comparing((AnomalyRow row) -> row.of().date())
          .thenComparing(row -> row.of().market())
          .thenComparing(row -> row.of().cycle())
          .thenComparing(row -> row.of().version())
          .thenComparing(AnomalyRow::number);

  private static <T extends Comparable<T>> Comparator<AnomalyRow> by(
      Function<AnomalyRow, T> key, boolean down) {
    Comparator<AnomalyRow> first = Comparator.comparing(key);
    return (down ? first.reversed() : first).thenComparing(AS_FOUND);
  }

  private static Map<Order, Comparator<AnomalyRow>> orders() {
    return Map.of(
        Order.AS_FOUND,
        AS_FOUND,
        new Order("severity", SEVERITIES, true),
        by(row -> SEVERITIES.indexOf(row.rule().severity()), true),
        new Order("state", STATES, false),
        by(row -> STATES.indexOf(row.state()), false),
        new Order("measured", List.of(), true),
        by(row -> row.found().value(), true),
        new Order("period", List.of(), false),
        by(row -> row.found().period(), false),
        new Order("raised_at", List.of(), true),
        by(row -> row.raisedAt().toInstant(), true));
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void partsCountsAndGroupsAreThoseOfAllRowsByHand(String kind) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      List<AnomalyRow> all = filled(new AnomalyStore(database));
      AnomalyListing listing = new AnomalyListing(database);
      List<Map.Entry<Order, Comparator<AnomalyRow>>> orders = List.copyOf(orders().entrySet());
      int shown = 0;
      for (int q = 0; q < 18; q++) {
        AnomalyQuestion asked = question();
        List<AnomalyRow> inScope =
            all.stream()
                .filter(row -> wanted(asked.wanted(), row) && seen(asked.seen(), row))
                .toList();
        List<AnomalyRow> expected =
            inScope.stream().filter(row -> matches(asked.match(), row)).toList();
        assertEquals(expected.size(), listing.count(asked), asked::toString);
        var order = orders.get(q % orders.size());
        List<AnomalyRow> parts = new ArrayList<>();
        for (int offset = 0; offset <= expected.size(); offset += 17) {
          parts.addAll(listing.part(asked, order.getKey(), offset, 17));
        }
        assertEquals(
            expected.stream().sorted(order.getValue()).toList(),
            parts,
            () -> asked + " " + order.getKey());
        severe(listing, asked, inScope);
        groups(listing, asked, inScope);
        shown += expected.size();
      }
      assertTrue(shown > 60, "questions that find something: " + shown);
    }
  }

  private static void severe(AnomalyListing listing, AnomalyQuestion asked, List<AnomalyRow> rows) {
    List<String> among = List.of("open", "handled");
    long byHand =
        rows.stream()
            .filter(row -> row.rule().severity().equals("severe") && among.contains(row.state()))
            .count();
    assertEquals(
        byHand, listing.count(asked.wanted(), asked.seen(), "severe", among), asked::toString);
  }

  private static void groups(AnomalyListing listing, AnomalyQuestion asked, List<AnomalyRow> rows) {
    List<String> unsettled = List.of("open", "acknowledged");
    Map<String, List<AnomalyRow>> byHand =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        String.join(" ", row.of().market(), row.rule().id(), row.rule().severity()),
                    TreeMap::new,
                    Collectors.toList()));
    List<AnomalyListing.Group> expected = new ArrayList<>();
    for (List<AnomalyRow> group : byHand.values()) {
      expected.add(
          new AnomalyListing.Group(
              group.stream().min(by(AnomalyListingTest::distance, true)).orElseThrow(),
              group.size(),
              group.stream().filter(row -> unsettled.contains(row.state())).count(),
              group.stream().map(AnomalyRow::of).distinct().count(),
              group.stream().map(AnomalyRow::raisedAt).min(OffsetDateTime::compareTo).orElseThrow(),
              group.stream()
                  .map(AnomalyRow::raisedAt)
                  .max(OffsetDateTime::compareTo)
                  .orElseThrow()));
    }
    assertEquals(
        expected, listing.groups(asked.wanted(), asked.seen(), unsettled), asked::toString);
  }

  private static double distance(AnomalyRow row) {
    return Math.abs(row.found().value() - row.found().threshold());
  }

  @Test
  void anotherColumnIsNoOrderWhateverItSays() {
    for (String column : List.of("", "number; DROP TABLE anomaly", "owner", "NUMBER", "step")) {
      assertThrows(
          IllegalArgumentException.class, () -> new Order(column, List.of(), false), column);
    }
  }
}

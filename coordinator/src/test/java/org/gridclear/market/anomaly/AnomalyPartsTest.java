package org.gridclear.market.anomaly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.account.Scope.Part;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.anomaly.AnomalyRow;
import org.gridclear.market.store.anomaly.AnomalyStore;
import org.gridclear.market.store.anomaly.EvaluationRow;
import org.gridclear.market.store.anomaly.VersionRow;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Anomalies counted, sorted, in parts and by rule by the database, as somebody may see them. */
class AnomalyPartsTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-10-01T08:00:00Z");
  private static final List<String> KINDS =
      List.of("bus", "unit", "storage", "system", "requirement", "branch", "flowgate", "run");
  private static final AnomalySelect ALL = select("", "", "", "");
  private static final AnomalyViewer EVERYBODY =
      new AnomalyViewer(Scope.ALL, Set.of(Right.READ_MARKET, Right.READ_OWN));

  @TempDir private static Path folder;

  private static final Map<String, MarketDatabase> DATABASES = new TreeMap<>();

  @BeforeAll
  static void fill() {
    MarketDatabases.kinds()
        .forEach(
            kind -> {
              MarketDatabase database = MarketDatabases.open(kind, folder.resolve(kind));
              DATABASES.put(kind, database);
              filled(database);
            });
  }

  @AfterAll
  static void close() {
    DATABASES.values().forEach(MarketDatabase::close);
  }

  private static AnomalyDesk desk(String kind) {
    return new AnomalyDesk(DATABASES.get(kind), Clock.systemUTC());
  }

  private static AnomalySelect select(String rule, String severity, String element, String sort) {
    return new AnomalySelect(rule, severity, element, "", "", sort);
  }

  private static AnomalyDesk.Query query(String market, AnomalyState... states) {
    return new AnomalyDesk.Query(market, DATE, DATE.plusDays(1), List.of(states));
  }

  /** Of each kind one in each of some zones and of some owners, in three versions. */
  private static void filled(MarketDatabase database) {
    AnomalyStore store = new AnomalyStore(database);
    for (VersionRow of :
        List.of(
            new VersionRow("da", DATE, 0, 1),
            new VersionRow("da", DATE.plusDays(1), 0, 2),
            new VersionRow("rt", DATE, 3, 1))) {
      List<AnomalyRow> found = new ArrayList<>();
      for (String kind : KINDS) {
        for (String zone : List.of("", "n", "s")) {
          for (String owner : List.of("", "Alder", "birch")) {
            found.add(row(of, kind, zone, owner, found.size()));
          }
        }
      }
      store.add(new EvaluationRow(of, 0, "", 0, "", "ann", AT), found);
    }
    AnomalyDesk desk = new AnomalyDesk(database, Clock.systemUTC());
    desk.make(new AnomalyDesk.Step(1, AnomalyState.ACKNOWLEDGED, Optional.empty(), "", "ann"));
    desk.make(new AnomalyDesk.Step(4, AnomalyState.ACKNOWLEDGED, Optional.empty(), "", "ann"));
    desk.make(
        new AnomalyDesk.Step(4, AnomalyState.HANDLED, Optional.of(Measure.OTHER), "done", "ann"));
  }

  private static AnomalyRow row(VersionRow of, String kind, String zone, String owner, int k) {
    String severity = List.of("severe", "warning", "notice").get(k % 3);
    return new AnomalyRow(
        0,
        of,
        new AnomalyRow.RuleRow(k % 2 == 0 ? "ODD" : "EVEN", "output-limit", severity),
        new AnomalyRow.PlaceRow(kind, "%s-%s-%s".formatted(kind, zone, owner), "", zone, owner),
        new AnomalyRow.FoundRow(k % 5, 1, (k * 37 % 50) - 20.5, 3, "MW"),
        AT.plusMinutes(k).plusDays(of.version()),
        "open",
        0);
  }

  private static List<Scope> scopes() {
    List<Part> parts = List.of(Part.ALL, Part.NONE, Part.of(List.of("Alder", "n", "da")));
    List<Scope> scopes = new ArrayList<>();
    for (Part members : parts) {
      for (Part zones : parts) {
        parts.forEach(markets -> scopes.add(new Scope(members, zones, markets)));
      }
    }
    return scopes;
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void whatIsCountedAndPagedIsWhatTheViewerSeesOneByOne(String kind) {
    AnomalyDesk desk = desk(kind);
    List<KeptAnomaly> all = desk.list(query(""));
    assertEquals(216, all.size());
    for (Scope scope : scopes()) {
      for (Set<Right> rights :
          List.of(Set.of(Right.READ_OWN), Set.of(Right.READ_MARKET), Set.<Right>of())) {
        AnomalyViewer viewer = new AnomalyViewer(scope, rights);
        List<KeptAnomaly> seen = all.stream().filter(viewer::sees).toList();
        AnomalyDesk.Part part = desk.part(query(""), viewer, ALL, new RowRange(1, 7));
        assertEquals(seen.stream().skip(1).limit(7).toList(), part.rows(), viewer.toString());
        assertEquals(seen.size(), part.count(), viewer.toString());
        assertEquals(seen.stream().filter(KeptAnomaly::isOpenSevere).count(), part.openSevere());
        long grouped =
            desk.groups(query(""), viewer).rows().stream().mapToLong(row -> (long) row[4]).sum();
        assertEquals(seen.size(), grouped, viewer.toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void whatIsSelectedIsSortedOverAllAndPagedAfterwards(String kind) {
    AnomalyDesk desk = desk(kind);
    List<KeptAnomaly> all = desk.list(query(""));
    List<KeptAnomaly> gravest =
        all.stream()
            .sorted(
                Comparator.comparing((KeptAnomaly each) -> each.anomaly().severity()).reversed())
            .toList();
    assertEquals(gravest, rows(desk, select("", "", "", "-severity")));
    List<KeptAnomaly> least =
        all.stream()
            .filter(each -> each.anomaly().rule().equals("ODD"))
            .filter(each -> each.anomaly().place().owner().equals("Alder"))
            .sorted(Comparator.comparingDouble(each -> each.anomaly().value()))
            .toList();
    assertEquals(least, rows(desk, select("ODD", "", "-aLD", "value")));
    assertEquals(
        List.of("acknowledged", "handled"),
        desk
            .part(query("da"), EVERYBODY, select("", "", "", "-state"), new RowRange(0, 2))
            .rows()
            .stream()
            .map(each -> each.state().label())
            .sorted()
            .toList());
    assertEquals(0, desk.part(query(""), EVERYBODY, select("", "", "%", ""), RowRange.ALL).count());
  }

  private static List<KeptAnomaly> rows(AnomalyDesk desk, AnomalySelect select) {
    return desk.part(query(""), EVERYBODY, select, RowRange.ALL).rows();
  }

  @ParameterizedTest
  @MethodSource("org.gridclear.market.store.MarketDatabases#kinds")
  void aGroupCountsItsVersionsAndNamesItsWorst(String kind) {
    AnomalyDesk desk = desk(kind);
    Table groups = desk.groups(query(""), EVERYBODY);
    assertEquals(12, groups.rows().size(), "two markets, two rules, three severities");
    Object[] first = groups.rows().get(0);
    List<KeptAnomaly> of =
        desk.list(query((String) first[0])).stream()
            .filter(each -> each.anomaly().rule().equals(first[1]))
            .filter(each -> each.anomaly().severity().label().equals("severe"))
            .toList();
    assertEquals("da", first[0]);
    assertEquals("severe", first[3]);
    assertEquals((long) of.size(), first[4]);
    assertEquals(of.stream().filter(each -> each.state().isUnsettled()).count(), first[5]);
    assertEquals(2L, first[6]);
    double furthest =
        of.stream().mapToDouble(each -> Math.abs(each.anomaly().value() - 3)).max().orElseThrow();
    KeptAnomaly worst =
        of.stream()
            .filter(each -> Math.abs(each.anomaly().value() - 3) == furthest)
            .findFirst()
            .orElseThrow();
    assertEquals(worst.number(), first[8]);
    assertEquals(worst.anomaly().place().element(), first[7]);
    assertEquals(
        of.stream()
            .map(KeptAnomaly::raisedAt)
            .max(Comparator.naturalOrder())
            .orElseThrow()
            .toString(),
        first[13]);
    long handled = groups.rows().stream().mapToLong(row -> (long) row[4] - (long) row[5]).sum();
    assertEquals(1, handled);
    assertEquals(1, desk.groups(query("", AnomalyState.HANDLED), EVERYBODY).rows().size());
  }

  @Test
  void aSeverityThatIsNoneIsRefusedAndAPartOfOneIsNot() {
    assertThrows(UnknownNameException.class, () -> select("", "grave", "", ""));
    assertEquals("SEV", select("", "SEV", "", "").severity());
    assertThrows(UnknownNameException.class, () -> select("", "", "", "-colour"));
  }
}

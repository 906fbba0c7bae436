package org.gridclear.settlement.close.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementReader.DayInput;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.synthetic.SyntheticMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A day is settled from its files; then one value of one file is another. Whatever it is, the audit
 * says that the books are not those of the files, and of whom.
 */
// Rows: P-10, U-03, Q-25
class DeliveryAuditTest {
  private static final String DAY = "days/2026-10-01/";

  @TempDir private static Path folder;
  private static SettlementSource source;
  private static DayInput day;

  @BeforeAll
  static void settle() throws IOException {
    SyntheticMonth.write(
        new SyntheticMonth.Options(YearMonth.of(2026, 10), 24, 2, 1, 1, 0), folder);
    contracts();
    registers();
    baseline();
    source = SettlementReader.open(folder);
    List<DayInput> days = new ArrayList<>();
    assertEquals(1, SettlementReader.days(source, 1, 1, days::add).size(), "one is withheld");
    day = days.get(0);
  }

  private static String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every second contract is delivered; one is settled at real-time prices, one is withheld. */
  private static void contracts() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : text("contracts.csv").lines().toList()) {
      String[] cells = line.split(",", -1);
      boolean header = rows.isEmpty();
      cells[4] =
          header
              ? "market,kind,withheld"
              : "%s,%s,%s"
                  .formatted(
                      rows.size() == 3 ? "rt" : "da",
                      rows.size() % 2 == 0 ? "physical" : "financial",
                      rows.size() == 5 ? "no curve" : "");
      rows.add(String.join(",", cells));
    }
    Files.write(folder.resolve("contracts.csv"), rows);
  }

  /** The meter of a user by readings of a register, with another device from interval 9 on. */
  private static void registers() throws IOException {
    String header =
        IntStream.rangeClosed(0, 96).mapToObj(String::valueOf).collect(Collectors.joining(","));
    String values =
        IntStream.rangeClosed(0, 96)
            .mapToObj(t -> t < 9 ? 990 + t : 100 + (t - 8) * 0.5)
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    Files.writeString(
        folder.resolve(DAY + "registers.csv"),
        "meter,series," + header + "\nEUS00007,forwardMwh," + values + "\n");
    Files.writeString(
        folder.resolve(DAY + "exchanges.csv"),
        "meter,series,interval,lastReading,firstReading,multiplier,fullScale\n"
            + "EUS00007,forwardMwh,9,998.25,100.25,0.2,1000\n");
    Files.writeString(
        folder.resolve(DAY + "meters.csv"),
        text(DAY + "meters.csv")
            .lines()
            .filter(line -> !line.startsWith("EUS00007,"))
            .collect(Collectors.joining("\n", "", "\n")));
    Files.writeString(
        folder.resolve("meters.csv"),
        text("meters.csv")
            .replace("EUS00007,1,0", "EUS00007,0.1,1000")
            .replace("EHY00008,1,", "EHY00008,1.0001,"));
  }

  /** A load whose response is measured, which is paid through a retailer. */
  private static void baseline() throws IOException {
    Files.writeString(
        folder.resolve("entities.csv"),
        text("entities.csv").replaceFirst("(US00010,(?:[^,]*,){9}),", "$1RE00005,"));
    Files.writeString(
        folder.resolve(DAY + "services.csv"),
        text(DAY + "services.csv")
            + row("US00010,responseCalledMwh", "0.1")
            + row("US00010,baselineMwh", "50"));
  }

  private static String row(String start, String value) {
    return start + "," + String.join(",", Collections.nCopies(96, value)) + "\n";
  }

  private static DeliveryAudit audit(String edited, String content) {
    DeliveryAudit audit =
        new DeliveryAudit(
            source.month(),
            path -> {
              if (path.equals(edited)) {
                return content == null ? null : content.getBytes(StandardCharsets.UTF_8);
              }
              Path file = folder.resolve(path);
              return Files.exists(file) ? text(path).getBytes(StandardCharsets.UTF_8) : null;
            });
    audit.day(day.prices(), day.blocks());
    return audit;
  }

  private static void told(String file, String content, String words) {
    List<String> differences = audit(file, content).differences();
    assertTrue(differences.stream().anyMatch(line -> line.contains(words)), differences::toString);
  }

  @Test
  void theBooksOfTheFilesThemselvesAgree() {
    DeliveryAudit audit = audit("", null);
    assertEquals(List.of(), audit.differences());
    assertEquals(List.of(), audit.standIns());
  }

  /** Of each record a cell: what it was is in the books. */
  @ParameterizedTest
  @CsvSource({
    "entities.csv, US00007, member, MGR00001, 'entity US00007: entities.csv has no record'",
    "entities.csv, US00007, name, Other, 'entity US00007: entities.csv has no record'",
    "entities.csv, US00007, class, retailer, 'US00007: its class is retailer'",
    "entities.csv, US00007, point, P000, 'US00007: its price point is P000'",
    "entities.csv, US00007, tariff, '', 'US00007: its tariff  is another'",
    "entities.csv, TH00000, capacityMw, 345.2969, 'TH00000: its capacityMw differs'",
    "entities.csv, TH00000, minimumMw, 138.1186, 'TH00000: its minimumMw differs'",
    "entities.csv, TH00000, obligationMw, 0.0001, 'TH00000: its obligationMw differs'",
    "entities.csv, TH00000, heldMw, 276.2375, 'TH00000: its heldMw differs'",
    "entities.csv, TH00000, to, 2026-09-30, 'entity TH00000 is settled twice, or is not"
        + " registered'",
    "entities.csv, US00010, aggregator, '', 'RE00005, interval 1: responseMwh differs'",
    "members.csv, MUS00007, name, Other, 'entity US00007: members.csv names its member otherwise'",
    "meters.csv, EHY00008, multiplier, 1.0002, 'HY00008, interval'",
    "meters.csv, EUS00007, multiplier, 0.11, 'US00007, interval 1: settled'",
    "meters.csv, EUS00018, multiplier, 1.0001, 'its day and that of its meters are 53 apart'",
    "relations.csv, EWI00003, sign, -1, 'WI00003, interval 1: settled'",
    "relations.csv, EWI00003, share, 0.9, 'energy of meter EWI00003 is not all somebody'",
    "relations.csv, EWI00003, entity, TH00000, 'WI00003, interval 1: settled'",
    "relations.csv, EWI00003, to, 2026-09-30, 'energy of meter EWI00003 is not all somebody'",
    "offers.csv, TH00000, noLoadYuanPerH, 6905.937, 'TH00000: its offer differs'",
    "offers.csv, TH00000, startUpYuan, 0, 'TH00000: its offer differs'",
    "offers.csv, TH00000, segments, 172.6484:289.846;276.2374:339.845;345.2968:399.845, 'TH00000:"
        + " its offer'",
    "offers.csv, TH00000, segments, 172.6484:289.845;276.2374:339.845, 'TH00000: its offer'",
    "offers.csv, TH00000, entity, TH99999, 'TH00000: its offer'",
    "rights.csv, R1, mw, 20.0001, 'TH00000: its transmission rights'",
    "rights.csv, R1, sink, P001, 'TH00000: its transmission rights'",
    "rights.csv, R1, source, P002, 'TH00000: its transmission rights'",
    "rights.csv, R1, entity, US00007, 'US00007: its transmission rights'",
    "rights.csv, R1, to, 2026-09-30, 'TH00000: its transmission rights'",
    "tariffs.csv, 10kV, yuanPerMwh, 189.501, 'its tariff 10kV is another in tariffs.csv'",
    "contracts.csv, C000002, seller, TH00011, 'side TH00011 C000002'",
    "contracts.csv, C000002, buyer, US00010, 'side US00007 C000002'",
    "contracts.csv, C000002, point, P002, 'side US00007 C000002'",
    "contracts.csv, C000002, market, rt, 'side US00007 C000002'",
    "contracts.csv, C000002, kind, financial, 'US00007, interval 1: physicalMwh differs'",
    "contracts.csv, C000002, withheld, why, 'side TH00000 C000002'",
    "contracts.csv, C000003, market, da, 'side TH00011 C000003'",
    "contracts.csv, C000005, withheld, '', 'C000005 of a contract differs'",
    "contracts.csv, C000002, from, 2026-10-02, 'side US00007 C000002'"
  })
  void aRecordThatIsAnotherIsTold(
      String file, String id, String column, String value, String words) {
    told(file, edited(file, id, column, value), words);
  }

  private static String edited(String file, String id, String column, String value) {
    List<String> lines = new ArrayList<>(text(file).lines().toList());
    int at = Arrays.asList(lines.get(0).split(",", -1)).indexOf(column);
    for (int l = 1; l < lines.size(); l++) {
      List<String> cells = Arrays.asList(lines.get(l).split(",", -1));
      if (cells.get(0).equals(id)) {
        cells.set(at, value);
        lines.set(l, String.join(",", cells));
      }
    }
    String after = String.join("\n", lines) + "\n";
    assertNotEquals(text(file), after, "the edit changes nothing");
    return after;
  }

  /** Of each series the value of one interval, by its least unit and more. */
  @ParameterizedTest
  @CsvSource({
    "awards.csv, TH00000, daMwh, 0.0001, 'TH00000, interval 17: daMwh'",
    "awards.csv, US00007, rtMwh, 0.0001, 'US00007, interval 17: rtMwh'",
    "services.csv, TH00000, regulationMw, 0.0001, 'TH00000, interval 17: regulationMw'",
    "services.csv, TH00000, mileageMw, 0.0001, 'TH00000, interval 17: mileageMw'",
    "services.csv, TH00000, instructedMw, 0.0001, 'TH00000, interval 17: instructedMw'",
    "services.csv, TH00000, actualMw, 0.0001, 'TH00000, interval 17: actualMw'",
    "services.csv, TH00000, baseMw, 0.0001, 'TH00000, interval 17: baseMw'",
    "services.csv, TH00011, spinningMw, 0.0001, 'TH00011, interval 17: spinningMw'",
    "services.csv, US00010, responseCalledMwh, 0.0001, 'RE00005, interval 17: responseCalledMwh'",
    "services.csv, US00010, responseCalledMwh, -0.1, 'RE00005, interval 17: responseMwh'",
    "services.csv, US00010, baselineMwh, 0.0001, 'RE00005, interval 17: responseMwh'",
    "meters.csv, EWI00003, forwardMwh, 1, 'WI00003, interval 17: settled'",
    "registers.csv, EUS00007, forwardMwh, 1, 'US00007, interval 16: settled'",
    "prices.csv, P001, daEnergy, 0.001, 'price point P001: its da prices differ from prices.csv"
        + " (daYuan'",
    "prices.csv, P001, daCongestion, 0.001, '(daCongestionYuanPerMwh)'",
    "prices.csv, P001, daLoss, 0.001, '(daLossYuanPerMwh)'",
    "prices.csv, P002, rtEnergy, -0.001, 'price point P002: its rt prices differ from prices.csv"
        + " (rtYuan'",
    "prices.csv, P002, rtCongestion, 0.001, '(rtCongestionYuanPerMwh)'",
    "prices.csv, P002, rtLoss, 0.001, '(rtLossYuanPerMwh)'",
    "prices.csv, *, regulationYuanPerMwh, 0.001, 'price regulationYuanPerMwh of the market'",
    "prices.csv, *, mileageYuanPerMw, 0.001, 'price mileageYuanPerMw of the market'",
    "prices.csv, *, spinningYuanPerMwh, 0.001, 'price spinningYuanPerMwh of the market'",
    "prices.csv, *, nonSpinningYuanPerMwh, 0.001, 'price nonSpinningYuanPerMwh of the market'"
  })
  void aValueThatIsAnotherIsTold(String file, String id, String series, String more, String words) {
    told(DAY + file, moved(DAY + file, id, series, more), words);
  }

  @ParameterizedTest
  @CsvSource({"mwh, 0.0001", "mwh, -0.0001", "yuanPerMwh, 0.001"})
  void aCurveThatIsAnotherIsTold(String series, String more) {
    told("curves.csv", moved("curves.csv", "C000002", series, more), "side US00007 C000002");
  }

  private static String moved(String file, String id, String series, String more) {
    List<String> lines = new ArrayList<>(text(file).lines().toList());
    for (int l = 1; l < lines.size(); l++) {
      List<String> cells = Arrays.asList(lines.get(l).split(",", -1));
      boolean any = id.equals("*") || cells.get(0).equals(id);
      if (any && cells.get(1).equals(series)) {
        cells.set(18, new BigDecimal(cells.get(18)).add(new BigDecimal(more)).toPlainString());
        lines.set(l, String.join(",", cells));
      }
    }
    String after = String.join("\n", lines) + "\n";
    assertNotEquals(text(file), after, "the edit changes nothing");
    return after;
  }

  /** What is not there any more, and what came after. */
  @ParameterizedTest
  @CsvSource({
    "entities.csv, US00007, 'entity US00007 is settled twice, or is not registered'",
    "contracts.csv, C000002, 'side US00007 C000002'",
    "curves.csv, C000002, 'side US00007 C000002'",
    "offers.csv, TH00000, 'TH00000: its offer'",
    "rights.csv, R1, 'TH00000: its transmission rights'",
    "relations.csv, EUS00007, 'energy of meter EUS00007 is not all somebody'",
    "days/2026-10-01/awards.csv, HY00008, 'HY00008, interval 1: daMwh'",
    "days/2026-10-01/meters.csv, EWI00003, 'WI00003, interval 1: settled'",
    "days/2026-10-01/registers.csv, EUS00007, 'US00007, interval 1: settled'",
    "days/2026-10-01/exchanges.csv, EUS00007, 'US00007, interval 9: settled'",
    "days/2026-10-01/events.csv, TH00000, 'TH00000: its events differ'",
    "days/2026-10-01/prices.csv, P002, 'price point P002: its rt prices'"
  })
  void whatIsGoneIsTold(String file, String id, String words) {
    String without =
        text(file)
            .lines()
            .filter(line -> !line.startsWith(id + ","))
            .collect(Collectors.joining("\n", "", "\n"));
    assertNotEquals(text(file), without);
    told(file, without, words);
  }

  @ParameterizedTest
  @CsvSource({
    "entities.csv, 'US99999,MUS00007,New,user,P001,10kV,1,0,0,0,,,', 'entity US99999 is registered"
        + " and not settled'",
    "rights.csv, 'R2,TH00000,P001,P002,20,,', 'TH00000: its transmission rights'",
    "offers.csv, 'WI00003,0,0,1:1,,', 'WI00003: its offer'",
    "contracts.csv, 'C9,TH00000,US00007,P001,da,,,,', 'side US00007 C9'",
    "days/2026-10-01/events.csv, 'US00007,UNPLANNED_OUTAGE,1,1,x', 'US00007: its events differ'",
    "days/2026-10-01/events.csv, 'TH00000,UNPLANNED_OUTAGE,8,-1755.294,again', 'TH00000: its events"
        + " differ'"
  })
  void whatCameLaterIsTold(String file, String row, String words) {
    told(file, text(file) + row + "\n", words);
  }

  /** The words of an event that are settled: its item, quantity and price, not its remark. */
  @ParameterizedTest
  @CsvSource({
    "UNPLANNED_OUTAGE, BLACK_START, true",
    "'OUTAGE,8,', 'OUTAGE,8.0001,', true",
    "-1755.294, -1755.293, true",
    "synthetic, other, false"
  })
  void anEventIsItsItemQuantityAndPrice(String from, String to, boolean told) {
    String events = text(DAY + "events.csv").replace(from, to);
    assertNotEquals(text(DAY + "events.csv"), events);
    assertEquals(
        told ? List.of("2026-10-01, TH00000: its events differ from events.csv") : List.of(),
        audit(DAY + "events.csv", events).differences());
  }

  /** A gap of a meter is named and its entity left out: something stood in for it. */
  @Test
  void whoseDataHaveAGapIsNamed() {
    String file = DAY + "meters.csv";
    String gap = text(file).replaceFirst("(EWI00003,forwardMwh),[0-9.]+", "$1,");
    DeliveryAudit audit = audit(file, gap);
    assertEquals(List.of("WI00003"), audit.standIns());
    assertEquals(List.of(), audit.differences());
  }
}

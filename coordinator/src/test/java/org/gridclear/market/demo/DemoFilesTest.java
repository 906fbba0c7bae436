package org.gridclear.market.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.replay.OutsideEvent.RegistryFile;
import org.gridclear.quantity.Horizon;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files of a demonstration say what its market day says, by the file's own numbers. */
// Rows: D-02
class DemoFilesTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);
  private static final MarketDay DAY =
      SyntheticMarket.complete(
          BuiltInNetworks.read("ieee30"), new Horizon(24, 60), SyntheticOptions.DEFAULT);
  private static final DemoSeries SERIES = new DemoSeries(DAY, DATE, "+08:00");

  private static JsonNode read(String file) {
    return Json.MAPPER.readTree(file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<BigDecimal> numbers(JsonNode list) {
    List<BigDecimal> numbers = new ArrayList<>();
    list.forEach(each -> numbers.add(new BigDecimal(each.toString())));
    return numbers;
  }

  private static double loadMw(int hour) {
    return DAY.busLoads().stream().mapToDouble(load -> load.mw().at(hour)).sum();
  }

  @Test
  void theForecastOfTheLoadIsThatOfTheDayTimesItsFactor() {
    JsonNode file = read(SERIES.load("load-forecast-short", "2026-09-30T08:00+08:00", 0.9));
    assertEquals("load-forecast-short", file.get("kind").asString());
    assertEquals("2026-10-01T00:00+08:00", file.get("from").asString());
    List<BigDecimal> mw = numbers(file.get("values").get("system"));
    assertEquals(24, mw.size());
    for (int hour = 0; hour < 24; hour++) {
      assertEquals(0.9 * loadMw(hour), mw.get(hour).doubleValue(), 0.00051, "hour " + hour);
    }
  }

  /** A ninth decimal that is rounded at every bus is made good at the last. */
  @Test
  void sharesOfTheBusesAddUpToOneExactly() {
    JsonNode values = read(SERIES.factors("2026-09-30T08:00+08:00")).get("values");
    BigDecimal sum = BigDecimal.ZERO;
    for (String bus : values.propertyNames()) {
      List<BigDecimal> hours = numbers(values.get(bus));
      assertEquals(24, hours.size());
      assertEquals(1, new HashSet<>(hours).size(), "one share all day");
      sum = sum.add(hours.get(0));
      double mw =
          DAY.busLoads().stream()
              .filter(load -> load.bus().equals(bus))
              .mapToDouble(load -> load.mw().at(0))
              .sum();
      assertEquals(mw / loadMw(0), hours.get(0).doubleValue(), 3e-8, bus);
    }
    assertEquals(0, sum.compareTo(BigDecimal.ONE), sum.toPlainString());
    assertEquals(DAY.busLoads().stream().map(load -> load.bus()).distinct().count(), values.size());
  }

  @Test
  void windAndSunAreForecastUnitByUnit() {
    JsonNode values = read(SERIES.renewables("2026-09-30T08:00+08:00")).get("values");
    assertEquals(DAY.profiledUnits().size(), values.size());
    DAY.profiledUnits()
        .forEach(
            unit -> {
              List<BigDecimal> mw = numbers(values.get(unit.id()));
              for (int hour = 0; hour < 24; hour++) {
                assertEquals(unit.maxMw().at(hour), mw.get(hour).doubleValue(), 0.00051, unit.id());
              }
            });
  }

  /** The middle of an hour has its mean; the half hours at both ends have no other hour beside. */
  @ParameterizedTest
  @CsvSource({"0, 12", "25, 3", "600, 24", "1430, 12", "1435, 1", "0, 288"})
  void theLoadOfTheNextHoursRunsFromMeanToMean(int from, int count) {
    JsonNode file = read(SERIES.soon(from, count, "2026-10-01T00:00+08:00", minute -> 1.5));
    assertEquals(
        "2026-10-01T%02d:%02d+08:00".formatted(from / 60, from % 60), file.get("from").asString());
    List<BigDecimal> mw = numbers(file.get("values").get("system"));
    assertEquals(Math.min(count, (1440 - from) / 5), mw.size());
    for (int k = 0; k < mw.size(); k++) {
      double middle = from + 5 * k + 2.5;
      double hours = (middle - 30) / 60;
      int first = (int) Math.floor(hours);
      double share = hours - first;
      double before = loadMw(Math.max(0, first));
      double after = loadMw(Math.min(23, first + 1));
      double expected = 1.5 * (before + share * (after - before));
      assertEquals(expected, mw.get(k).doubleValue(), 0.00051, "minute " + middle);
    }
  }

  @Test
  void whatIsNotKnownOfTheNextHoursIsNoZero() {
    JsonNode values =
        read(SERIES.soon(60, 4, "2026-10-01T00:00+08:00", m -> m < 70 ? 1 : Double.NaN))
            .get("values")
            .get("system");
    assertEquals(4, values.size());
    assertTrue(values.get(0).isNumber() && values.get(1).isNumber());
    assertTrue(values.get(2).isNull() && values.get(3).isNull());
  }

  /** Rows of a file of the registry by the names of its header. */
  private static List<Map<String, String>> rows(List<RegistryFile> files, String kind) {
    String text =
        files.stream().filter(file -> file.kind().equals(kind)).findFirst().orElseThrow().csv();
    List<String> lines = text.lines().toList();
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertEquals(names.length, cells.length, line);
      Map<String, String> row = new HashMap<>();
      for (int c = 0; c < names.length; c++) {
        row.put(names[c], cells[c]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static Set<String> ids(List<RegistryFile> files, String kind) {
    Set<String> ids = new TreeSet<>();
    rows(files, kind).forEach(row -> assertTrue(ids.add(row.get("id")), kind + row));
    return ids;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 40})
  void everythingInTheRegistryRefersToWhatIsThere(int count) {
    DemoMembers members = new DemoMembers(DAY, count, 5);
    List<RegistryFile> files = members.registry(DATE);
    Set<String> known = ids(files, "member");
    Set<String> points = ids(files, "price-point");
    Set<String> users = ids(files, "user");
    Set<String> units = new TreeSet<>();
    DAY.thermalUnits().forEach(unit -> units.add(unit.id()));
    DAY.profiledUnits().forEach(unit -> units.add(unit.id()));
    assertEquals(units, ids(files, "unit"));
    for (String kind : List.of("unit", "user", "load", "grid-company")) {
      for (Map<String, String> row : rows(files, kind)) {
        assertTrue(known.contains(row.get("member")), kind + row);
        assertTrue(points.contains(row.get("pricePoint")), kind + row);
        assertTrue(!kind.equals("load") || users.contains(row.get("user")), kind + row);
      }
    }
    assertTrue(members.members().size() <= count);
    rows(files, "unit")
        .forEach(row -> assertEquals(members.owner(row.get("id")), row.get("member")));
    assertEquals(DAY.busLoads().size(), rows(files, "load").size(), "a load for each of the day's");
  }

  @Test
  void capacitiesHoldWhatTheUnitsMayGive() {
    Map<String, Double> capacity = new HashMap<>();
    rows(new DemoMembers(DAY, 3, 5).registry(DATE), "unit")
        .forEach(row -> capacity.put(row.get("id"), Double.valueOf(row.get("capacityMw"))));
    DAY.thermalUnits()
        .forEach(
            unit -> assertEquals(unit.pMaxMw().at(0), capacity.get(unit.id()), 1e-4, unit.id()));
    DAY.profiledUnits()
        .forEach(unit -> assertTrue(capacity.get(unit.id()) > unit.maxMw().max(), unit.id()));
  }

  /**
   * What a unit declares costs what its own curve does, times the margin: no-load cost and segments
   * added up to every point of the curve. Prices are in cents, so the sums are within one a MWh.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.1, 0.5})
  void whatIsDeclaredCostsWhatTheUnitDoesTimesTheMargin(double markup) {
    DemoMembers members = new DemoMembers(DAY, 3, 5);
    Map<String, JsonNode> declared = new HashMap<>();
    for (String member : members.members()) {
      JsonNode file = read(members.declarations(member, markup, DATE));
      assertEquals(member, file.get("member").asString());
      assertEquals(members.declares(member), !file.get("declarations").isEmpty());
      file.get("declarations").forEach(each -> declared.put(each.get("unit").asString(), each));
    }
    assertEquals(DAY.thermalUnits().size(), declared.size());
    for (ThermalUnit unit : DAY.thermalUnits()) {
      OfferCurve curve = unit.offer(0);
      JsonNode offer = declared.get(unit.id());
      JsonNode segments = offer.get("segments");
      double first = segments.get(0).get("yuanPerMwh").asDouble();
      double cost = offer.get("noLoadYuanPerH").asDouble() + first * curve.mw().get(0);
      assertEquals(markup * curve.yuanPerH().get(0), cost, 0.01 + 0.01 * curve.mw().get(0));
      double least = 0;
      for (int k = 1; k < curve.mw().size(); k++) {
        JsonNode segment = segments.get(k - 1);
        assertEquals(curve.mw().get(k), segment.get("toMw").asDouble(), 1e-4);
        double price = segment.get("yuanPerMwh").asDouble();
        assertTrue(price >= least, "prices rise");
        least = price;
        cost += price * (curve.mw().get(k) - curve.mw().get(k - 1));
        assertEquals(
            markup * curve.yuanPerH().get(k), cost, 0.02 + 0.01 * curve.mw().get(k), unit.id());
      }
    }
  }
}

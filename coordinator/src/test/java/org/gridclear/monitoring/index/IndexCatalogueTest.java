package org.gridclear.monitoring.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.measure.MarketFacts.BusFacts;
import org.gridclear.monitoring.measure.MarketFacts.FlowFacts;
import org.gridclear.monitoring.measure.MarketFacts.LoadFacts;
import org.gridclear.monitoring.measure.MarketFacts.Place;
import org.gridclear.monitoring.measure.MarketFacts.ReserveFacts;
import org.gridclear.monitoring.measure.MarketFacts.Seen;
import org.gridclear.monitoring.measure.MarketFacts.StorageFacts;
import org.gridclear.monitoring.measure.MarketFacts.UnitFacts;
import org.gridclear.monitoring.structure.OfferedCurve;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;

/**
 * The indices that come with the program against a market worked by hand: two buses joined by a
 * line of 60 MW that is full, two hours, a coal unit at 200 yuan/MWh behind the line, a gas unit at
 * 500 beside the load, a wind unit.
 */
// Rows: J-01, J-04, J-05, J-06, J-07, J-09, K-02, K-03, K-05, K-06, K-07, K-16, L-10, L-14
// Rows: W-01
class IndexCatalogueTest {
  private static final IndexCatalogue STANDARD = IndexCatalogues.standard();
  private static final double[] NORTH = {200, 200};
  private static final double[] SOUTH = {500, 500};

  private static double[] both(double value) {
    return new double[] {value, value};
  }

  private static UnitFacts unit(
      String id, Place place, String fuel, String owner, double[] mw, OfferedCurve curve) {
    boolean thermal = !fuel.equals("wind");
    return new UnitFacts(
        id,
        place,
        fuel,
        owner,
        thermal,
        mw,
        both(curve.greatestMw()),
        thermal ? both(1) : both(Double.NaN),
        thermal ? new double[] {1, 0} : both(Double.NaN),
        List.of(Optional.of(curve), Optional.of(curve)));
  }

  private static OfferedCurve curve(double leastMw, double mw, double yuanPerMwh) {
    return new OfferedCurve(
        new double[] {leastMw, mw}, new double[] {leastMw * yuanPerMwh, mw * yuanPerMwh});
  }

  /** Load 100 and 120 at the south bus; 50 and 60 at the north one. */
  private static MarketFacts market(String coalOwner) {
    Place north = new Place("n", "north", NORTH);
    Place south = new Place("s", "south", SOUTH);
    return new MarketFacts(
        LocalDate.of(2026, 10, 1),
        MarketFacts.SYSTEM,
        new MarketFacts.Span(2, 1),
        List.of(
            unit("coal", north, "Coal", coalOwner, new double[] {90, 100}, curve(40, 200, 200)),
            unit("gas", south, "gas", "b", new double[] {30, 55}, curve(10, 100, 500)),
            unit("wind", north, "wind", "c", new double[] {30, 25}, curve(0, 40, 0))),
        List.of(
            new LoadFacts(south, new double[] {100, 120}, new double[] {100, 125}),
            new LoadFacts(north, new double[] {50, 60}, new double[] {50, 60})),
        List.of(new StorageFacts(south, new double[] {10, 0})),
        new MarketFacts.Grid(
            List.of(
                new BusFacts("n", "north", NORTH, both(-300)),
                new BusFacts("s", "south", SOUTH, both(0))),
            List.of(
                new FlowFacts(
                    "line", true, new double[] {60, 65}, both(65), new double[] {300, 300}),
                new FlowFacts("line after x", false, both(10), both(65), both(0)))),
        List.of(new ReserveFacts("spin", both(20), both(16), both(0), both(5))),
        new Seen(
            Optional.of(new double[] {150, 180}),
            Optional.of(new double[] {150, 200}),
            new TreeMap<>(Map.of("coal", new double[] {80, 105}, "gas", new double[] {30, 45}))));
  }

  private static List<String> all() {
    return STANDARD.indices().stream().map(IndexDefinition::id).toList();
  }

  private static SortedMap<String, IndexValue> values(MarketFacts facts) {
    return STANDARD.values(facts, all());
  }

  @Test
  void everyIndexIsWhatTheHandSays() {
    SortedMap<String, IndexValue> values = values(market("a"));
    Map<String, Double> byHand = new HashMap<>();
    double total = 340;
    byHand.put("hhi-offered", (200 * 200 + 100 * 100 + 40 * 40) * 1e4 / (total * total));
    byHand.put("largest-share", 200 / 340.0);
    byHand.put("four-largest-share", 1.0);
    byHand.put("residual-supply", 140 / 185.0);
    byHand.put("pivotal-suppliers", 1.0);
    byHand.put("three-pivotal", 0.0);
    byHand.put("contestable-space", ((150 - 50 - 30) + (185 - 50 - 25)) / 2.0);
    byHand.put("withheld", 0.0);
    byHand.put("reserve-margin", 340 / 185.0 - 1);
    byHand.put("online-margin", 340 / 185.0 - 1);
    byHand.put("reserve-held", 1.25);
    byHand.put("reserve-missing", 0.0);
    byHand.put("load-not-served", 5.0);
    byHand.put("transmission-margin", 0.0);
    byHand.put("congested-limits", 2.0);
    byHand.put("demand", 335.0);
    byHand.put("cleared-energy", 330.0);
    byHand.put("supply-demand", (340 / 150.0 + 340 / 185.0) / 2);
    byHand.put("bid-success", (150 / 340.0 + 180 / 340.0) / 2);
    byHand.put("offer-price", (160 * 200 + 90 * 500) / 290.0);
    byHand.put("price", (220 * 500 + 110 * 200) / 330.0);
    byHand.put("highest-price", 500.0);
    byHand.put("lowest-price", 200.0);
    byHand.put("negative-hours", 0.0);
    byHand.put("lerner", (30 / 150.0 + 25 / 180.0) / 2);
    byHand.put("payment", 220 * 500 + 110 * 200.0);
    byHand.put("revenue", (90 + 100 + 30 + 25) * 200 + (30 + 55) * 500.0);
    byHand.put("offered-cost", 190 * 200 + 85 * 500.0);
    byHand.put("member-profit", 55 * 200.0);
    // −300 × (load − output) at the north bus: 70 MWh in the first hour, 65 in the second.
    byHand.put("congestion-cost", 300 * (70 + 65.0));
    byHand.put("constraint-rent", 300 * (60 + 65.0));
    byHand.put("ancillary-cost", 200.0);
    byHand.put("fuel-mix", 190 / 330.0);
    byHand.put("renewable-share", 55 / 330.0);
    byHand.put("curtailment", 25 / 80.0);
    byHand.put("emissions", 190 * 0.95 + 85 * 0.45);
    byHand.put("utilisation", 330 / 680.0);
    byHand.put("starts", 2.0);
    byHand.put("forecast-accuracy", 0.95);
    byHand.put("plan-execution", 1 - (10 + 5 + 0 + 10) / (190 + 85.0));
    byHand.forEach((id, value) -> assertEquals(value, values.get(id).value(), 1e-9, id));
    assertTrue(Double.isNaN(values.get("volatility").value()), "two prices have one change");
    double score = 100 * (values.get("reserve-margin").value() > 0.3 ? 1 : 0);
    assertEquals((2 * score + 100) / 3, values.get("supply-security").value(), 1e-9);
    assertEquals("1 units without unit-output-live", values.get("plan-execution").note());
    assertEquals(1 - 10 / 85.0, values.get("plan-execution").elements().get("gas"), 1e-9);
    assertEquals("without volatility", values.get("price-stability").note());
    assertEquals(55 * 200.0, values.get("member-profit").elements().get("c"), 1e-9);
  }

  /** Two periods of half an hour are one hour of the meter. */
  @Test
  void aScheduleByHalfHoursIsHeldAgainstHours() {
    MarketFacts day = market("a");
    MarketFacts halves =
        new MarketFacts(
            day.date(),
            "",
            new MarketFacts.Span(2, 0.5),
            day.units(),
            day.loads(),
            day.storages(),
            day.grid(),
            day.reserves(),
            new Seen(
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of("coal", new double[] {76}))));
    IndexValue value = values(halves).get("plan-execution");
    assertEquals(1 - (95 - 76) / 95.0, value.value(), 1e-9);
    assertEquals(76 / 95.0, values(halves.of("north")).get("plan-execution").value(), 1e-9);
  }

  @Test
  void aZoneHasWhatLiesInIt() {
    MarketFacts north = market("a").of("north");
    SortedMap<String, IndexValue> values = values(north);
    assertEquals(110, values.get("demand").value(), 1e-9);
    assertEquals(200, values.get("highest-price").value(), 1e-9);
    assertEquals(
        (200 * 200 + 40 * 40) * 1e4 / (240.0 * 240), values.get("hhi-offered").value(), 1e-9);
    assertTrue(Double.isNaN(values.get("transmission-margin").value()));
    assertEquals(List.of("north", "south"), market("a").zones());
  }

  @Test
  void whatCannotBeKnownIsNotANumberAndSaysWhy() {
    IndexValue hhi = values(market("")).get("hhi-offered");
    assertTrue(Double.isNaN(hhi.value()));
    assertEquals("1 units have no registered owner", hhi.note());
    assertTrue(Double.isNaN(values(market("")).get("member-profit").value()));
    MarketFacts peat =
        new MarketFacts(
            LocalDate.of(2026, 10, 1),
            "",
            new MarketFacts.Span(2, 1),
            List.of(
                unit("p", new Place("n", "north", NORTH), "Peat", "a", both(1), curve(0, 9, 1))),
            List.of(),
            List.of(),
            new MarketFacts.Grid(List.of(new BusFacts("n", "north", NORTH, both(0))), List.of()),
            List.of(),
            Seen.NOTHING);
    SortedMap<String, IndexValue> values = values(peat);
    assertEquals("the catalogue does not know the fuels Peat", values.get("emissions").note());
    assertTrue(Double.isNaN(values.get("renewable-share").value()));
    assertTrue(Double.isNaN(values.get("residual-supply").value()), "no demand");
    assertEquals(
        "no unit-output-live for every hour of a unit", values.get("plan-execution").note());
    assertEquals("no load-forecast-short for every hour", values.get("forecast-accuracy").note());
    assertTrue(
        Double.isNaN(values(peat.of("south")).get("fuel-mix").value()), "nothing is generated");
  }

  @Test
  void limitsAndScoresHaveASide() {
    Bounds below = STANDARD.find("residual-supply").orElseThrow().bounds();
    assertEquals(Optional.empty(), below.passed(1.3));
    assertEquals(Optional.of(new Bounds.Passed(false, 1.2)), below.passed(1.1));
    assertEquals(Optional.of(new Bounds.Passed(true, 1.0)), below.passed(0.9));
    assertEquals(50, below.scale().orElseThrow().score(1.25), 1e-9);
    assertEquals(0, below.scale().orElseThrow().score(0.5), 1e-9);
    Bounds above = STANDARD.find("hhi-offered").orElseThrow().bounds();
    assertEquals(Optional.of(new Bounds.Passed(true, 2500)), above.passed(2600));
    assertEquals(100, above.scale().orElseThrow().score(800), 1e-9);
  }

  @Test
  void everythingWrongInACatalogueIsSaidAtOnce() {
    String text =
        """
        fuels: [{id: coal, tonPerMwh: 1}]
        indices:
        - {id: A, family: structure, en: a, zh: a, kernel: hhi}
        - {id: b, family: structure, en: b, zh: b, formula: demandMw + price, unit: MW}
        - {id: c, family: benefit, en: c, zh: c, formula: demandMw, unit: yuan}
        - {id: d, family: benefit, en: d, zh: d}
        - {id: e, family: benefit, en: e, zh: e, kernel: lerner, unit: MW, weight: 0}
        - {id: f, family: benefit, en: f, zh: f, kernel: lerner, warning: 2, severe: 1}
        - {id: g, family: benefit, en: g, zh: g, kernel: lerner, score: {best: 1, worst: 1}}
        - {id: h, family: benefit, en: h, zh: h, kernel: lerner}
        - {id: h, family: benefit, en: h, zh: h, kernel: lerner, parameters: {cut: 1}}
        composites:
        - {id: i, en: i, zh: i, of: [h, nothing]}
        - {id: j, en: j, zh: j, of: []}
        """;
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> IndexCatalogueText.read(text.getBytes(StandardCharsets.UTF_8), "x", 1));
    List<String> missing = new ArrayList<>();
    for (String part :
        List.of(
            "'A'",
            "hhi",
            "demandMw + price",
            "MW",
            "absent",
            "weight",
            "severe",
            "score",
            "cut",
            "nothing",
            "of")) {
      if (!refused.issues().toString().contains(part.replace("'", ""))) {
        missing.add(part);
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(refused.issues().size() >= 11, refused.issues().toString());
  }

  @Test
  void whatChangesAValueChangesTheContentOfAnIndex() {
    String text = new String(IndexCatalogues.standardText(), StandardCharsets.UTF_8);
    IndexCatalogue other =
        IndexCatalogueText.read(
            text.replace("id: coal, tonPerMwh: 0.95", "id: coal, tonPerMwh: 0.9")
                .getBytes(StandardCharsets.UTF_8),
            "x",
            1);
    IndexDefinition emissions = STANDARD.find("emissions").orElseThrow();
    assertNotEquals(STANDARD.content(emissions), other.content(emissions));
    IndexCatalogue scored =
        IndexCatalogueText.read(
            text.replace("score: {best: 0, worst: 0.6}", "score: {best: 0, worst: 0.7}")
                .getBytes(StandardCharsets.UTF_8),
            "x",
            1);
    IndexDefinition power = STANDARD.find("market-power").orElseThrow();
    assertNotEquals(STANDARD.content(power), scored.content(power));
  }
}

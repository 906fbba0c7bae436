package org.gridclear.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes select, share and scale, on a day small enough to be reckoned by hand. */
// Rows, I-06
class StudySemanticsTest {
  /**
   * Four buses of 0 kV: two in zone A, one in B, one in none. Loads of 30 and −10 MW in A, 0 at the
   * one in B, 20 without a zone. A coal unit in A, wind in B.
   */
  private static final String DAY =
      """
      {"format": "gridclear-case", "version": 1, "name": "four",
       "horizon": {"periodCount": 2, "minutesPerPeriod": 60},
       "network": {"name": "four", "baseMva": 100,
         "buses": [{"id": "a1", "zone": "A", "type": "reference"}, {"id": "a2", "zone": "A"},
                   {"id": "b", "name": "Hill", "zone": "B"}, {"id": "n", "name": "a1"}],
         "branches": [{"id": "L1", "from": "a1", "to": "a2", "xPu": 0.1},
                      {"id": "L2", "from": "a2", "to": "b", "xPu": 0.1},
                      {"id": "L3", "from": "b", "to": "n", "xPu": 0.1}]},
       "thermalUnits": [{"id": "coal", "bus": "a1", "fuel": "coal",
         "offers": [{"mw": [10, 100], "yuanPerH": [500, 3000]}],
         "initial": {"on": true, "hours": 5, "powerMw": 20}}],
       "profiledUnits": [{"id": "wind", "bus": "b", "fuel": "wind", "maxMw": 40}],
       "busLoads": [{"bus": "a1", "mw": 30}, {"bus": "a2", "mw": -10},
                    {"bus": "b", "mw": 0}, {"bus": "n", "mw": 20}],
       "reserves": [{"id": "fixed", "mw": 5}, {"id": "share", "mw": 1, "loadShare": 0.1},
                    {"id": "largest", "mw": 0, "largestUnit": true}]}
      """;

  @TempDir Path folder;

  private StudyDefinition read(String text) {
    try {
      Files.writeString(folder.resolve("four.json"), DAY);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return StudyReader.read("study: s\nbase: {case: four.json}\n" + text, "s.yaml", folder);
  }

  private MarketDay changed(String change) {
    StudyDefinition study = read("cases: [{name: x, changes: [%s]}]".formatted(change));
    return study.cases().get(1).resolve(study.base()).day();
  }

  private String refused(String text) {
    return assertThrows(InvalidInputException.class, () -> read(text)).getMessage();
  }

  private static List<Double> loads(MarketDay day, int period) {
    return day.busLoads().stream().map(load -> load.mw().at(period)).toList();
  }

  @Test
  void addedMegawattsAreSharedByTheSizeOfLoadsWhateverTheirSign() {
    assertEquals(
        List.of(33.75, -8.75, 0.0, 20.0), loads(changed("{load: {zone: A, addMw: 5}}"), 0));
    assertEquals(
        List.of(30.0, -10.0, 7.0, 20.0), loads(changed("{load: {bus: b, addMw: 7, from: 2}}"), 1));
    assertEquals(
        List.of(30.0, -10.0, 0.0, 20.0), loads(changed("{load: {bus: b, addMw: 7, from: 2}}"), 0));
  }

  @Test
  void aBusIsMeantByItsNameToo() {
    assertEquals(
        List.of(30.0, -10.0, 7.0, 20.0), loads(changed("{load: {bus: Hill, addMw: 7}}"), 0));
    assertEquals(List.of(33.0, -10.0, 0.0, 20.0), loads(changed("{load: {bus: a1, addMw: 3}}"), 0));
  }

  @Test
  void aZoneWithoutANameIsAZoneAndNotEverything() {
    assertEquals(
        List.of(30.0, -10.0, 0.0, 40.0), loads(changed("{load: {zone: '', scale: 2}}"), 0));
    StudyDefinition study =
        read("monteCarlo: [{name: m, count: 3, seed: 5, loadDeviation: 0.1, zoneCorrelation: 0}]");
    for (CaseOverlay overlay : study.cases().subList(1, 4)) {
      List<Double> loads = loads(overlay.resolve(study.base()).day(), 0);
      assertEquals(-3, loads.get(0) / loads.get(1), 1e-9, "one factor for zone A");
      assertTrue(Math.abs(loads.get(0) / 30 - loads.get(3) / 20) > 1e-6, "another for no zone");
    }
  }

  @Test
  void aScaleOfReserveCountsWhateverTheRule() {
    MarketDay day = changed("{reserve: {product: share, scale: 10}}");
    assertEquals(10, day.reserves().get(1).mw().at(0));
    assertEquals(1.0, day.reserves().get(1).loadShare());
    assertEquals(5, day.reserves().get(0).mw().at(0));
    String largest = refused("cases: [{name: x, changes: [{reserve: {scale: 2}}]}]");
    assertTrue(largest.contains("follows the largest unit"), largest);
    String window =
        refused("cases: [{name: x, changes: [{reserve: {product: share, scale: 2, from: 2}}]}]");
    assertTrue(window.contains("leave out from and to"), window);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "renewables: {bus: a1, scale: 2} | no unit without commitment",
        "renewables: {zone: B, bus: n, scale: 2} | zone 'B': buses by zone are '' (1), 'A' (2), 'B'"
            + " (1)",
        "unitLimit: {unit: wind, maxScale: 0.5} | 'wind' is of another kind",
        "mustRun: {fuel: wind} | fuel 'wind': there are 'coal' (1), 'wind' (1)",
        "startCosts: {zone: B, scale: 2} | no unit with commitment",
        "unitOutage: {mwMin: 1000} | mwMin 1000: capacities are 40 to 100 MW",
        "branchOutage: {kvMin: 345} | kvMin 345: base voltages are all 0 kV",
        "branchLimit: {mvaMin: 10, mw: 5} | mvaMin 10: ratings are all 0 MVA",
        "load: {zone: A, bus: n, scale: 2} | no load",
        "flowgateLimit: {scale: 2} | STD-03",
        "load: {mwMin: 5, scale: 2} | FMT-03"
      })
  void aChangeThatSelectsNothingIsRefusedWithWhatThereIs(String change, String message) {
    String text = refused("cases: [{name: x, changes: [{%s}]}]".formatted(change.strip()));
    assertTrue(text.contains(message.strip()), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "branchLimit: {branch: L1, scale: 0.5, mw: 5} | scale = beside mw",
        "branchLimit: {branch: L1, mw: -1} | mw = -1.0",
        "branchLimit: {branch: L1, scale: -1} | scale = -1.0",
        "offers: {unit: wind, replace: {mw: [1, 2], yuanPerH: [3, 4]}} | replace = wind",
        "offers: {replace: {mw: [1, 2], yuanPerH: [3, 4]}} | replace = wind",
        "offers: {unit: coal, replace: {mw: [1, 2], yuanPerH: [3]}} | yuanPerH = 1",
        "unitOffer: {unit: coal, priceYuanPerMwh: 5} | priceYuanPerMwh = given",
        "unitOffer: {unit: wind, priceYuanPerMwh: [1, 2, 3]} | priceYuanPerMwh = 3",
        "unitOffer: {unit: coal, startYuan: [1, 2]} | startYuan = 2",
        "load: {from: 0, scale: 2} | from/to = 0..2",
        "load: {to: 3, scale: 2} | from/to = 1..3",
        "load: {from: 2, to: 1, scale: 2} | from/to = 2..1"
      })
  void aChangeThatWouldBePassedOverInPartIsRefused(String change, String message) {
    String text = refused("cases: [{name: x, changes: [{%s}]}]".formatted(change.strip()));
    assertTrue(text.contains(message.strip()), text);
  }

  @Test
  void anEachOfThatSelectsNothingNamesTheFilterAndTheValues() {
    String text = refused("eachOf: [{name: out, branches: {kvMin: 345}}]");
    assertTrue(text.contains("kvMin 345: base voltages are all 0 kV"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cases: 5",
        "cases: [1, 2]",
        "cases: [{name: {a: 1}, changes: []}]",
        "cases: [[]]",
        "cases: [{name: x, changes: [3]}]",
        "cases: [{name: x, changes: [{load: 3}]}]",
        "cases: [{name: x, changes: [{load: {scale: [1]}}]}]",
        "sweeps: [{name: x, over: 3}]",
        "sweeps: [{name: x, over: {b: []}, changes: []}]",
        "sweeps: 7",
        "monteCarlo: [7]",
        "monteCarlo: [{count: x}]",
        "monteCarlo: [{count: 1, distribution: 3}]",
        "eachOf: [3]",
        "eachOf: [{branches: 3}]",
        "eachOf: [{id: {a: 1}, branches: {}}]",
        "options: [1]",
        "window: 3",
        "window: {mode: sced}",
        "window: {mode: dispatch}",
        "screening: [2]",
        "horizon: x"
      })
  void malformedListsAreRefusedAndNothingElse(String text) {
    assertTrue(refused(text).length() > 10);
  }

  @Test
  void aParameterThatTheSweepDoesNotHaveIsNamedOnce() {
    String refused =
        refused("sweeps: [{name: x, over: {b: [1, 2]}, changes: [{load: {scale: $c}}]}]\n");
    assertEquals(1, refused.split("STD-03", -1).length - 1, refused);
    assertTrue(refused.contains("sweep #1, changes = $c"), refused);
    assertFalse(refused.contains("FMT-05"), refused);
  }

  @Test
  void limitsCountEachOf() {
    String values =
        IntStream.range(0, StudyDefinition.CASES_MAX - 3)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
    String sweep = "sweeps: [{name: \"s{a}\", over: {a: [%s]}, changes: []}]\n".formatted(values);
    assertEquals(StudyDefinition.CASES_MAX - 2, read(sweep).cases().size());
    String refused = refused(sweep + "eachOf: [{name: o, branches: {}}]\n");
    assertTrue(refused.contains("STD-02"), refused);
  }

  @ParameterizedTest
  @CsvSource({"NORMAL,0", "NORMAL,0.5", "NORMAL,1", "UNIFORM,0", "UNIFORM,0.5", "UNIFORM,1"})
  void drawsHaveTheirDistributionAndCorrelationWithinThreeStandardErrors(
      MonteCarloDraws.Distribution distribution, double correlation) {
    int n = 4000;
    MonteCarloDraws draws = new MonteCarloDraws("m", n, 7, 0.1, 0.1, correlation, distribution);
    SplittableRandom random = new SplittableRandom(11);
    double[][] x =
        IntStream.range(0, n).mapToObj(k -> draws.draws(2, random)).toArray(double[][]::new);
    boolean uniform = distribution == MonteCarloDraws.Distribution.UNIFORM;
    double variance = uniform ? 1.0 / 3 : 1;
    double[] first = Arrays.stream(x).mapToDouble(pair -> pair[0]).toArray();
    assertEquals(0, mean(first), 3 * Math.sqrt(variance / n));
    double fourth = uniform ? 1.0 / 5 : 3;
    double[] squares = Arrays.stream(first).map(v -> v * v).toArray();
    assertEquals(variance, mean(squares), 3 * Math.sqrt((fourth - variance * variance) / n));
    double[] products =
        Arrays.stream(x).mapToDouble(pair -> pair[0] * pair[1] / variance).toArray();
    assertEquals(correlation, mean(products), 3 * Math.sqrt(fourth / variance / variance / n));
    if (uniform) {
      Arrays.sort(first);
      double furthest =
          IntStream.range(0, n)
              .mapToDouble(k -> Math.abs((first[k] + 1) / 2 - (k + 0.5) / n))
              .max()
              .orElseThrow();
      assertTrue(furthest < 1.63 / Math.sqrt(n), "Kolmogorov-Smirnov at 1 %: " + furthest);
    }
  }

  /** 10 to 100 MW at 500 yuan/h and 27.78 yuan/MWh: each number of a change has its own place. */
  @Test
  void changesOfAUnitMoveWhatTheySayAndNothingElse() {
    MarketDay base = changed("{load: {scale: 1}}");
    MarketDay dearer = changed("{offers: {unit: coal, scale: 2, addYuanPerMwh: 3}}");
    assertEquals(List.of(1030.0, 6300.0), dearer.thermalUnits().get(0).offer(0).yuanPerH());
    assertEquals(base.profiledUnits(), dearer.profiledUnits());
    MarketDay both = changed("{offers: {scale: 2, addYuanPerMwh: 3}}");
    assertEquals(3, both.profiledUnits().get(0).priceYuanPerMwh().at(1));
    MarketDay other =
        changed("{offers: {unit: coal, scale: 2, replace: {mw: [10, 90], yuanPerH: [7, 8]}}}");
    assertEquals(List.of(14.0, 16.0), other.thermalUnits().get(0).offer(1).yuanPerH());
    MarketDay higher = changed("{unitLimit: {unit: coal, maxScale: 1.9, from: 2}}");
    assertEquals(List.of(100.0, 190.0), List.of(at(higher, 0), at(higher, 1)));
    assertEquals(List.of(500.0, 3000.0), higher.thermalUnits().get(0).offer(0).yuanPerH());
    assertEquals(5500, higher.thermalUnits().get(0).offer(1).yuanPerH().get(1), 1e-9);
    assertEquals(10, at(changed("{unitLimit: {unit: coal, maxScale: 0}}"), 1));
    MarketDay out = changed("{unitOutage: {unit: wind, to: 1}}");
    assertEquals(
        List.of(0.0, 40.0),
        out.profiledUnits().stream()
            .flatMap(u -> java.util.stream.Stream.of(u.maxMw().at(0), u.maxMw().at(1)))
            .toList());
  }

  private static double at(MarketDay day, int period) {
    return day.thermalUnits().get(0).pMaxMw().at(period);
  }

  @Test
  void limitsOfBranchesAreSetOrScaledInTheirPeriods() {
    MarketDay set = changed("{branchLimit: {branch: L1, mw: 7, from: 2}}");
    assertEquals(1, set.branchLimits().size());
    assertEquals(Double.POSITIVE_INFINITY, set.branchLimits().get(0).mw().at(0), "no rating");
    assertEquals(7, set.branchLimits().get(0).mw().at(1));
    MarketDay twice =
        changed(
            "{branchLimit: {branch: L1, mw: 7}}, {branchLimit: {branch: L1, scale: 0.5, to: 1}}");
    assertEquals(1, twice.branchLimits().size());
    assertEquals(
        List.of(3.5, 7.0),
        List.of(twice.branchLimits().get(0).mw().at(0), twice.branchLimits().get(0).mw().at(1)));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  @Test
  void aWrittenCaseSaysHowItWasClearedAndStudiesOfItGoOnFromThere() throws IOException {
    StudyDefinition study =
        read("cases: [{name: off, changes: [{constraint: {name: B-19, on: false}}]}]");
    var off = study.cases().get(1).resolve(study.base());
    ClearingOptions options = ClearingOptions.LOSSLESS.withGap(0.02);
    byte[] written = CaseFiles.packCleared(off.day(), ClearedAs.map(options, off.switchedOff()));
    Files.write(folder.resolve("case.json.gz"), written);
    StudyDefinition again =
        StudyReader.read(
            "study: t\n"
                + "base: {case: case.json.gz}\n"
                + "cases: [{name: x, changes: [{load: {scale: 2}}]}]",
            "t.yaml",
            folder);
    assertEquals(options, again.options());
    for (CaseOverlay overlay : again.cases()) {
      assertTrue(
          !overlay
              .resolve(again.base())
              .in(Market.DA)
              .inEffect(ConstraintFamily.of("B-19").orElseThrow()));
    }
    assertEquals(off.day(), again.base());
  }
}

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
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// Rows
class StudyReaderTest {
  private static final String HEAD = "study: s\nbase: {case: ieee14}\n";

  @TempDir Path folder;

  private StudyDefinition read(String text) {
    return StudyReader.read(text, "study.yaml", folder);
  }

  private List<String> issues(String text) {
    return assertThrows(InvalidInputException.class, () -> read(text)).issues().stream()
        .map(Issue::line)
        .toList();
  }

  private ClearingCase only(String changes) {
    StudyDefinition study = read(HEAD + "cases: [{name: x, changes: [" + changes + "]}]");
    return study.cases().get(1).resolve(study.base());
  }

  private static double loadMwh(MarketDay day) {
    return day.busLoads().stream().mapToDouble(load -> load.mw().sum()).sum();
  }

  @Test
  void issuesOfACaseNamedTwiceAndOfAllOptionsComeAtOnce() {
    String lines =
        String.join(
            "\n",
            issues(
                HEAD
                    + """
                    options: {gap: 5, secondsMax: -1}
                    cases: [{name: up, changes: [{load: {scal: 1.1}}]}, {name: up, changes: [{loads: {scale: 2}}]}]
                    monteCarlo: [{name: mc, count: 3, seed: 5, loadDeviation: 5}]
                    """));
    for (String part :
        List.of("NET-01", "scal = 1.1", "loads = loads", "gap (5.0)", "secondsMax (-1.0)")) {
      assertTrue(lines.contains(part), part + " in " + lines);
    }
    assertTrue(lines.contains("loadDeviation = 5.0"), lines);
    InvalidInputException huge =
        assertThrows(InvalidInputException.class, () -> only("{load: {scale: 1e12}}"));
    assertTrue(huge.issues().get(0).line().contains("NET-11"), huge.getMessage());
  }

  @Test
  void sweepsMonteCarloAndEachOfExpandToNamedCases() {
    StudyDefinition study =
        read(
            HEAD
                + """
                cases: [{name: a, changes: [{load: {scale: 1.1}}]}, {name: b, from: a, changes: [{reserve: {scale: 2}}]}]
                sweeps: [{name: "l{l}", over: {l: [0.9, 1.1], w: [1, 2, 3]}, changes: [{load: {scale: $l}}, {startCosts: {scale: $w}}]}]
                monteCarlo: [{name: mc, count: 3, seed: 5}]
                eachOf: [{name: out, branches: {zone: "1"}, from: 3, to: 4}]
                """);
    List<String> names = study.cases().stream().map(CaseOverlay::name).toList();
    assertEquals("base", names.get(0));
    assertTrue(names.containsAll(List.of("a", "b", "l0.9 w=1", "l1.1 w=3", "mc-002", "out L20")));
    assertEquals(1 + 2 + 6 + 3 + 20, names.size());
    assertEquals(
        "[{\"load\":{\"scale\":1.1}},{\"reserve\":{\"scale\":2}}]", study.cases().get(2).changes());
    assertEquals(study, read0(study), "the same text gives the same study");
  }

  private StudyDefinition read0(StudyDefinition study) {
    return new StudyDefinition(
        study.name(),
        study.base(),
        study.options(),
        List.copyOf(study.cases()),
        study.screening(),
        study.remarks());
  }

  @Test
  void changesOfWhatStandsInConstraintsWithVariablesAreRefused() throws IOException {
    Files.writeString(
        folder.resolve("day.json"),
        """
        {"format": "gridclear-case", "version": 1, "name": "day", "horizon": {"periodCount": 1},
         "network": {"buses": [{"id": "n", "type": "reference"}]},
         "thermalUnits": [
           {"id": "a", "bus": "n", "fuel": "gas", "offers": [{"mw": [0, 9], "yuanPerH": [0, 0]}],
            "initial": {"on": true, "hours": 9}},
           {"id": "b", "bus": "n", "fuel": "oil", "offers": [{"mw": [0, 9], "yuanPerH": [0, 9]}],
            "initial": {"on": true, "hours": 9}}],
         "busLoads": [{"bus": "n", "mw": 5}], "reserves": [{"id": "spin", "mw": 1}],
         "rules": {
           "variables": [{"id": "burnt", "yuanPerUnit": 3},
             {"id": "held", "max": 5, "part": "ancillary"}],
           "linear": [
             {"id": "fuel of a", "max": 0, "terms": [{"unit": "a"},
               {"unit": "burnt", "quantity": "variable", "coefficient": -1}]},
             {"id": "room of b", "max": 9, "terms": [{"unit": "b"},
               {"unit": "held", "quantity": "variable"}]}]}}
        """);
    String head = "study: s\nbase: {case: day.json}\ncases: [{name: x, changes: [";
    for (String change :
        List.of(
            "{offers: {unit: a, scale: 2}}",
            "{fuel: {name: gas, scale: 2}}",
            "{startCosts: {scale: 2}}",
            "{unitLimit: {unit: b, maxScale: 0.5}}",
            "{reserve: {scale: 2}}")) {
      List<String> issues = issues(head + change + "]}]");
      assertTrue(issues.get(0).contains("given as data"), issues.toString());
    }
    String fine =
        "{offers: {unit: b, scale: 2}}, {unitLimit: {unit: a, maxScale: 0.9}},"
            + " {reserve: {product: spin, scale: 2}}";
    assertEquals(2, read(head + fine + "]}]").cases().size());
  }

  @Test
  void everyKindOfChangeDoesWhatItSays() {
    MarketDay base = read(HEAD).base();
    assertEquals(1.1 * loadMwh(base), loadMwh(only("{load: {scale: 1.1}}").day()), 1e-9);
    assertEquals(loadMwh(base) + 24 * 30, loadMwh(only("{load: {addMw: 30}}").day()), 1e-6);
    String unit = base.thermalUnits().get(0).id();
    var out = only("{unitOutage: {unit: %s, from: 2, to: 3}}".formatted(unit)).day();
    assertEquals(Commitment.OFF, out.thermalUnits().get(0).commitment().get(1));
    assertEquals(Commitment.FREE, out.thermalUnits().get(0).commitment().get(3));
    double before = base.thermalUnits().get(0).offer(0).priceYuanPerMwh(0);
    var dear = only("{offers: {unit: %s, scale: 2, addYuanPerMwh: 7}}".formatted(unit)).day();
    assertEquals(2 * before + 7, dear.thermalUnits().get(0).offer(0).priceYuanPerMwh(0), 1e-9);
    var limit = only("{branchLimit: {branch: L3, mw: 12, from: 5, to: 5}}").day().branchLimits();
    assertEquals(12, limit.get(0).mw().at(4));
    assertTrue(limit.get(0).mw().at(5) > 12);
    assertEquals(1, only("{branchOutage: {branch: L3}}").day().branchOutages().size());
    assertFalse(only("{constraint: {name: B-15}}").inEffect(ConstraintFamily.RESERVE));
    assertEquals(
        9, only("{penalty: {name: reserve, yuanPerMwh: 9}}").day().penalties().reserveYuanPerMwh());
  }

  @Test
  void monteCarloIsReproducibleCorrelatedAndCentred() {
    String text = HEAD + "monteCarlo: [{name: mc, count: 400, seed: 9, zoneCorrelation: 1}]";
    StudyDefinition study = read(text);
    assertEquals(study.cases(), read(text).cases());
    double sum = 0;
    for (CaseOverlay overlay : study.cases().subList(1, 401)) {
      sum += loadMwh(overlay.resolve(study.base()).day()) / loadMwh(study.base());
    }
    assertEquals(1, sum / 400, 0.004);
  }

  @Test
  void uniformDrawsStayWithinTheirDeviationAndReachMostOfIt() {
    String text =
        HEAD
            + "monteCarlo: [{name: mc, count: 400, seed: 9, loadDeviation: 0.03, zoneCorrelation:"
            + " %s, distribution: %s}]";
    StudyDefinition study = read(text.formatted("1", "uniform"));
    double[] shares =
        study.cases().stream()
            .skip(1)
            .mapToDouble(c -> loadMwh(c.resolve(study.base()).day()) / loadMwh(study.base()))
            .toArray();
    assertTrue(Arrays.stream(shares).allMatch(s -> Math.abs(s - 1) <= 0.03 + 1e-6));
    assertEquals(0.97, Arrays.stream(shares).min().orElseThrow(), 0.001);
    assertEquals(1.03, Arrays.stream(shares).max().orElseThrow(), 0.001);
    double variance = Arrays.stream(shares).map(s -> (s - 1) * (s - 1)).sum() / 400;
    assertEquals(0.03 * 0.03 / 3, variance, 0.1 * 0.03 * 0.03 / 3);
    assertEquals(401, read(text.formatted("0.5", "uniform")).cases().size());
    String line = issues(text.formatted("1", "triangle")).toString();
    assertTrue(line.contains("distribution = triangle") && line.contains("UNIFORM"), line);
  }

  @Test
  void roundsOfTheAcCheckAreReadAndNegativeOnesRefused() {
    String text = HEAD + "options: {securityRoundsMax: 4, securityReactiveLimits: true}";
    assertEquals(new ClearingOptions.SecurityRounds(4, true), read(text).options().security());
    assertEquals(ClearingOptions.SecurityRounds.NONE, read(HEAD).options().security());
    String line = issues(HEAD + "options: {securityRoundsMax: -1}").toString();
    assertTrue(line.contains("securityRoundsMax (-1)"), line);
  }

  @Test
  void aMisspeltFieldIsNamedWithTheNearestOne() {
    String line =
        issues(HEAD + "cses: []\ncases: [{name: x, changes: [{load: {scal: 2}}]}]").toString();
    assertTrue(line.contains("'cases'") && line.contains("'scale'"), line);
    assertTrue(
        issues(HEAD + "cases: [{name: x, changes: [{lod: {scale: 2}}]}]")
            .toString()
            .contains("'load'"));
  }

  @Test
  void aCycleOfCasesIsRefused() {
    String text = HEAD + "cases: [{name: a, from: b}, {name: b, from: a}]";
    assertTrue(issues(text).get(0).contains("STD-01"), text);
  }

  @Test
  void aStudyOfTenMillionCasesIsRefusedWithItsCountBeforeItIsExpanded() {
    String list = "[" + "1,".repeat(99) + "1]";
    String over = "{a: %s, b: %s, c: %s, d: [1,2,3,4,5,6,7,8,9,10]}".formatted(list, list, list);
    String line = issues(HEAD + "sweeps: [{name: s, over: " + over + ", changes: []}]").toString();
    assertTrue(line.contains("STD-02") && line.contains("10000001"), line);
  }

  @Test
  void unknownTargetsBadWindowsAndNegativeScalesAreAllReported() {
    String text =
        HEAD
            + """
            cases:
              - name: x
                changes:
                  - unitOutage: {unit: G99}
                  - branchOutage: {branch: L2, from: 20, to: 30}
                  - load: {scale: -1, zone: nowhere}
                  - fuel: {name: plutonium, scale: 2}
              - {name: x, changes: []}
            """;
    String lines = String.join("\n", issues(text));
    for (String part : List.of("G99", "20..30", "-1.0", "nowhere", "plutonium", "NET-01")) {
      assertTrue(lines.contains(part), part + " in\n" + lines);
    }
  }

  @Test
  void malformedYamlAndAMissingBaseAreRefused() {
    assertTrue(issues("study: [").get(0).contains("FMT-02"));
    assertTrue(issues("just text").get(0).contains("FMT-02"));
    assertTrue(issues("study: s\nbase: {case: no-such.json}").toString().contains("FMT-01"));
    assertTrue(issues("study: s").toString().contains("FMT-04"));
  }

  @Test
  void aStudyThatIsNoTextSaysWhatItIs() throws IOException {
    Path study = folder.resolve("s.yaml");
    Files.write(study, new byte[] {'s', ':', ' ', (byte) 0xd6, (byte) 0xd0});
    assertTrue(refused(study).contains("which is not UTF-8"), refused(study));
    Files.write(study, new byte[] {'s', 3, 'x'});
    assertTrue(refused(study).contains("a binary file (byte 0x03 at 1)"), refused(study));
    assertTrue(refused(folder).contains("It is a folder"), refused(folder));
    Path absent = folder.resolve("absent.yaml");
    assertTrue(refused(absent).contains("There is no such file."), refused(absent));
  }

  @Test
  void aPlanWithoutTheRunBeforeItIsRefused() {
    String text = "{name: s, base: {case: ieee14, synthetic: true}, plan: day}";
    assertTrue(
        assertThrows(InvalidInputException.class, () -> read(text))
            .getMessage()
            .contains("name that run in after"));
  }

  private static String refused(Path study) {
    return assertThrows(InvalidInputException.class, () -> StudyReader.read(study)).getMessage();
  }
}

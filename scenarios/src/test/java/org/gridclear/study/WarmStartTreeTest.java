package org.gridclear.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gridclear.market.MarketDay;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;

class WarmStartTreeTest {
  private static StudyDefinition study(List<String> changes) {
    String cases =
        IntStream.range(0, changes.size())
            .mapToObj(k -> "{name: c%d, changes: [%s]}".formatted(k + 1, changes.get(k)))
            .collect(Collectors.joining(", "));
    String text = "study: s\nbase: {case: ieee14, synthetic: {seed: 3}}\ncases: [" + cases + "]";
    return StudyReader.read(text, "study.yaml", Path.of("."));
  }

  private static StudyDefinition loads(double... scales) {
    return study(DoubleStream.of(scales).mapToObj("{load: {scale: %s}}"::formatted).toList());
  }

  private static int depth(List<Integer> starts, int k) {
    int depth = 0;
    for (int i = k; starts.get(i) != WarmStartTree.NONE; i = starts.get(i)) {
      depth++;
    }
    return depth;
  }

  @Test
  void theFarthestCaseStartsFromTheBaseAndTheOthersFromTheNearestBeforeThem() {
    assertEquals(
        List.of(WarmStartTree.NONE, 0, 1, 0, 3), WarmStartTree.of(loads(1.08, 1.05, 0.96, 0.97)));
  }

  @Test
  void windReserveOutagesAndPricesCountAsWellAsLoad() {
    for (String change :
        List.of(
            "{renewables: {scale: %s}}",
            "{reserve: {scale: %s}}", "{offers: {scale: %s}}", "{unitLimit: {maxScale: %s}}")) {
      assertEquals(
          List.of(WarmStartTree.NONE, 2, 0),
          WarmStartTree.of(study(List.of(change.formatted(0.93), change.formatted(0.92)))),
          change);
    }
  }

  @Test
  void casesOfTheOffersOfUnitsStartFromTheBaseAlone() {
    String unit = "{unitOffer: {unit: %s, offers: [{mw: [0, 100], yuanPerH: [0, %d]}]}}";
    List<String> ids =
        loads().base().thermalUnits().stream().limit(2).map(each -> each.id()).toList();
    String first = unit.formatted(ids.get(0), 1000);
    String second = unit.formatted(ids.get(1), 1001);
    assertEquals(
        List.of(WarmStartTree.NONE, 0, 0, 4, 0),
        WarmStartTree.of(
            study(
                List.of(first, second, "{load: {scale: 0.5}}", first + ", {load: {scale: 0.5}}"))));
  }

  @Test
  void noCaseWaitsForManyOthers() {
    double[] scales = IntStream.rangeClosed(1, 63).mapToDouble(k -> 1 + 0.01 * k).toArray();
    List<Integer> starts = WarmStartTree.of(loads(scales));
    int deepest = IntStream.range(0, starts.size()).map(k -> depth(starts, k)).max().orElseThrow();
    assertTrue(deepest <= 6, "halved each time: " + deepest);
  }

  @Test
  void casesThatAreTheSameStartAlikeAndTheBaseFromNothing() {
    StudyDefinition study =
        study(
            List.of("{load: {scale: 1.02}}", "", "{load: {scale: 1.02}}", "{load: {scale: 1.03}}"));
    assertEquals(List.of(WarmStartTree.NONE, 4, WarmStartTree.NONE, 4, 0), WarmStartTree.of(study));
  }

  @Test
  void aStudyOfVeryManyCasesStartsFromItsBase() {
    double[] scales =
        IntStream.rangeClosed(1, WarmStartTree.CASES_MAX).mapToDouble(k -> 1 + 1e-4 * k).toArray();
    List<Integer> starts = WarmStartTree.of(loads(scales));
    assertTrue(starts.stream().skip(1).allMatch(start -> start == 0));
  }

  @Test
  void everyCaseStartsFromTheNearestOfThoseThatWereFartherApart() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 20; round++) {
      int count = 2 + random.nextInt(8);
      List<String> changes = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        changes.add(
            "{load: {scale: %.4f}}, {renewables: {scale: %.4f}}"
                .formatted(random.nextDouble(0.95, 1.05), random.nextDouble(0.8, 1.2)));
      }
      StudyDefinition study = study(changes);
      MarketDay base = study.base();
      CaseProfile.Measure measure = new CaseProfile.Measure(base);
      List<CaseProfile> profiles =
          study.cases().stream()
              .map(c -> new CaseProfile(c.applied(base, new IssueLog("case")).day(), measure))
              .toList();
      assertEquals(byDefinition(profiles), WarmStartTree.of(study));
    }
  }

  private static List<Integer> byDefinition(List<CaseProfile> profiles) {
    Map<Integer, Integer> starts = new TreeMap<>(Map.of(0, WarmStartTree.NONE));
    while (starts.size() < profiles.size()) {
      Map<Integer, Integer> nearest = new TreeMap<>();
      for (int k = 0; k < profiles.size(); k++) {
        CaseProfile one = profiles.get(k);
        if (!starts.containsKey(k)) {
          nearest.put(
              k,
              starts.keySet().stream()
                  .min(Comparator.comparingDouble(p -> one.distance(profiles.get(p))))
                  .orElseThrow());
        }
      }
      int next =
          nearest.keySet().stream()
              .max(
                  Comparator.comparingDouble(
                      k -> profiles.get(k).distance(profiles.get(nearest.get(k)))))
              .orElseThrow();
      starts.put(next, nearest.get(next));
    }
    return List.copyOf(starts.values());
  }
}

package org.gridclear.monitoring.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.gridclear.monitoring.index.IndexDefinition.Family;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a catalogue says, one entry at a time, and what a value is made of. */
// Rows: J-01
class CatalogueTextTest {
  private static IndexCatalogue read(String text) {
    return IndexCatalogueText.read(text.getBytes(StandardCharsets.UTF_8), "x", 3);
  }

  private static List<Issue> refused(String text) {
    return assertThrows(InvalidInputException.class, () -> read(text)).issues();
  }

  private static String index(String more) {
    return "indices:\n- {id: a, family: benefit, en: A, zh: 甲, " + more + "}\n";
  }

  @Test
  void whatIsNotSaidHasAValue() {
    IndexDefinition index = read(index("kernel: lerner")).find("a").orElseThrow();
    assertEquals("1", index.unit());
    assertEquals(DayFigure.MEAN, index.figure());
    assertFalse(index.byZone());
    assertEquals(1, index.weight(), 0);
    assertEquals(Family.BENEFIT, index.family());
    assertEquals(new IndexDefinition.Names("A", "甲"), index.names());
    assertEquals(Bounds.NONE, index.bounds());
    assertEquals("lerner {cutNegative=0.0}", index.source().text());
  }

  @Test
  void whatIsSaidIsKept() {
    IndexCatalogue catalogue =
        read(
            "fuels: [{id: sun, renewable: true, tonPerMwh: 0.1}, {id: tar, tonPerMwh: 2}]\n"
                + index(
                    "formula: demandMw, unit: MW, day: highest, zones: true, worse: below,"
                        + " warning: 5, severe: 5, score: {best: 9, worst: 2}, weight: 0.5"));
    IndexDefinition index = catalogue.find("a").orElseThrow();
    assertEquals("MW", index.unit());
    assertEquals(DayFigure.HIGHEST, index.figure());
    assertTrue(index.byZone());
    assertEquals(0.5, index.weight(), 0);
    assertEquals("demandMw", index.source().text());
    assertEquals(Bounds.Worse.BELOW, index.bounds().worse());
    assertEquals(OptionalDouble.of(5), index.bounds().warning());
    assertEquals(OptionalDouble.of(5), index.bounds().severe(), "as bad as the warning is fine");
    assertEquals(new Bounds.Scale(9, 2), index.bounds().scale().orElseThrow());
    assertEquals(3, catalogue.version());
    assertTrue(catalogue.fuels().get(0).renewable());
    assertEquals(0.1, catalogue.fuels().get(0).tonPerMwh(), 0);
    assertFalse(catalogue.fuels().get(1).renewable());
    assertTrue(catalogue.find("b").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel: lerner, formula: '1'",
        "unit: '1'",
        "kernel: lerner, unit: MW",
        "formula: demandMw, unit: yuan",
        "formula: demandMw +, unit: MW",
        "formula: demanded, unit: MW",
        "kernel: lerne",
        "kernel: lerner, parameters: {cutNegativ: 1}",
        "kernel: lerner, parameters: {cutNegative: many}",
        "kernel: lerner, weight: 0",
        "kernel: lerner, weight: -1",
        "kernel: lerner, day: median",
        "kernel: lerner, worse: beside",
        "kernel: lerner, zones: often",
        "kernel: lerner, warning: 2, severe: 1.9",
        "kernel: lerner, worse: below, warning: 2, severe: 2.1",
        "kernel: lerner, score: {best: 2, worst: 2}",
        "kernel: lerner, score: {best: 2}",
        "kernel: lerner, score: {best: 2, worst: 1, middle: 1}",
        "kernel: lerner, note: hello",
      })
  void anEntryThatIsNotMeantIsRefusedOnceAndByItsName(String more) {
    List<Issue> issues = refused(index(more));
    assertEquals(1, issues.size(), issues.toString());
    assertTrue(issues.get(0).element().startsWith("index"), issues.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "1a", "a_b", "-a", "a b"})
  void anIdIsOfSmallLettersDigitsAndDashes(String id) {
    List<Issue> issues =
        refused("indices:\n- {id: '" + id + "', family: benefit, en: A, zh: B, kernel: lerner}");
    assertEquals(1, issues.size(), issues.toString());
    assertEquals("id", issues.get(0).field());
  }

  @Test
  void anIdHasAtMostSixtyFourLetters() {
    String entry = "indices:\n- {id: %s, family: benefit, en: A, zh: B, kernel: lerner}";
    String longest = "a".repeat(64);
    assertTrue(read(entry.formatted(longest)).find(longest).isPresent());
    assertEquals(1, refused(entry.formatted(longest + "a")).size());
  }

  @Test
  void aCatalogueNeedsIndicesAndNothingElse() {
    assertEquals("indices", refused("fuels: []").get(0).field());
    assertEquals(1, refused(index("kernel: lerner") + "indexes: []\n").size());
    assertTrue(read("indices: []").indices().isEmpty());
  }

  @Test
  void whatIsNoCatalogueIsRefused() {
    assertFalse(refused("indices: [").isEmpty());
    String twice = "- {id: a, family: benefit, en: A, zh: A, kernel: lerner}\n";
    List<Issue> issues = refused("indices:\n" + twice + twice);
    assertEquals(1, issues.size(), issues.toString());
    assertEquals("id", issues.get(0).field());
    List<Issue> fuel = refused("fuels: [{id: c, tonPerMwh: 1, price: 2}]\nindices: []");
    assertEquals(1, fuel.size(), fuel.toString());
    assertEquals("price", fuel.get(0).field());
  }

  private static final String PARTS =
      """
      indices:
      - {id: a, family: benefit, en: A, zh: A, formula: hours, unit: h, zones: true,
         score: {best: 1, worst: 2}, weight: 3}
      - {id: b, family: benefit, en: B, zh: B, formula: hours, unit: h,
         score: {best: 2, worst: 0}}
      - {id: c, family: benefit, en: C, zh: C, kernel: hhi-cleared,
         score: {best: 2, worst: 0}, weight: 7}
      - {id: d, family: benefit, en: D, zh: D, kernel: lerner}
      """;

  /** hours are 1.5: a scores 50 with weight 3, b 75 with weight 1; c has no value. */
  @Test
  void aCompositeIsTheMeanOfScoresByWeightWithoutThoseThatHaveNone() {
    IndexCatalogue catalogue =
        read(PARTS + "composites:\n- {id: all, en: X, zh: X, of: [a, b, c]}\n");
    SmallMarket market = new SmallMarket(1.5, 300);
    IndexValue value = catalogue.values(market.facts(), List.of("all")).get("all");
    assertEquals((3 * 50 + 75) / 4.0, value.value(), 1e-9);
    assertEquals("without c", value.note());
    assertEquals(Map.of("a", 50.0, "b", 75.0), value.elements());
    assertEquals(1, value.byPeriod().length);
    assertEquals(Family.COMPOSITE, catalogue.find("all").orElseThrow().family());
    assertEquals("scores of a, b, c", catalogue.find("all").orElseThrow().source().text());
  }

  @Test
  void aCompositeOfNothingThatIsDefinedIsNotDefined() {
    IndexCatalogue catalogue = read(PARTS + "composites:\n- {id: all, en: X, zh: X, of: [c]}\n");
    IndexValue value =
        catalogue.values(new SmallMarket(1.5, 300).facts(), List.of("all")).get("all");
    assertFalse(value.defined());
    assertEquals("without c", value.note());
  }

  @Test
  void onlyWhatIsWantedIsAnswered() {
    IndexCatalogue catalogue = read(PARTS + "composites:\n- {id: all, en: X, zh: X, of: [a, b]}\n");
    assertEquals(
        Set.of("all", "b"),
        catalogue.values(new SmallMarket(1, 300).facts(), List.of("b", "all")).keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id: all, en: X, zh: X, of: [e]",
        "id: all, en: X, zh: X, of: [d]",
        "id: all, en: X, zh: X, of: []",
        "id: all, en: X, zh: X, of: [b], zones: true",
        "id: all, en: X, zh: X, of: [a], family: benefit",
        "id: a, en: X, zh: X, of: [a]",
      })
  void aCompositeThatIsNotMeantIsRefusedOnce(String entry) {
    List<Issue> issues = refused(PARTS + "composites:\n- {" + entry + "}\n");
    assertEquals(1, issues.size(), issues.toString());
  }

  @Test
  void aCompositeByZoneOfPartsByZoneIsFine() {
    IndexCatalogue catalogue =
        read(PARTS + "composites:\n- {id: all, en: X, zh: X, of: [a], zones: true}\n");
    assertTrue(catalogue.find("all").orElseThrow().byZone());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weight: 3}|weight: 4}",
        "score: {best: 1, worst: 2}|score: {best: 1, worst: 3}",
        "formula: hours, unit: h, zones|formula: 2 * hours, unit: h, zones",
      })
  void aPartThatChangesChangesWhatACompositeIs(String change) {
    String[] words = change.split("\\|", -1);
    String of = "composites:\n- {id: all, en: X, zh: X, of: [a, b]}\n";
    IndexCatalogue before = read(PARTS + of);
    IndexCatalogue after = read(PARTS.replace(words[0], words[1]) + of);
    IndexDefinition all = before.find("all").orElseThrow();
    assertNotEquals(before.content(all), after.content(after.find("all").orElseThrow()));
    assertEquals(before.content(all), read(PARTS + of).content(all));
    IndexDefinition b = before.find("b").orElseThrow();
    assertEquals(before.content(b), after.content(after.find("b").orElseThrow()));
  }
}

package org.gridclear.market.rulebase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one version of rules says otherwise than another, place by place. */
class RuleDifferenceTest {
  private static List<String> between(String before, String after) {
    return RuleDifference.between(
        before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1}|{a: 2}|a: 2, was 1",
        "{a: 1}|{a: 1, b: x}|b: new, x",
        "{a: 1, b: x}|{a: 1}|b: gone, was x",
        "{a: {b: {c: true}}}|{a: {b: {c: false}}}|a, b, c: false, was true",
        "{a: [1, 2]}|{a: [1, 3]}|a: 1, 3, was 1, 2",
        "{a: [1]}|{a: []}|a: none, was 1",
        "{a: x}|{a: null}|a: null, was x",
        "{r: [{id: p, v: 1}]}|{r: [{id: p, v: 2}]}|r p, v: 2, was 1",
        "{r: [{v: 1}]}|{r: [{v: 2}]}|r #1, v: 2, was 1",
        "{r: [{product: s, v: 1}]}|{r: [{product: s, v: 2}]}|r s, v: 2, was 1",
        "{r: [{code: s, v: 1}]}|{r: [{code: s, v: 2}]}|r s, v: 2, was 1",
        "{r: [{name: s, v: 1}]}|{r: [{name: s, v: 2}]}|r s, v: 2, was 1",
        "{r: [{id: p, x: {y: 1}}]}|{r: [{id: p, x: {y: 2}}]}|r p, x, y: 2, was 1",
        "{r: [[1, 2], [3]]}|{r: [[1, 2], [4]]}|r: [1,2], [4], was [1,2], [3]"
      })
  void eachDifferenceIsALine(String before, String after, String line) {
    assertEquals(List.of(line), between(before, after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1, b: 2}|{b: 2, a: 1}",
        "{r: [{id: p, v: 1}, {id: q, v: 2}]}|{r: [{id: q, v: 2}, {id: p, v: 1}]}",
        "{a: x}|{\"a\": \"x\"}",
        "{}|{}"
      })
  void otherOrderAndOtherSpellingIsNoDifference(String before, String after) {
    assertEquals(List.of(), between(before, after));
  }

  /** A name that comes twice names nothing: things are counted then. */
  @Test
  void namesThatComeTwiceAreNoNames() {
    assertEquals(
        List.of("r #2, v: 3, was 2"),
        between("{r: [{id: p, v: 1}, {id: p, v: 2}]}", "{r: [{id: p, v: 1}, {id: p, v: 3}]}"));
    assertEquals(
        List.of("r y, v: 3, was 2"),
        between(
            "{r: [{id: p, code: x, v: 1}, {id: p, code: y, v: 2}]}",
            "{r: [{id: p, code: x, v: 1}, {id: p, code: y, v: 3}]}"));
  }

  @Test
  void thingsThatCameOrWentAreToldFieldByField() {
    assertEquals(
        List.of("r q, id: new, q", "r q, v: new, 2"),
        between("{r: [{id: p, v: 1}]}", "{r: [{id: p, v: 1}, {id: q, v: 2}]}"));
    assertEquals(
        List.of("r q, id: gone, was q", "r q, v: gone, was 2"),
        between("{r: [{id: p, v: 1}, {id: q, v: 2}]}", "{r: [{id: p, v: 1}]}"));
  }
}

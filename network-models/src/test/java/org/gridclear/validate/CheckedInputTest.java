package org.gridclear.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a check found, for people and for programs. */
class CheckedInputTest {
  private static final Issue SYNTAX =
      new Issue(Rule.SYNTAX, "c.json", "unit g", "maxMw", "x", "Give a number.");

  private static final Issue NOTICE =
      new Issue(Rule.TAKEN_AS, "c.json", "case", "", "synthetic", "Made from the seed.");

  @Test
  void remarksAreCountedByTheirSeverity() {
    CheckedInput checked = CheckedInput.of("c.json", () -> List.of(NOTICE, NOTICE));
    assertEquals("c.json: no errors, 0 warning(s), 2 notice(s).", checked.line());
    assertEquals(true, checked.data().get("accepted"));
  }

  @Test
  void anInputThatIsRefusedHasEveryIssueWithTheWordsOfItsRule() {
    CheckedInput checked =
        CheckedInput.of(
            "c.json",
            () -> {
              throw new InvalidInputException(List.of(SYNTAX, NOTICE));
            });
    Map<String, Object> data = checked.data();
    assertEquals(List.of("file", "accepted", "issues"), List.copyOf(data.keySet()));
    assertEquals(false, data.get("accepted"));
    List<?> issues = (List<?>) data.get("issues");
    assertEquals(2, issues.size());
    assertEquals(
        "{severity=ERROR, rule=%s, ruleText=%s, file=c.json, element=unit g, field=maxMw, value=x, advice=Give a number.}"
            .formatted(Rule.SYNTAX.id(), Rule.SYNTAX.text()),
        issues.get(0).toString());
  }

  @Test
  void whatIsNoFindingOfTheCheckGoesOn() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            CheckedInput.of(
                "c.json",
                () -> {
                  throw new IllegalArgumentException("no such market");
                }));
  }
}

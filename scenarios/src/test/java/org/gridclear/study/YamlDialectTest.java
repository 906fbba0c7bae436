package org.gridclear.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDialectTest {
  private static List<Issue> issues(String text) {
    IssueLog log = new IssueLog("x.yaml");
    Yaml.parse(text, log, "");
    return log.issues();
  }

  @Test
  void aControlCharacterIsRefusedAndBreaksNothing() {
    for (String text : List.of("a: \u007f", "a: \u0000", "a: b\n\u0007: 1\n")) {
      List<Issue> found = issues(text);
      assertEquals(1, found.size(), found::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1_000, decimal",
    "0x1F, decimal",
    "0o17, decimal",
    "010, decimal",
    "+5, decimal",
    ".5, decimal",
    "5., decimal",
    ".nan, decimal",
    "-.inf, decimal",
    "~, null",
    "True, true",
    "NULL, null",
    "!!int 3, tag",
    "!mine {b: 1}, tag"
  })
  void whatYamlAndJsonReadDifferentlyIsRefusedWhereItStands(String value, String advice) {
    List<Issue> found = issues("a: 1\nlist:\n  - b: " + value + "\n");
    assertEquals(1, found.size(), found::toString);
    assertEquals("line 3, column 8", found.get(0).element());
    assertTrue(found.get(0).advice().contains(advice), found.get(0)::line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'1_000'", "\"0x1F\"", "yes", "a_b", "2026-10-01", "L1", "1e3", "-2.5", "G+5"})
  void aTextOrANumberAsJsonWritesItIsRead(String value) {
    assertEquals(List.of(), issues("a: " + value + "\n"));
  }

  @Test
  void anAliasIsRefusedAndNotTakenForItsName() {
    Issue alias = issues("a: &x {b: 3}\nc: *x\n").get(0);
    assertEquals("line 2, column 4", alias.element());
    assertEquals("*x", alias.value());
  }

  @Test
  void mergeKeysAreRefusedButOtherWordsMayBeKeys() {
    assertEquals("<<", issues("a:\n  <<: {b: 1}\n").get(0).value());
    assertEquals(List.of(), issues("True: 1\n010: 2\n~: 3\n"));
  }

  @Test
  void aTabIsNamedWithItsPlace() {
    Issue tab = issues("a:\n\t- 1\n").get(0);
    assertEquals("line 2, column 1", tab.element());
    assertTrue(tab.value().contains("TAB"), tab::line);
  }

  @Test
  void aSecondDocumentIsNamedWithItsLine() {
    Issue second = issues("a: 1\n---\nb: 2\n").get(0);
    assertEquals("a second document", second.value());
    assertTrue(second.element().startsWith("line "), second::line);
  }
}

package org.gridclear.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no grid can have are refused by name; rare ones are said. */
// Rows
class ImpossibleValuesTest {
  private static final String CASE =
      """
      {"format": "gridclear-case", "version": 1, "name": "two",
       "horizon": {"periodCount": 3, "minutesPerPeriod": 60},
       "network": {"name": "two", "baseMva": 100,
         "buses": [{"id": "a", "type": "REFERENCE"}, {"id": "b"}],
         "branches": [{"id": "ab", "from": "a", "to": "b", "rPu": 0.01, "xPu": 0.1}],
         "loads": [{"id": "D", "bus": "b", "pMw": 30, "qMvar": 5}],
         "hvdcLines": [{"id": "link", "from": "a", "to": "b", "pFromMw": 10, "pMinMw": 0, "pMaxMw": 50,
           "lossFixedMw": 0, "lossShare": 0.02}]},
       "thermalUnits": [{"id": "g", "bus": "a", "offers": [{"mw": [10, 100], "yuanPerH": [500, 3000]}],
         "startCategories": [{"offHours": 1, "costYuan": 900}], "stopYuan": 4,
         "initial": {"on": true, "hours": 5, "powerMw": 30}, "reserves": ["r"]}],
       "rules": {"bands": [{"unit": "g", "bands": [{"fromMw": 40, "toMw": 50}], "crossingsOfDay": [1]}]},
       "busLoads": [{"bus": "b", "mw": [30, 31, 32]}],
       "reserves": [{"id": "r", "product": "r", "mw": 2, "loadShare": 0.05, "renewableShare": 0.1}]}
      """;

  @TempDir Path folder;

  private List<Issue> issues(String text) throws IOException {
    Files.writeString(folder.resolve("c.json"), text);
    try {
      return CaseFiles.load("c.json", folder, Set.of()).log().issues();
    } catch (InvalidInputException e) {
      return e.issues();
    }
  }

  private static String with(String from, String to) {
    assertTrue(CASE.contains(from), from);
    return CASE.replace(from, to);
  }

  @Test
  void theCaseItselfHasNothingToSay() throws IOException {
    assertEquals(List.of(), issues(CASE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "loadShare": 0.05       | "loadShare": -0.5      | MKT-08 | reserve r        | loadShare
          "renewableShare": 0.1   | "renewableShare": -0.1 | MKT-08 | reserve r        | renewableShare
          "lossShare": 0.02       | "lossShare": 3         | MKT-10 | hvdc line link   | lossShare
          "lossShare": 0.02       | "lossShare": 1         | MKT-10 | hvdc line link   | lossShare
          "lossShare": 0.02       | "lossShare": -0.02     | MKT-10 | hvdc line link   | lossShare
          "costYuan": 900         | "costYuan": -900       | MKT-08 | unit g           | costYuan of start category 1
          "offHours": 1           | "offHours": -1         | MKT-06 | unit g           | offHours of start category 1
          "stopYuan": 4           | "stopYuan": -4         | MKT-08 | unit g           | stopYuan
          "periodCount": 3        | "periodCount": 3.7     | FMT-05 | horizon          | periodCount
          "crossingsOfDay": [1]   | "crossingsOfDay": [1.5] | FMT-05 | bands #1        | crossingsOfDay
          [30, 31, 32]            | [30, 31, 1e18]         | NET-11 | load at b        | mw in period 3
          [30, 31, 32]            | [30, -1e8, 32]         | NET-11 | load at b        | mw in period 2
          "pMw": 30               | "pMw": 1e300           | NET-11 | load D           | pMw
          "qMvar": 5              | "qMvar": -1e9          | NET-11 | load D           | qMvar
          "pFromMw": 10           | "pFromMw": 1e12        | NET-11 | hvdc line link   | pFromMw
          """)
  void aValueThatCannotBeIsRefusedWhereItStands(
      String from, String to, String rule, String element, String field) throws IOException {
    List<Issue> issues = issues(with(from, to));
    assertTrue(
        issues.stream()
            .anyMatch(
                i ->
                    i.rule().id().equals(rule)
                        && i.rule().severity() == Severity.ERROR
                        && i.element().equals(element)
                        && i.field().equals(field)),
        issues.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"busLoads\": [],", "\"busLoads\": [{\"bus\": \"b\", \"mw\": 0}],"})
  void aDayWithoutLoadSaysSo(String loads) throws IOException {
    List<Issue> issues =
        issues(with("\"busLoads\": [{\"bus\": \"b\", \"mw\": [30, 31, 32]}],", loads));
    assertEquals(1, issues.size(), issues.toString());
    assertEquals(Rule.LOAD_GIVEN, issues.get(0).rule());
    assertTrue(issues.get(0).advice().contains("no load"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "xPu": 0.1         | "xPu": -0.1         | xPu
          "rPu": 0.01        | "rPu": -0.01        | rPu
          "lossFixedMw": 0   | "lossFixedMw": -1   | lossFixedMw
          """)
  void aRareValueIsANotice(String from, String to, String field) throws IOException {
    List<Issue> issues = issues(with(from, to));
    assertEquals(1, issues.size(), issues.toString());
    assertEquals(Rule.TAKEN_AS, issues.get(0).rule());
    assertEquals(field, issues.get(0).field());
  }
}

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

/** Each rule of a network: a network at all its bounds, and the next number beyond each of them. */
// Rows
class NetworkChecksTest {
  private static final String NETWORK =
      """
      {"format": "gridclear-case", "version": 1, "name": "n",
       "horizon": {"periodCount": 1, "minutesPerPeriod": 60},
       "busLoads": [{"bus": "b", "mw": 1}],
       "profiledUnits": [{"id": "w", "bus": "b", "maxMw": 1, "priceYuanPerMwh": 0}],
       "network": {"name": "n", "baseMva": 100,
       "buses": [{"id": "a", "type": "REFERENCE", "vMinPu": 1, "vMaxPu": 1}, {"id": "b"}],
       "branches": [{"id": "ab", "from": "a", "to": "b", "rPu": 0, "xPu": 1e-6, "tapRatio": 0.01,
         "ratings": {"normalMva": 0, "shortTermMva": 0, "emergencyMva": 0}}],
       "generators": [{"id": "g", "bus": "a", "pMw": 1e7, "vSetPu": 0.01, "pMinMw": 5, "pMaxMw": 5,
         "qMinMvar": 6, "qMaxMvar": 6}],
       "loads": [{"id": "l", "bus": "b", "pMw": -1e7, "qMvar": 1e7}],
       "shunts": [{"bus": "b", "gMw": 1, "bMvar": 2}],
       "hvdcLines": [{"id": "d", "from": "a", "to": "b", "pFromMw": 3, "pMinMw": 3, "pMaxMw": 3,
         "lossFixedMw": 0, "lossShare": 0.99}],
       "flowgates": [{"id": "f", "terms": [{"branch": "ab", "weight": 1}], "limitMw": 0,
         "reverseLimitMw": 0}]}}
      """;

  @TempDir Path folder;

  private List<String> issues(String text) throws IOException {
    Files.writeString(folder.resolve("n.json"), text);
    List<Issue> issues;
    try {
      issues = CaseFiles.load("n.json", folder, Set.of()).log().issues();
    } catch (InvalidInputException e) {
      issues = e.issues();
    }
    return issues.stream()
        .map(
            issue ->
                String.join(
                    " | ", issue.rule().id(), issue.element(), issue.field(), issue.value()))
        .toList();
  }

  @Test
  void theNetworkAtItsBoundsLacksNothing() throws IOException {
    assertEquals(List.of(), issues(NETWORK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "baseMva": 100; "baseMva": 0; NET-08 | network | baseMva | 0.0
          "vMinPu": 1,; "vMinPu": 1.01,; MKT-01 | bus a | vMinPu | 1.01
          {"id": "b"}; {"id": "b"}, {"id": "b"}; NET-01 | bus b | id | b
          "xPu": 1e-6; "xPu": 9e-7; NET-03 | branch ab | xPu | 9.0E-7
          "rPu": 0,; "rPu": -0.01,; FMT-10 | branch ab | rPu | -0.01
          "xPu": 1e-6; "xPu": -0.1; FMT-10 | branch ab | xPu | -0.1
          "tapRatio": 0.01; "tapRatio": 0; NET-09 | branch ab | tapRatio | 0.0
          "normalMva": 0; "normalMva": -0.1; NET-04 | branch ab | normalMva | -0.1
          "shortTermMva": 0; "shortTermMva": -0.1; NET-04 | branch ab | shortTermMva | -0.1
          "emergencyMva": 0; "emergencyMva": -0.1; NET-04 | branch ab | emergencyMva | -0.1
          "from": "a", "to": "b", "rPu"; "from": "b", "to": "b", "rPu"; NET-05 | branch ab | to | b
          "from": "a", "to": "b", "rPu"; "from": "c", "to": "b", "rPu"; NET-02 | branch ab | from | c
          "id": "g", "bus": "a"; "id": "g", "bus": "c"; NET-02 | generator g | bus | c
          "pMw": 1e7; "pMw": 1.1e7; NET-11 | generator g | pMw | 1.1E7
          "vSetPu": 0.01; "vSetPu": 0; FMT-05 | generator g | vSetPu | 0.0
          "pMinMw": 5; "pMinMw": 5.1; MKT-01 | generator g | pMinMw | 5.1
          "vSetPu": 0.01; "vSetPu": 0.01, "ramp10Mw": -1; MKT-08 | generator g | ramp10Mw | -1.0
          "vSetPu": 0.01; "vSetPu": 0.01, "machine": {"ramp30Mw": -1}; MKT-08 | generator g | ramp30Mw | -1.0
          "vSetPu": 0.01; "vSetPu": 0.01, "machine": {"rampAgcMwPerMin": -1}; MKT-08 | generator g | rampAgcMwPerMin | -1.0
          "qMinMvar": 6; "qMinMvar": 6.1; MKT-01 | generator g | qMinMvar | 6.1
          "pMw": -1e7; "pMw": -1.1e7; NET-11 | load l | pMw | -1.1E7
          "qMvar": 1e7; "qMvar": 1.1e7; NET-11 | load l | qMvar | 1.1E7
          "id": "l", "bus": "b"; "id": "l", "bus": "c"; NET-02 | load l | bus | c
          {"bus": "b", "gMw"; {"bus": "c", "gMw"; NET-02 | shunt at c | bus | c
          "lossFixedMw": 0; "lossFixedMw": -0.1; FMT-10 | hvdc line d | lossFixedMw | -0.1
          "pFromMw": 3, "pMinMw": 3; "pFromMw": -3, "pMinMw": -3; FMT-10 | hvdc line d | pFromMw | -3.0
          "lossShare": 0.99; "lossShare": 1; MKT-10 | hvdc line d | lossShare | 1.0
          "lossShare": 0.99; "lossShare": -0.01; MKT-10 | hvdc line d | lossShare | -0.01
          "pMinMw": 3; "pMinMw": 3.1; MKT-01 | hvdc line d | pMinMw | 3.1
          "limitMw": 0,; "limitMw": -0.1,; NET-04 | flowgate f | limitMw | -0.1
          "reverseLimitMw": 0; "reverseLimitMw": -0.1; NET-04 | flowgate f | reverseLimitMw | -0.1
          "lossShare": 0.99}; "lossShare": 0.99}, {"id": "d", "from": "b", "to": "a"}; NET-01 | hvdc line d | id | d
          "vSetPu": 0.01; "vSetPu": 0.01, "cost": {"startYuan": 3}; FMT-04 | generator g cost | polynomial | absent
          "vSetPu": 0.01; "vSetPu": 0.01, "cost": {"pointsYuanPerH": [3]}; FMT-04 | generator g cost | polynomial | absent
          "vSetPu": 0.01; "vSetPu": 0.01, "cost": {"polynomial": 1, "pointsMw": 2, "pointsYuanPerH": 3}; FMT-04 | generator g cost | polynomial | beside pointsMw
          "vSetPu": 0.01; "vSetPu": 0.01, "cost": {"pointsMw": [1, 2], "pointsYuanPerH": 3}; FMT-06 | generator g cost | pointsYuanPerH | 1
          "vSetPu": 0.01; "vSetPu": 0.01, "cost": {"pointsMw": [1, 1], "pointsYuanPerH": [3, 4]}; MKT-03 | generator g cost | pointsMw | 1.0
          "vSetPu": 0.01; "vSetPu": 0.01, "reactiveCost": {"stopYuan": 3}; FMT-04 | generator g reactiveCost | polynomial | absent
          "branch": "ab"; "branch": "ba"; NET-02 | flowgate f | branch | ba
          "type": "REFERENCE"; "type": "PQ"; NET-07 | network | buses | no reference bus
          {"id": "b"}; {"id": "b"}, {"id": "c"}; NET-06 | network | islands | 2
          """)
  void theNextNumberIsRefusedOrNoticedWhereItStands(String from, String to, String issue)
      throws IOException {
    int at = NETWORK.indexOf(from);
    assertTrue(at >= 0, from);
    String changed = NETWORK.substring(0, at) + to + NETWORK.substring(at + from.length());
    assertEquals(issue, issues(changed).get(0));
  }

  @Test
  void whatIsOutOfServiceMayHaveLimitsThatDoNotMeet() throws IOException {
    assertEquals(
        List.of(),
        issues(
            NETWORK
                .replace("\"pMinMw\": 5,", "\"pMinMw\": 6, \"inService\": false,")
                .replace("\"pMinMw\": 3,", "\"pMinMw\": 4, \"inService\": false,")));
  }
}

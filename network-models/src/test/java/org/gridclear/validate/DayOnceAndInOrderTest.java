package org.gridclear.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What stands twice in a day, counts below 0, limits the wrong way round: each alone is refused,
 * because one of two would win silently, or a limit would allow more than it says.
 */
// Rows
class DayOnceAndInOrderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "importMw": [5, 1]}; "importMw": [5, 1]}, {"id": "t", "bus": "b", "importMw": 2}; NET-01 | interchange t | id | t
          "mw": 0, "emergencyMw": 0}; "mw": 0, "emergencyMw": 0}, {"branch": "ab", "mw": 5}; NET-01 | limit of branch ab | id | ab
          "maxMw": 0, "priceYuanPerMwh": 4}; "maxMw": 0, "priceYuanPerMwh": 4}, {"unit": "g", "product": "r", "maxMw": 9}; NET-01 | reserve offer g of r | id | g of r
          "branches": ["ab"]}; "branches": ["ab"]}, {"id": "c", "branches": ["ab2"]}; NET-01 | contingency c | id | c
          "pMinMw": -9, "pMaxMw": 9}; "pMinMw": -9, "pMaxMw": 9}, {"id": "dc", "from": "b", "to": "a", "pFromMw": 0, "pMaxMw": 9}; NET-01 | hvdc line dc | id | dc
          {"id": "k", "from": 1; {"id": "m", "from": 1; NET-01 | operating mode m | id | m
          {"id": "s", "bus": "b", "minLevelMwh": 1; {"id": "s", "bus": "b", "maxLevelMwh": 9, "maxChargeMw": 1, "maxDischargeMw": 1}, {"id": "s", "bus": "b", "minLevelMwh": 1; NET-01 | storage s | id | s
          "maxMw": 0, "valueYuanPerMwh": 20}; "maxMw": 0, "valueYuanPerMwh": 20}, {"id": "f", "bus": "b", "maxMw": 1, "valueYuanPerMwh": 20}; NET-01 | flexible load f | id | f
          "units": ["g", "w"]}; "units": ["g", "w"]}, {"id": "plant", "units": ["g"]}; NET-01 | group plant | id | plant
          "loadShare": 0, "renewableShare": 0}; "loadShare": 0, "renewableShare": 0}, {"id": "r", "mw": 1}; NET-01 | reserve r | id | r
          "min": 0, "max": 5, "yuanPerUnit": 6}; "min": 0, "max": 5, "yuanPerUnit": 6}, {"id": "v"}; NET-01 | variable v | id | v
          [{"id": "line", "terms"; [{"id": "range", "max": 1, "terms": []}, {"id": "line", "terms"; NET-01 | constraint range | id | range
          "initialMm3": 7}; "initialMm3": 7}, {"id": "lake", "m3PerMwh": 1, "maxMm3": 7, "initialMm3": 7}; NET-01 | reservoir lake | id | lake
          "maxMw": -3, "rampMwPerH": 0}; "maxMw": -3, "rampMwPerH": 0}, {"line": "dc", "fixedMw": 2}; NET-01 | HVDC schedule dc | id | dc
          "startMw": [3, 4], "stopMw": [5]}; "startMw": [3, 4], "stopMw": [5]}, {"unit": "g", "stopMw": [1]}; NET-01 | trajectory g | id | g
          "flowgate": "gate", "mw": [0, 1]}; "flowgate": "gate", "mw": [0, 1]}, {"flowgate": "gate", "mw": 7}; NET-01 | flowgate limit gate | id | gate
          "leadTimes": [{"unit": "g", "hours": 0}; "leadTimes": [{"unit": "g", "hours": 3}, {"unit": "g", "hours": 0}; NET-01 | lead time of g | unit | g
          """)
  void aSecondOfOneIdIsRefused(String from, String to, String issue) throws IOException {
    assertEquals(List.of(issue), WholeDay.issues(folder, WholeDay.with(from, to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "stopYuan": 5,; "stopYuan": 5, "startsOfDay": -1,; MKT-08 | unit g | startsOfDay | -1
          "stopYuan": 5,; "stopYuan": 5, "stopAfterPeriods": -1,; MKT-08 | unit g | stopAfterPeriods | -1
          "rampMwPerH": 0; "rampMwPerH": 0, "changesOfDay": -1; MKT-08 | HVDC schedule of dc | changesOfDay | -1.0
          "bands": [{"unit": "g",; "bands": [{"unit": "g", "dwellPeriodsMax": -1,; MKT-08 | bands of g | dwellPeriodsMax | -1.0
          "bands": [{"unit": "g",; "bands": [{"unit": "g", "insidePeriodsBefore": -1,; MKT-08 | bands of g | insidePeriodsBefore | -1.0
          "bands": [{"unit": "g",; "bands": [{"unit": "g", "crossingsOfDay": [0, -1],; MKT-08 | bands of g | crossingsOfDay | -1.0
          "bands": [{"unit": "g",; "bands": [{"unit": "g", "crossingsOfDay": [1],; FMT-06 | bands of g | crossingsOfDay | 1
          "priceYuanPerMwh": 4}; "priceYuanPerMwh": 4, "mileagePerMwh": -0.1}; MKT-08 | reserve offer of g | mileagePerMwh | -0.1
          "max": 9}],; "max": 9, "penaltyYuanPerUnit": -1}],; MKT-08 | constraint line | penaltyYuanPerUnit | -1.0
          "max": 9}],; "max": 9, "penaltyYuanPerUnit": "-Infinity"}],; MKT-08 | constraint line | penaltyYuanPerUnit | -Infinity
          "max": 9}],; "min": [9, 9.1], "max": 9}],; MKT-01 | constraint line | min in period 2 | 9.1
          "max": 9}],; "min": "Infinity"}],; FMT-07 | constraint line | min | Infinity
          "max": 9}],; "max": [9, "-Infinity"]}],; FMT-07 | constraint line | max | -Infinity
          "min": [1, 2], "max": [1, 3]; "min": [1, 2], "equal": 3; FMT-05 | constraint range | equal | beside min or max
          "min": [1, 2], "max": [1, 3]; "max": [1, 2], "equal": 3; FMT-05 | constraint range | equal | beside min or max
          "min": [1, 2], "max": [1, 3]; "item": ""; FMT-04 | constraint range | min/max | absent
          """)
  void aLimitThatCannotBeMeantIsRefused(String from, String to, String issue) throws IOException {
    assertEquals(List.of(issue), WholeDay.issues(folder, WholeDay.with(from, to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "m3PerMwh": 1; "m3PerMwh": 1, "maxSpillM3PerS": -1; MKT-08 | reservoir lake | maxSpillM3PerS | -1.0
          "m3PerMwh": 1; "m3PerMwh": 1, "delayHours": -1; MKT-08 | reservoir lake | delayHours | -1.0
          "m3PerMwh": 1; "m3PerMwh": 1, "releaseBeforeM3PerS": -1; MKT-08 | reservoir lake | releaseBeforeM3PerS | -1.0
          "m3PerMwh": 1; "m3PerMwh": 1, "releasesBeforeM3PerS": [0, -1]; MKT-08 | reservoir lake | releasesBeforeM3PerS | -1.0
          "m3PerMwh": 1; "m3PerMwh": 1, "penaltyYuanPerMm3": -1; MKT-08 | reservoir lake | penaltyYuanPerMm3 | -1.0
          "m3PerMwh": 1; "m3PerMwh": 1, "minReleaseM3PerS": [1, 3], "maxReleaseM3PerS": 2; MKT-01 | reservoir lake | minReleaseM3PerS in period 2 | 3.0
          "minMm3": 2; "minMm3": [2, 7.1], "endMinMm3": 2; MKT-01 | reservoir lake | minMm3 in period 2 | 7.1
          "m3PerMwh": 1; "m3PerMwh": 1, "endMinMm3": 7.1; MKT-12 | reservoir lake | endMinMm3 | 7.1
          "m3PerMwh": 1; "m3PerMwh": 1, "downstream": "sea"; NET-02 | reservoir lake | downstream | sea
          "m3PerMwh": 1; "m3PerMwh": 1, "downstream": "lake"; NET-02 | reservoir lake | downstream | lake
          """)
  void waterThatCannotBeIsRefused(String from, String to, String issue) throws IOException {
    assertEquals(List.of(issue), WholeDay.issues(folder, WholeDay.with(from, to)));
  }

  @Test
  void waterThatComesBackOverOtherReservoirsIsRefusedAtEachOfThem() throws IOException {
    String chain =
        WholeDay.with("\"m3PerMwh\": 1", "\"m3PerMwh\": 1, \"downstream\": \"mid\"")
            .replace(
                "\"initialMm3\": 7}",
                "\"initialMm3\": 7}, {\"id\": \"mid\", \"m3PerMwh\": 1, \"maxMm3\": 1,"
                    + " \"initialMm3\": 0, \"downstream\": \"%s\"}");
    assertEquals(List.of(), WholeDay.issues(folder, chain.formatted("")));
    assertEquals(
        List.of(
            "NET-02 | reservoir lake | downstream | mid",
            "NET-02 | reservoir mid | downstream | lake"),
        WholeDay.issues(folder, chain.formatted("lake")));
    assertEquals(
        List.of("NET-02 | reservoir mid | downstream | mid"),
        WholeDay.issues(folder, chain.formatted("mid")));
  }
}

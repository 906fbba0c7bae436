package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.json.Json;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Egret's cases against the results that it published with them. */
class EgretPublishedCasesTest {
  @ParameterizedTest
  @CsvSource({
    "egret/test_case_1.json, 4201915.0173",
    "egret/test_case_2.json, 5454367.7671",
    "egret/test_case_3.json, 5999272.3611"
  })
  void egretCasesCostWhatEgretFound(String file, double objectiveYuan) {
    ClearingResult result =
        Fixtures.clear(Fixtures.shared(file), ClearingOptions.LOSSLESS.withGap(5e-5));
    assertEquals(objectiveYuan, result.objectiveYuan(), 1e-4 * objectiveYuan);
    assertTrue(result.bestBoundYuan() <= objectiveYuan * (1 + 1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "tiny_uc_2.json, 158980.2698",
    "tiny_uc_3.json, 103398.6464755",
    "tiny_uc_4.json, 81382.5248125",
    "tiny_uc_5.json, 92373.6462865"
  })
  void egretCasesWithFuelSuppliesAndTwoFuelsCostWhatEgretFound(String file, double objectiveYuan) {
    ClearingCase day = ClearingCase.of(Fixtures.shared("egret/" + file));
    ClearingResult result = Fixtures.clear(day, ClearingOptions.LOSSLESS.withGap(0));
    assertEquals(objectiveYuan, result.objectiveYuan(), 1e-7 * objectiveYuan);
    assertEquals(
        List.of(), ClearingAuditor.audit(day, result).stream().map(Finding::line).toList());
  }

  /** With the statuses that Egret found; whether a unit regulates is still decided. */
  @ParameterizedTest
  @CsvSource({"tiny_uc_1, 487389.24464", "tiny_uc_6, 487412.78456"})
  void egretCasesWithEveryServiceCostWhatEgretFound(String file, double objectiveYuan)
      throws IOException {
    MarketDay day = Fixtures.shared("egret/" + file + ".json");
    JsonNode published =
        Json.MAPPER
            .readTree(Fixtures.sharedBytes("egret/" + file + "_results.json"))
            .get("elements")
            .get("generator");
    List<ThermalUnit> units = new ArrayList<>();
    for (ThermalUnit unit : day.thermalUnits()) {
      List<Commitment> statuses = new ArrayList<>();
      for (JsonNode on : published.get(unit.id()).get("commitment").get("values")) {
        statuses.add(on.doubleValue() > 0.5 ? Commitment.ON : Commitment.OFF);
      }
      units.add(unit.withCommitment(statuses));
    }
    ClearingCase given = ClearingCase.of(day.withThermalUnits(units));
    ClearingResult result = Fixtures.clear(given, ClearingOptions.LOSSLESS.withGap(1e-8));
    assertEquals(objectiveYuan, result.objectiveYuan(), 1e-7 * objectiveYuan);
    assertEquals(
        List.of(), ClearingAuditor.audit(given, result).stream().map(Finding::line).toList());
  }
}

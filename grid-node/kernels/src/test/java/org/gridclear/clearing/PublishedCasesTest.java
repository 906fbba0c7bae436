package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.Formulation;
import org.gridclear.clearing.input.HorizonWindow;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.market.MarketDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model against values that others published or measured on the same files. */
class PublishedCasesTest {
  private static final ClearingOptions PLAIN =
      ClearingOptions.LOSSLESS.withFormulation(Formulation.PLAIN);

  @ParameterizedTest
  @CsvSource({
    "pglib-uc/rts_gmlc/2020-01-27.json, 1205494.506",
    "pglib-uc/ca/2014-09-01_reserves_3.json, 48392.926"
  })
  void relaxationIsThatOfThePglibModelAndTheTightOneIsNeverLower(String file, double lpYuan) {
    ClearingCase day = ClearingCase.of(Fixtures.shared(file));
    double plain = ClearingKernel.relaxationYuan(day, PLAIN, Fixtures.highs());
    assertEquals(lpYuan, plain, 1e-6 * lpYuan);
    double tight = ClearingKernel.relaxationYuan(day, ClearingOptions.LOSSLESS, Fixtures.highs());
    assertTrue(tight >= plain - 1e-7 * plain);
  }

  @Test
  void first12HoursOfRtsGmlcCostWhatOthersFound() {
    MarketDay day = HorizonWindow.head(Fixtures.shared("pglib-uc/rts_gmlc/2020-01-27.json"), 12);
    for (ClearingOptions options : new ClearingOptions[] {PLAIN, ClearingOptions.LOSSLESS}) {
      ClearingResult result = Fixtures.clear(day, options.withGap(1e-7));
      assertEquals(148_851.672, result.objectiveYuan(), 1e-6 * 148_851.672);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, A, 50",
    "1, B, 50",
    "2, A, 50",
    "2, B, 60",
    "3, A, 50",
    "3, B, 70",
    "3, C, 100",
    "4, A, 50",
    "4, B, 70",
    "4, C, 90"
  })
  void pricesOfUnitCommitmentJlTestsAreTheirs(int number, String bus, double lmp) {
    MarketDay day = Fixtures.shared("uc-jl/lmp_simple_test_%d.json.gz".formatted(number));
    ClearingResult result = Fixtures.clear(day, ClearingOptions.LOSSLESS);
    int index = new org.gridclear.network.NetworkIndex(day.network()).bus(bus);
    assertEquals(lmp, result.prices().lmpYuanPerMwh()[index][0], 1e-6);
  }
}

package org.gridclear.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.search.Fixtures;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.market.MarketDay;
import org.gridclear.quantity.Horizon;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole clearings that must pass the auditor. */
class AuditedCasesTest {
  private static List<String> findings(MarketDay day, ClearingResult result) {
    return ClearingAuditor.audit(ClearingCase.of(day), result).stream().map(Finding::line).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case14",
        "case14-storage",
        "case14-profiled",
        "case14-sub-hourly",
        "case14-fixed-status",
        "aelmp_simple",
        "case118-initcond"
      })
  void schedulesOfUnitCommitmentJlCasesPassTheAudit(String name) {
    MarketDay day = Fixtures.shared("uc-jl/" + name + ".json.gz");
    ClearingResult result = Fixtures.clear(day, ClearingOptions.LOSSLESS);
    assertEquals(List.of(), findings(day, result));
    assertTrue(result.gap() <= 0.001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ieee14", "ieee30", "ieee57"})
  void syntheticDaysOnBuiltInNetworksPassTheAudit(String network) {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read(network), Horizon.dayOfHours(), SyntheticOptions.DEFAULT);
    ClearingResult result = Fixtures.clear(day, ClearingOptions.LOSSLESS);
    assertEquals(List.of(), findings(day, result));
  }

  @Test
  void quarterHoursPassTheAuditToo() {
    MarketDay day =
        SyntheticMarket.complete(
            BuiltInNetworks.read("ieee14"), new Horizon(96, 15), SyntheticOptions.DEFAULT);
    assertEquals(
        List.of(), findings(day, Fixtures.clear(day, ClearingOptions.LOSSLESS.withGap(0.01))));
  }
}

package org.gridclear.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.quantity.Series;
import org.junit.jupiter.api.Test;

/** {@code flowgateLimit} of a study changes the limits of the network and those by period. */
// Rows: A-23
class FlowgateScaleTest {
  private static final MarketDay DAY =
      CaseFiles.unpack(
          """
          {"format": "gridclear-case", "version": 1, "name": "gates",
           "horizon": {"periodCount": 3},
           "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
             "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1}],
             "flowgates": [{"id": "one", "limitMw": 100, "terms": [{"branch": "ab"}]},
                           {"id": "two", "limitMw": 60, "terms": [{"branch": "ab"}]}]},
           "busLoads": [{"bus": "b", "mw": 50}],
           "rules": {"flowgateLimits": [
             {"flowgate": "one", "mw": [90, "Infinity", 0]},
             {"flowgate": "two", "mw": [1, 2, 3], "reverseMw": [4, 5, 6]}]}}
          """
              .getBytes(StandardCharsets.UTF_8));

  private static MarketDay scaled(String flowgate, double scale) {
    CaseDraft draft = new CaseDraft(DAY);
    new Perturbation.FlowgateLimit(flowgate, scale).applyTo(draft);
    return draft.toCase("scaled").day();
  }

  @Test
  void thatOfOneIsScaledInEveryHourAndNoLimitStaysNone() {
    MarketDay half = scaled("one", 0.5);
    List<FlowgateLimit> limits = half.rules().flowgateLimits();
    assertEquals(Series.of(45, Double.POSITIVE_INFINITY, 0), limits.get(0).mw());
    assertNull(limits.get(0).reverseMw());
    assertEquals(50, half.network().flowgates().get(0).reverseLimitMw());
    assertEquals(DAY.rules().flowgateLimits().get(1), limits.get(1), "the other one stays");
    assertEquals(
        Double.POSITIVE_INFINITY, scaled("one", 0).rules().flowgateLimits().get(0).mw().at(1));
  }

  @Test
  void withoutANameAllAreScaledInBothDirections() {
    FlowgateLimit two = scaled("", 2).rules().flowgateLimits().get(1);
    assertEquals(Series.of(2, 4, 6), two.mw());
    assertEquals(Series.of(8, 10, 12), two.reverseMw());
  }
}

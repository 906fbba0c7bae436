package org.gridclear.clearing.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.Stream;
import org.gridclear.clearing.audit.ResourceShares.Share;
import org.gridclear.clearing.audit.RuledDays;
import org.gridclear.clearing.explain.PriceExplanation.Contribution;
import org.gridclear.clearing.explain.PriceExplanation.Marginal;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.network.NetworkIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said to set a price adds up to it, on days with each kind of constraint. */
class PriceSharesTest {
  static Stream<String> days() {
    return RuledDays.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("days")
  void sharesLimitsAndComponentsAddUpToThePrice(String name) {
    ClearingCase day = RuledDays.day(name);
    ClearingResult result = RuledDays.result(name);
    NetworkIndex index = new NetworkIndex(day.day().network());
    double[][] lmp = result.prices().lmpYuanPerMwh();
    for (int b = 0; b < lmp.length; b++) {
      for (int t = 0; t < lmp[b].length; t++) {
        PriceExplanation why = PriceExplanation.of(day, result, b, t);
        double size = 1e-6 * Math.max(1, Math.abs(lmp[b][t]));
        String at = "bus " + b + ", period " + t + ": " + why;
        assertFalse(why.shares().isEmpty(), at);
        assertEquals(
            lmp[b][t], why.shares().stream().mapToDouble(Share::yuanPerMwh).sum(), size, at);
        assertEquals(
            why.congestionYuanPerMwh(),
            why.limits().stream().mapToDouble(Contribution::yuanPerMwh).sum(),
            size,
            at);
        for (Marginal each : why.marginal()) {
          double shares = each.shares().stream().mapToDouble(Share::yuanPerMwh).sum();
          assertEquals(lmp[index.bus(each.bus())][t], each.yuanPerMwh() + shares, size, at);
        }
      }
    }
  }
}

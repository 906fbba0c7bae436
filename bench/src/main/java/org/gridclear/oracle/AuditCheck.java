package org.gridclear.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gridclear.clearing.ClearingKernel;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.solver.LinearSolver;

/**
 * The auditor beside the oracle: silent on what the clearing found, and not on what is wrong.
 *
 * @param mutations changed results that the oracle says are wrong
 * @param alarms what the auditor says of the unchanged result
 * @param misses changed results that are wrong and that the auditor lets pass
 */
public record AuditCheck(int mutations, List<String> alarms, List<String> misses) {
  private static final int TRIES = 4;

  public AuditCheck {
    alarms = List.copyOf(alarms);
    misses = List.copyOf(misses);
  }

  /**
   * Clears a case and changes its result again and again.
   *
   * @param wanted changes that are wrong; fewer where too many are harmless
   */
  public static AuditCheck of(
      ClearingCase clearingCase, boolean losses, int wanted, long seed, LinearSolver solver) {
    ClearingOptions options = Comparison.exact(losses);
    ClearingOutcome outcome = ClearingKernel.clear(clearingCase, options, solver);
    if (!(outcome instanceof ClearingOutcome.Cleared cleared)) {
      return new AuditCheck(0, List.of("The clearing ends with " + outcome + "."), List.of());
    }
    ClearingResult result = cleared.result();
    List<String> alarms =
        ClearingAuditor.audit(clearingCase, result).stream().map(Finding::line).toList();
    Oracle oracle = new Oracle(clearingCase, losses, result.statistics().elastic(), solver);
    Optional<Oracle.Point> at = oracle.at(result.schedule());
    if (at.isEmpty()) {
      return new AuditCheck(0, alarms, List.of());
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<String> misses = new ArrayList<>();
    int mutations = 0;
    MarketDay day = clearingCase.day();
    try (PriceIntervals intervals =
        new PriceIntervals(oracle, day.network().branches(), day.network().baseMva(), at.get())) {
      for (int k = 0; k < TRIES * wanted && mutations < wanted; k++) {
        Mutation mutation = Mutation.of(result, random);
        if (mutation.wrong(clearingCase, oracle, intervals)) {
          mutations++;
          if (ClearingAuditor.audit(clearingCase, mutation.result()).isEmpty()) {
            misses.add(mutation.text());
          }
        }
      }
    }
    return new AuditCheck(mutations, alarms, misses);
  }
}

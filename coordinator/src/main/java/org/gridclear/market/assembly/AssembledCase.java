package org.gridclear.market.assembly;

import java.util.List;
import org.gridclear.market.MarketDay;
import org.gridclear.market.check.CheckFinding;
import org.gridclear.validate.Issue;

/**
 * A case and what it was made from.
 *
 * @param day the case
 * @param content its bytes in the format {@code gridclear-case}
 * @param manifest what it was made from
 * @param findings what the market's rules found that does not refuse it
 * @param late versions that were recorded after the gate and say that they were known at it
 * @param remarks warnings and notices about the case itself
 */
public record AssembledCase(
    MarketDay day,
    byte[] content,
    Manifest manifest,
    List<CheckFinding> findings,
    List<String> late,
    List<Issue> remarks) {
  public AssembledCase {
    findings = List.copyOf(findings);
    late = List.copyOf(late);
    remarks = List.copyOf(remarks);
  }
}

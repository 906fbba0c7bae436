package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.market.MarketDay;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.close.HashedOutput;
import org.gridclear.settlement.close.Seal;
import org.gridclear.signature.DetachedSignature;
import org.gridclear.table.DataPackage;
import org.gridclear.table.TableFormat;

/**
 * Tables, page, summary and seal of a close, beside its books.
 *
 * @param items whether the tables of items are written
 * @param beside formats that tables are written in beside CSV
 */
public record CloseWriting(boolean items, Set<TableFormat> beside) {
  /**
   * What was written.
   *
   * @param summary its figures
   * @param seal the seal of all files
   */
  public record Written(SettlementSummary summary, Seal seal) {}

  /**
   * Writes all that is beside the books.
   *
   * @param aside where the books lie now
   * @param target where they will lie
   * @throws IOException if it cannot be written
   */
  public Written fill(Path aside, Path target, Closing.Outcome outcome) throws IOException {
    long rows = 0;
    HashedOutput large = new HashedOutput();
    try (CloseFolder close = CloseFolder.openAside(aside, target)) {
      rows = items ? SettlementTables.write(aside, close, outcome.closed(), large) : 0;
    }
    SettlementSummary summary = SettlementSummary.of(outcome, rows);
    summary.write(aside);
    DataPackage.write(aside, "Close of " + summary.month(), MarketDay.YUAN, beside);
    CloseHtml.write(aside, outcome.closed(), summary);
    Seal seal = Seal.write(aside, large.hashes());
    DetachedSignature.write(aside.resolve(Seal.NAME));
    return new Written(summary, seal);
  }
}

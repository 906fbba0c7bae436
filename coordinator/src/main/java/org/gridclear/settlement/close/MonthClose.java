package org.gridclear.settlement.close;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.MonthReconciliation;
import org.gridclear.settlement.input.MonthIndex;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.work.ChargeSummary;
import org.gridclear.work.Hashes;
import org.gridclear.worker.api.ChargeBytes;
import org.gridclear.worker.api.Receipt;

/**
 * The books of a month from the charges that a run left in the grid.
 *
 * @param closed the books
 * @param receipts one per unit, in the order of the entities
 * @param bookHash hash of inputs, charges and shares
 */
public record MonthClose(ClosedMonth closed, List<Receipt> receipts, String bookHash) {

  /**
   * Puts the charges together and closes the pools.
   *
   * @throws IllegalStateException if a unit failed or its outcome is gone
   */
  public static MonthClose of(
      SettlementMonth month, RunResult result, GridStore store, String inputHash) {
    List<Receipt> receipts = new ArrayList<>();
    MonthReconciliation books = new MonthReconciliation(month, month.days());
    for (var cell : result.cases()) {
      if (!cell.solved()) {
        throw new IllegalStateException(
            "%s failed: %s %s"
                .formatted(
                    cell.name(), cell.receipt().why().reason(), cell.receipt().why().text()));
      }
      receipts.add(cell.receipt());
    }
    MonthIndex index = new MonthIndex(month);
    receipts.parallelStream()
        .map(receipt -> ChargeBytes.unpack(packed(receipt, store), index).result())
        .forEachOrdered(books::add);
    ClosedMonth closed = books.close();
    List<String> outcomes =
        receipts.stream()
            .map(receipt -> ((ChargeSummary) receipt.summary()).outcomeHash())
            .toList();
    return new MonthClose(closed, receipts, hash(inputHash, outcomes, closed));
  }

  static byte[] packed(Receipt receipt, GridStore store) {
    return store
        .charged(receipt)
        .orElseThrow(
            () -> new IllegalStateException("The charges %s are gone.".formatted(receipt.key())));
  }

  /** Hash of inputs, charges by the hashes of their units, and shares. */
  static String hash(String inputHash, List<String> outcomes, ClosedMonth closed) {
    Hashes hashes = new Hashes().add(inputHash);
    outcomes.forEach(hashes::add);
    for (long[][] ofDay : closed.shares()) {
      for (long[] shares : ofDay) {
        hashes.add(shares == null ? new long[0] : shares);
      }
    }
    return hashes.hex();
  }
}

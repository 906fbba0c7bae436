package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.gridclear.market.MarketDay;
import org.gridclear.report.FolderSwap;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.close.HashedOutput;
import org.gridclear.settlement.close.Seal;
import org.gridclear.signature.DetachedSignature;
import org.gridclear.table.DataPackage;
import org.gridclear.table.TableFormat;
import org.gridclear.validate.IssueText;

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
   * Refuses a place that holds anything.
   *
   * @throws IllegalArgumentException if it does
   */
  public static void refuseTaken(Path target) throws IOException {
    if (FolderSwap.holdsAnything(target)) {
      throw new IllegalArgumentException(
          "%s holds %s already, and a close never changes; name another folder."
              .formatted(
                  target, Files.exists(target.resolve("close.json")) ? "a close" : "something"));
    }
  }

  /** What whoever closes is told. */
  public interface Told {
    /** Something that needs an eye, a line. */
    void warning(String line);

    /** The figures, once they are sealed and before they are in their place. */
    void figures(String text);
  }

  /**
   * Closes, writes all that is beside the books, and puts the folder into its place as a whole.
   *
   * @return its figures
   * @throws IllegalArgumentException if something has come into the place meanwhile
   */
  public SettlementSummary place(Path target, Closing closing, CloseWork work, Told told)
      throws IOException {
    SettlementSummary[] summary = new SettlementSummary[1];
    try {
      FolderSwap.writeOnce(
          target,
          aside -> {
            Closing.Outcome outcome = work.run(closing, aside, target);
            IssueText.lines(outcome.warnings()).forEach(told::warning);
            Written written = fill(aside, target, outcome);
            work.sealed(target, written.seal());
            summary[0] = written.summary();
            told.figures(summary[0].text(outcome.closed()));
          });
    } catch (IOException | RuntimeException e) {
      if (summary[0] != null) {
        work.abandoned();
      }
      if (e instanceof FileAlreadyExistsException) {
        refuseTaken(target);
      }
      throw e;
    }
    return summary[0];
  }

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

package org.gridclear.report.settlement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gridclear.file.StoredFiles;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.ReconciliationLine;
import org.gridclear.settlement.close.CloseRecord;
import org.gridclear.settlement.close.CloseVerification;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.table.Figures;

/**
 * The figures of a close, as {@code summary.json} and as text.
 *
 * @param month the month
 * @param days days settled
 * @param entities settlement entities
 * @param intervals metered intervals
 * @param items lines of items.csv: entity, item and day
 * @param residualMilliYuan sum of all differences in the books
 * @param comparisons how many sums were compared
 * @param bookHash hash of inputs and books
 * @param previousHash hash of the close that this one corrects
 * @param billable whether bills may be made
 * @param findings what stands in the way of bills
 * @param unitsComputed units of work that were not reused
 * @param loadSeconds files into the grid
 * @param seconds from inputs in the grid to closed books
 * @param cpuSeconds CPU time of charges
 * @param peakMb greatest memory of the process, heap and outside it
 */
public record SettlementSummary(
    String month,
    int days,
    int entities,
    long intervals,
    long items,
    long residualMilliYuan,
    long comparisons,
    String bookHash,
    String previousHash,
    boolean billable,
    List<String> findings,
    int unitsComputed,
    double loadSeconds,
    double seconds,
    double cpuSeconds,
    long peakMb) {

  /** The figures of an outcome. */
  public static SettlementSummary of(Closing.Outcome outcome, long items) {
    ClosedMonth closed = outcome.closed();
    return new SettlementSummary(
        outcome.record().month(),
        closed.month().days(),
        closed.month().entities().size(),
        closed.metered(),
        items,
        closed.residualMilliYuan(),
        closed.comparisons(),
        outcome.record().bookHash(),
        outcome.record().previousHash(),
        outcome.record().billable(),
        findings(outcome),
        outcome.units(),
        outcome.loadSeconds(),
        outcome.seconds(),
        outcome.cpuSeconds(),
        memoryPeakMb());
  }

  /** Whether its figures, apart from measured ones, are those of these books. */
  boolean agrees(CloseRecord record, ClosedMonth closed, List<String> open, long lines) {
    return month.equals(record.month())
        && days == closed.month().days()
        && entities == closed.month().entities().size()
        && intervals == closed.metered()
        && items == lines
        && residualMilliYuan == closed.residualMilliYuan()
        && comparisons == closed.comparisons()
        && bookHash.equals(record.bookHash())
        && previousHash.equals(record.previousHash())
        && billable == (closed.billable() && open.isEmpty())
        && findings.equals(Stream.concat(closed.findings().stream(), open.stream()).toList());
  }

  private static List<String> findings(Closing.Outcome outcome) {
    return Stream.concat(
            outcome.closed().findings().stream(),
            CloseVerification.toBeVerified(outcome.warnings()).stream())
        .toList();
  }

  /** Peak resident memory of this process; 0 where the system does not tell. */
  private static long memoryPeakMb() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Writes {@code summary.json}. */
  public void write(Path folder) throws IOException {
    StoredFiles.write(folder.resolve("summary.json"), Figures.bytes(this));
  }

  /** The text for a terminal. */
  public String text(ClosedMonth closed) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Month %s, %d days: %d entities, %d metered intervals, %d lines of items%n",
            month,
            days,
            entities,
            intervals,
            items));
    List<RuleBook.Item> codes = closed.month().book().items();
    for (int i = 0; i < codes.size(); i++) {
      long amount = Arrays.stream(closed.itemsByDay()[i]).sum();
      if (amount != 0) {
        text.append(
            String.format(
                "  %-26s %22s yuan%n", codes.get(i).code(), SettlementTables.yuan(amount)));
      }
    }
    text.append(
        String.format(
            Locale.ROOT,
            "Books: %d sums compared, residual %s yuan, hash %s%n",
            comparisons,
            SettlementTables.yuan(residualMilliYuan),
            bookHash.substring(0, 16)));
    objections(closed, text);
    text.append(
        String.format(
            Locale.ROOT,
            "Files into the grid %.1f s; close %.2f s (%.2f CPU-s, %d units computed); peak %d"
                + " MB%n",
            loadSeconds,
            seconds,
            cpuSeconds,
            unitsComputed,
            peakMb));
    return text.toString();
  }

  /** What stands in the way of bills. */
  private void objections(ClosedMonth closed, StringBuilder text) {
    closed.lines().stream()
        .filter(line -> line.difference() != 0)
        .limit(20)
        .map(ReconciliationLine::toString)
        .forEach(line -> text.append("  differs: ").append(line).append('\n'));
    findings.stream()
        .limit(20)
        .forEach(finding -> text.append("  not billable: ").append(finding).append('\n'));
  }
}

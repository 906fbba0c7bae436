package org.gridclear.settlement.preview;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.MonthReconciliation;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CorrectionPreview;
import org.gridclear.settlement.close.MonthCorrection;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.DaySlice;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.validate.InvalidInputException;

/**
 * A close that stays open for previews: its registry, the sums of its pools by interval and the
 * drivers of all entities are in memory, so that a change of one meter is a difference.
 */
public final class OpenMonth {
  private final CloseFolder close;
  private final SettlementSource source;
  private final Reach reach;
  private final MonthReconciliation charges;
  private final ClosedMonth closed;
  private final boolean inParts;
  private final Map<Integer, PriceDay> prices = new ConcurrentHashMap<>();

  /** Reads a close into memory; the folder stays open with its owner. */
  public OpenMonth(CloseFolder close) {
    this.close = close;
    SettlementMonth month = close.month();
    this.source = SettlementReader.open(close.files()).upTo(month.days());
    this.reach = new Reach(month, close.index(), source.registry());
    MonthReconciliation books = new MonthReconciliation(month, month.days());
    IntStream.range(0, units()).parallel().mapToObj(close::charges).forEachOrdered(books::add);
    this.charges = books;
    this.closed = books.copy().close();
    this.inParts = close.record().billable() && DaySlice.possible(source) && apart(month);
  }

  /** Whether every item comes from one place: then a share is all of its amount. */
  private static boolean apart(SettlementMonth month) {
    List<String> shared =
        month.book().allocations().stream()
            .filter(AllocationRule::shares)
            .map(AllocationRule::item)
            .toList();
    return Set.copyOf(shared).size() == shared.size()
        && month.book().charges().stream().noneMatch(rule -> shared.contains(rule.item()));
  }

  /**
   * Previews a correction: what it says is what the correction will say, to 0.001 yuan. Rows of
   * days are looked at for the entities that they reach; what is of the registry reads all again.
   *
   * @param folder folder with the corrected rows
   * @throws InvalidInputException with every issue of the corrected days
   */
  public CorrectionPreview preview(Path folder) {
    return quick(folder)
        .orElseGet(() -> CorrectionPreview.of(MonthCorrection.ofFiles(close, folder)));
  }

  /** The same by the short way alone; nothing where all has to be read again. */
  Optional<CorrectionPreview> quick(Path folder) {
    if (!inParts) {
      return Optional.empty();
    }
    try {
      return new QuickPreview(this, folder).run();
    } catch (InvalidInputException | IllegalArgumentException e) {
      // The long way says what is wrong with all of it.
      return Optional.empty();
    }
  }

  /** The close. */
  public CloseFolder close() {
    return close;
  }

  SettlementSource source() {
    return source;
  }

  Reach reach() {
    return reach;
  }

  /** Charges of all entities before pools are shared; to be copied. */
  MonthReconciliation charges() {
    return charges;
  }

  /** The books as they are. */
  ClosedMonth closed() {
    return closed;
  }

  SettlementMonth month() {
    return close.month();
  }

  int units() {
    return close.record().unitKeys().size();
  }

  PriceDay prices(int day) {
    return prices.computeIfAbsent(day, close::prices);
  }

  /** A block of a day. */
  EntityBlock block(int day, int number) {
    String hash = close.record().blockHashes().get(day - 1).get(number);
    return SettlementBytes.block(close.block(hash), close.index());
  }
}

package org.gridclear.settlement.close;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridclear.file.DamagedFileException;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.MonthReconciliation;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.work.ChargeSummary;
import org.gridclear.work.Hashes;
import org.gridclear.work.WorkKey;
import org.gridclear.worker.api.Wire;

/**
 * A close computed again from the blocks that it keeps, in this process: charges of every unit,
 * pools, shares, balances, and the hashes that name them.
 *
 * @param closed the books
 * @param differences where the close says something else; empty if nothing differs
 */
public record CloseRecomputation(ClosedMonth closed, List<String> differences) {
  private static final int SHOWN_A_UNIT = 5;

  /** Computes a close again. */
  public static CloseRecomputation of(CloseFolder close) {
    List<String> differences = new ArrayList<>();
    List<String> otherKeys = new ArrayList<>();
    SettlementMonth month = close.month();
    MonthReconciliation books = new MonthReconciliation(month, month.days());
    int units = (month.blocks() * EntityBlock.ENTITIES - 1) / RunPlan.ENTITIES_A_UNIT + 1;
    if (units != close.record().unitKeys().size()) {
      differences.add(
          "The close has charges of %d units, its entities are %d units."
              .formatted(close.record().unitKeys().size(), units));
    }
    close.programs();
    List<String> outcomes = new ArrayList<>();
    IntStream.range(0, units)
        .parallel()
        .mapToObj(unit -> charges(close, unit))
        .forEachOrdered(
            unit -> {
              books.add(unit.again());
              outcomes.add(ChargeSummary.of(unit.again()).outcomeHash());
              differences.addAll(unit.differences());
              unit.otherKey().ifPresent(otherKeys::add);
            });
    if (!otherKeys.isEmpty()) {
      differences.add(
          "The charges of entities %s%s have another key."
              .formatted(
                  otherKeys.get(0),
                  otherKeys.size() == 1
                      ? ""
                      : " and of %d more units".formatted(otherKeys.size() - 1)));
    }
    ClosedMonth closed = books.close();
    shares(close, closed, differences);
    hashes(close, closed, outcomes, differences);
    return new CloseRecomputation(closed, List.copyOf(differences));
  }

  /**
   * A unit computed again.
   *
   * @param again its charges
   * @param differences where the close says something else
   * @param otherKey its entities, where the close has charges of another key
   */
  private record Unit(ChargeResult again, List<String> differences, Optional<String> otherKey) {}

  private static Unit charges(CloseFolder close, int unit) {
    int from = unit * RunPlan.ENTITIES_A_UNIT;
    int to = Math.min(close.month().entities().size(), from + RunPlan.ENTITIES_A_UNIT);
    ChargeResult again =
        ChargeKernel.run(close.programs(), from, to, () -> days(close, from, to), null);
    String key = key(close, from, to).hex();
    if (unit >= close.record().unitKeys().size()
        || !close.record().unitKeys().get(unit).equals(key)) {
      return new Unit(again, List.of(), Optional.of("%d..%d".formatted(from, to)));
    }
    List<String> differences = new ArrayList<>();
    try {
      compare(close, close.charges(unit), again, differences);
    } catch (DamagedFileException e) {
      differences.add(e.getMessage());
    } catch (RuntimeException e) {
      differences.add("The charges %s cannot be read: %s".formatted(key, e.getMessage()));
    }
    return new Unit(again, differences, Optional.empty());
  }

  private static WorkKey key(CloseFolder close, int from, int to) {
    int first = from / EntityBlock.ENTITIES;
    int last = (to + EntityBlock.ENTITIES - 1) / EntityBlock.ENTITIES;
    return WorkKey.of(
        close.record().monthHash(),
        close.record().priceHashes(),
        close.record().blockHashes().stream().map(ofDay -> ofDay.subList(first, last)).toList(),
        from,
        to);
  }

  private static Iterator<ChargeKernel.Day> days(CloseFolder close, int from, int to) {
    int first = from / EntityBlock.ENTITIES;
    int last = (to + EntityBlock.ENTITIES - 1) / EntityBlock.ENTITIES;
    return IntStream.rangeClosed(1, close.month().days())
        .mapToObj(
            day ->
                new ChargeKernel.Day(
                    close.prices(day),
                    close.record().blockHashes().get(day - 1).subList(first, last).stream()
                        .map(hash -> SettlementBytes.block(close.block(hash), close.index()))
                        .toList()))
        .iterator();
  }

  private static void compare(
      CloseFolder close, ChargeResult kept, ChargeResult again, List<String> differences) {
    if (ChargeSummary.of(kept).outcomeHash().equals(ChargeSummary.of(again).outcomeHash())) {
      return;
    }
    var items = close.month().book().items();
    int shown = 0;
    for (int d = 0; d < again.days(); d++) {
      for (int i = 0; i < again.amounts()[d].length && shown < SHOWN_A_UNIT; i++) {
        long was = kept.amounts()[d][i];
        long is = again.amounts()[d][i];
        if (was != is || kept.quantities()[d][i] != again.quantities()[d][i]) {
          shown++;
          differences.add(
              "%s, %s, %s: the close says %d (quantity %d), its inputs give %d (%d)"
                  .formatted(
                      again.ids().get(i / items.size()),
                      items.get(i % items.size()).code(),
                      close.month().date(d + 1),
                      was,
                      kept.quantities()[d][i],
                      is,
                      again.quantities()[d][i]));
        }
      }
    }
    if (shown == 0) {
      differences.add(
          "Pools, totals or drivers of entities %s to %s differ from what their inputs give."
              .formatted(again.ids().get(0), again.ids().get(again.ids().size() - 1)));
    }
  }

  private static void shares(CloseFolder close, ClosedMonth closed, List<String> differences) {
    for (int d = 0; d < closed.shares().length; d++) {
      for (int a = 0; a < closed.shares()[d].length; a++) {
        if (!Arrays.equals(closed.shares()[d][a], close.shares(d + 1, a))) {
          differences.add(
              "%s, %s: the shares differ from what the pools give"
                  .formatted(
                      close.month().book().allocations().get(a).item(), close.month().date(d + 1)));
        }
      }
    }
    if (!Arrays.equals(closed.balances()[closed.balances().length - 1], close.balances())) {
      differences.add("The balances of the pools differ from what the books give.");
    }
  }

  private static void hashes(
      CloseFolder close, ClosedMonth closed, List<String> outcomes, List<String> differences) {
    CloseRecord record = close.record();
    String monthHash = new Hashes().add(Wire.pack(close.month())).hex();
    if (!monthHash.equals(record.monthHash())) {
      differences.add("close.json, monthHash: it is not the hash of month.bin");
    }
    String bookHash =
        MonthClose.hash(
            Closing.inputHash(record.monthHash(), record.priceHashes(), record.blockHashes()),
            outcomes,
            closed);
    if (!bookHash.equals(record.bookHash())) {
      differences.add("close.json, bookHash: the books have another hash");
    }
  }
}

package org.gridclear.settlement.close;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.worker.api.ChargeBytes;
import org.gridclear.worker.api.Receipt;

/**
 * A closed month settled again with another book, from the same inputs, to see what the book would
 * have changed.
 *
 * @param closed the books under the other book
 * @param items totals by item code, as they are and as they would be, 0.001 yuan
 * @param changes what each entity's bill would change by, 0.001 yuan
 */
public record ShadowRun(ClosedMonth closed, Map<String, long[]> items, long[] changes) {
  /** Settles a closed month with another book. */
  public static ShadowRun of(
      CloseFolder close, RuleBook book, StudyRuns runs, Function<RunHandle, RunResult> await) {
    SettlementMonth month = close.month().with(book);
    Closing.check(month);
    CloseRecord record = close.record();
    put(close, runs.store());
    RunResult result =
        await.apply(
            runs.submit(new Job.Charging(month, record.priceHashes(), record.blockHashes())));
    MonthClose shadow = MonthClose.of(month, result, runs.store(), "shadow");
    return new ShadowRun(
        shadow.closed(),
        items(close, shadow.closed()),
        changes(close, month, shadow, runs.store()));
  }

  private static void put(CloseFolder close, GridStore store) {
    close.record().priceHashes().forEach(hash -> store.putData(hash, close.block(hash)));
    for (List<String> ofDay : close.record().blockHashes()) {
      Map<String, byte[]> blocks = new LinkedHashMap<>();
      ofDay.forEach(hash -> blocks.put(hash, close.block(hash)));
      store.putBlocks(blocks);
    }
  }

  private static Map<String, long[]> items(CloseFolder close, ClosedMonth shadow) {
    long[] before = totals(close);
    Set<String> codes = new LinkedHashSet<>();
    close.month().book().items().forEach(item -> codes.add(item.code()));
    shadow.month().book().items().forEach(item -> codes.add(item.code()));
    Map<String, long[]> items = new LinkedHashMap<>();
    for (String code : codes) {
      int old = close.month().book().item(code);
      int now = shadow.month().book().item(code);
      items.put(
          code,
          new long[] {
            old < 0 ? 0 : before[old], now < 0 ? 0 : Arrays.stream(shadow.itemsByDay()[now]).sum()
          });
    }
    return items;
  }

  private static long[] totals(CloseFolder close) {
    int items = close.month().book().items().size();
    return IntStream.range(0, close.record().unitKeys().size())
        .parallel()
        .mapToObj(
            unit -> {
              Ledger ledger = Ledger.of(close, unit);
              long[] sums = new long[items];
              for (long[] day : ledger.amounts()) {
                for (int i = 0; i < day.length; i++) {
                  sums[i % items] += day[i];
                }
              }
              return sums;
            })
        .reduce(
            new long[items],
            (a, b) -> IntStream.range(0, items).mapToLong(i -> a[i] + b[i]).toArray());
  }

  private static long[] changes(
      CloseFolder close, SettlementMonth month, MonthClose shadow, GridStore store) {
    long[] changes = new long[month.entities().size()];
    int items = month.book().items().size();
    for (int unit = 0; unit < shadow.receipts().size(); unit++) {
      Receipt receipt = shadow.receipts().get(unit);
      var charges = ChargeBytes.unpack(MonthClose.packed(receipt, store), close.index()).result();
      Ledger before = Ledger.of(close, unit);
      for (int d = 0; d < charges.days(); d++) {
        for (int i = 0; i < charges.amounts()[d].length; i++) {
          changes[charges.from() + i / items] += charges.amounts()[d][i];
        }
        for (int i = 0; i < before.amounts()[d].length; i++) {
          changes[before.from() + i / before.items()] -= before.amounts()[d][i];
        }
      }
    }
    for (long[][] ofDay : shadow.closed().shares()) {
      for (long[] shares : ofDay) {
        for (int e = 0; shares != null && e < changes.length; e++) {
          changes[e] += shares[e];
        }
      }
    }
    return changes;
  }
}

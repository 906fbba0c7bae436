package org.gridclear.settlement.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridclear.run.RunPlan;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.MonthReconciliation;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.charge.ChargePrograms;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.RuleBook;
import org.jspecify.annotations.Nullable;

/** One closed month under another book. */
final class TrialMonth {
  private final CloseFolder close;
  private final SettlementMonth month;
  private final ChargePrograms programs;
  private final List<PriceDay> prices;
  private final BitSet shown;
  private final List<RuleBook.Item> oldItems;
  private final List<RuleBook.Item> newItems;
  private final long[][] oldTotals;

  /** Changes by entity and day, charges and shares. */
  private final long[][] changes;

  /** Totals over the month by entity that is shown and item, before and after. */
  private final Map<Integer, long[][]> totals = new TreeMap<>();

  TrialMonth(CloseFolder close, RuleBook book, RuleTrial.Sample sample) {
    this.close = close;
    this.month = close.month().with(book);
    Closing.check(month);
    this.programs = new ChargePrograms(month);
    this.prices =
        IntStream.rangeClosed(1, month.days()).parallel().mapToObj(close::prices).toList();
    this.oldItems = close.month().book().items();
    this.newItems = book.items();
    this.oldTotals = new long[units()][oldItems.size()];
    this.changes = new long[month.entities().size()][month.days()];
    this.shown = shown(sample);
    shown.stream()
        .forEach(
            e ->
                totals.put(e, new long[][] {new long[oldItems.size()], new long[newItems.size()]}));
  }

  private BitSet shown(RuleTrial.Sample sample) {
    BitSet entities = new BitSet();
    int all = month.entities().size();
    for (int k = 0; k < Math.min(sample.count(), all); k++) {
      entities.set((int) ((long) k * all / sample.count()));
    }
    sample.ids().stream().filter(close::has).forEach(id -> entities.set(close.entity(id)));
    return entities;
  }

  private int units() {
    return (month.entities().size() - 1) / RunPlan.ENTITIES_A_UNIT + 1;
  }

  RuleTrial.Month run() {
    MonthReconciliation books = new MonthReconciliation(month, month.days());
    IntStream.range(0, units()).parallel().mapToObj(this::unit).forEachOrdered(books::add);
    ClosedMonth closed = books.close();
    shares(closed.shares(), month.book(), newItems, 1);
    long[] oldShares = shares(kept(), close.month().book(), oldItems, 0);
    int last = month.days() - 1;
    long accounts =
        Arrays.stream(closed.balances()[last]).sum() - Arrays.stream(close.balances()).sum();
    List<String> findings = new ArrayList<>(closed.findings());
    if (closed.residualMilliYuan() != 0) {
      findings.add("The books would not balance.");
    }
    return new RuleTrial.Month(
        month.month(),
        close.record().id(),
        closed.metered(),
        items(closed, oldShares),
        members(),
        accounts,
        (int) Arrays.stream(changes).filter(days -> Arrays.stream(days).sum() != 0).count(),
        details(),
        findings);
  }

  /** Charges of a unit under the other book; what they change is noted by entity and day. */
  private ChargeResult unit(int unit) {
    int from = unit * RunPlan.ENTITIES_A_UNIT;
    int to = Math.min(month.entities().size(), from + RunPlan.ENTITIES_A_UNIT);
    int first = from / EntityBlock.ENTITIES;
    int last = (to + EntityBlock.ENTITIES - 1) / EntityBlock.ENTITIES;
    Iterable<ChargeKernel.Day> days =
        () ->
            IntStream.rangeClosed(1, month.days())
                .mapToObj(day -> day(day, first, last))
                .iterator();
    ChargeResult now = ChargeKernel.run(programs, from, to, days, null);
    add(now, newItems.size(), 1, null);
    add(close.charges(unit), oldItems.size(), 0, oldTotals[unit]);
    return now;
  }

  private ChargeKernel.Day day(int day, int first, int last) {
    List<String> hashes = close.record().blockHashes().get(day - 1).subList(first, last);
    return new ChargeKernel.Day(
        prices.get(day - 1),
        hashes.stream()
            .map(hash -> SettlementBytes.block(close.block(hash), close.index()))
            .toList());
  }

  private void add(ChargeResult result, int items, int side, long @Nullable [] sums) {
    for (int d = 0; d < result.days(); d++) {
      long[] amounts = result.amounts()[d];
      for (int e = 0, at = 0; e < result.entities(); e++) {
        long[][] own = totals.get(result.from() + e);
        long sum = 0;
        for (int i = 0; i < items; i++, at++) {
          sum += amounts[at];
          if (sums != null) {
            sums[i] += amounts[at];
          }
          if (own != null) {
            own[side][i] += amounts[at];
          }
        }
        changes[result.from() + e][d] += side == 1 ? sum : -sum;
      }
    }
  }

  private long[][][] kept() {
    int allocations = close.month().book().allocations().size();
    return IntStream.rangeClosed(1, month.days())
        .parallel()
        .mapToObj(
            day ->
                IntStream.range(0, allocations)
                    .mapToObj(a -> close.shares(day, a))
                    .toArray(long[][]::new))
        .toArray(long[][][]::new);
  }

  /** Notes the shares of a book; returns their totals by item. */
  private long[] shares(long[][][] shares, RuleBook book, List<RuleBook.Item> items, int side) {
    long[] sums = new long[items.size()];
    List<AllocationRule> allocations = book.allocations();
    for (int a = 0; a < allocations.size(); a++) {
      int item = book.item(allocations.get(a).item());
      for (int d = 0; d < shares.length; d++) {
        long[] given = shares[d][a];
        for (int e = 0; given != null && e < given.length; e++) {
          sums[item] += given[e];
          changes[e][d] += side == 1 ? given[e] : -given[e];
          if (shown.get(e)) {
            Objects.requireNonNull(totals.get(e))[side][item] += given[e];
          }
        }
      }
    }
    return sums;
  }

  private Map<String, long[]> items(ClosedMonth closed, long[] oldShares) {
    Map<String, long[]> items = new TreeMap<>();
    for (int i = 0; i < oldItems.size(); i++) {
      long sum = oldShares[i];
      for (long[] unit : oldTotals) {
        sum += unit[i];
      }
      items.put(oldItems.get(i).code(), new long[] {sum, 0});
    }
    for (int i = 0; i < newItems.size(); i++) {
      items.computeIfAbsent(newItems.get(i).code(), k -> new long[2])[1] =
          Arrays.stream(closed.itemsByDay()[i]).sum();
    }
    return items;
  }

  /** A change belongs to who the entity belonged to on its day. */
  private Map<String, Long> members() {
    Map<String, Long> members = new TreeMap<>();
    for (int e = 0; e < changes.length; e++) {
      SettlementMonth.EntityName name = month.entities().get(e);
      for (int d = 0; d < changes[e].length; d++) {
        if (changes[e][d] != 0) {
          members.merge(name.on(d + 1).member(), changes[e][d], Math::addExact);
        }
      }
    }
    return members;
  }

  private List<RuleTrial.Detail> details() {
    List<RuleTrial.Detail> details = new ArrayList<>();
    totals.forEach(
        (e, sides) -> {
          Map<String, long[]> items = new TreeMap<>();
          for (int i = 0; i < oldItems.size(); i++) {
            items.put(oldItems.get(i).code(), new long[] {sides[0][i], 0});
          }
          for (int i = 0; i < newItems.size(); i++) {
            items.computeIfAbsent(newItems.get(i).code(), k -> new long[2])[1] = sides[1][i];
          }
          SettlementMonth.EntityName name = month.entities().get(e);
          items.forEach(
              (item, amounts) -> {
                if (amounts[0] != 0 || amounts[1] != 0) {
                  details.add(
                      new RuleTrial.Detail(
                          month.month(),
                          name.on(month.days()).member(),
                          name.id(),
                          item,
                          amounts[0],
                          amounts[1]));
                }
              });
        });
    return details;
  }
}

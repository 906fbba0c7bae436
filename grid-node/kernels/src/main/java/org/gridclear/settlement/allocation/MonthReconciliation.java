package org.gridclear.settlement.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule.Grain;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.settlement.rule.RuleBook.Pool;

/** Puts the charges of all entities together, closes the pools, and compares the books. */
public final class MonthReconciliation {
  private final SettlementMonth month;
  private final RuleBook book;
  private final int days;
  private final int slots;
  private final int items;
  private final Map<String, Integer> itemNumbers = new HashMap<>();
  private final long[][] pools;
  private final long[][] totals;
  private final long[][][] drivers;
  private final long[][] itemsByDay;
  private final List<ReconciliationLine> lines = new ArrayList<>();
  private long comparisons;
  private long metered;

  /** Empty books of the first {@code days} days of a month. */
  public MonthReconciliation(SettlementMonth month, int days) {
    this(month, days, true);
  }

  private MonthReconciliation(SettlementMonth month, int days, boolean drivers) {
    this.month = month;
    this.book = month.book();
    this.days = days;
    this.slots = month.intervals() + 1;
    var all = book.items();
    this.items = all.size();
    for (int i = 0; i < items; i++) {
      itemNumbers.put(all.get(i).code(), i);
    }
    this.pools = new long[days][book.pools().size() * slots];
    this.totals = new long[days][slots];
    this.drivers = new long[days][book.allocations().size()][drivers ? month.entities().size() : 0];
    this.itemsByDay = new long[items][days];
  }

  /** Adds the charges of some entities; any order gives the same books. */
  public void add(ChargeResult result) {
    for (int d = 0; d < days; d++) {
      addTo(pools[d], result.pools()[d]);
      addTo(totals[d], result.totals()[d]);
      for (int a = 0; a < drivers[d].length; a++) {
        System.arraycopy(
            result.drivers()[d],
            a * result.entities(),
            drivers[d][a],
            result.from(),
            result.entities());
      }
      long[] amounts = result.amounts()[d];
      for (int i = 0; i < amounts.length; i++) {
        itemsByDay[i % items][d] += amounts[i];
      }
      metered += result.metered()[d];
    }
  }

  /** The same charges, to be changed and closed apart from these. */
  public MonthReconciliation copy() {
    MonthReconciliation copy = new MonthReconciliation(month, days, false);
    for (int d = 0; d < days; d++) {
      copy.pools[d] = pools[d].clone();
      copy.totals[d] = totals[d].clone();
      copy.drivers[d] = drivers[d].clone();
    }
    for (int i = 0; i < items; i++) {
      copy.itemsByDay[i] = itemsByDay[i].clone();
    }
    copy.metered = metered;
    return copy;
  }

  /** Puts other charges of the same entities in the place of theirs. */
  public void replace(ChargeResult before, ChargeResult after) {
    for (int d = 0; d < days; d++) {
      replace(pools[d], before.pools()[d], after.pools()[d]);
      replace(totals[d], before.totals()[d], after.totals()[d]);
      for (int a = 0; a < drivers[d].length; a++) {
        int at = a * after.entities();
        if (!Arrays.equals(
            before.drivers()[d],
            at,
            at + after.entities(),
            after.drivers()[d],
            at,
            at + after.entities())) {
          // Rows of a copy are those of the original until they differ.
          drivers[d][a] = drivers[d][a].clone();
          System.arraycopy(after.drivers()[d], at, drivers[d][a], after.from(), after.entities());
        }
      }
      long[] was = before.amounts()[d];
      long[] is = after.amounts()[d];
      for (int i = 0; i < is.length; i++) {
        itemsByDay[i % items][d] += is[i] - was[i];
      }
      metered += after.metered()[d] - before.metered()[d];
    }
  }

  private static void replace(long[] sum, long[] before, long[] after) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.addExact(sum[i], Math.subtractExact(after[i], before[i]));
    }
  }

  private static void addTo(long[] sum, long[] part) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.addExact(sum[i], part[i]);
    }
  }

  /** Closes all days. */
  public ClosedMonth close() {
    PoolClosing closing = new PoolClosing(month);
    long[][][] shares = new long[days][][];
    long[][] balances = new long[days][];
    long[] before = new long[book.pools().size()];
    for (int d = 0; d < days; d++) {
      long[] income = income(d);
      intervals(d);
      shares[d] = closing.close(d + 1, income, drivers[d]);
      balances[d] = closing.balances();
      allocated(d, income, before, balances[d], shares[d]);
      before = balances[d];
    }
    monthly(balances[days - 1]);
    return new ClosedMonth(
        month,
        itemsByDay,
        shares,
        balances,
        List.copyOf(lines),
        comparisons,
        List.copyOf(closing.findings()),
        metered);
  }

  private long[] income(int d) {
    long[] income = new long[book.pools().size()];
    for (int p = 0; p < income.length; p++) {
      income[p] = Arrays.stream(pools[d], p * slots, (p + 1) * slots).sum();
    }
    return income;
  }

  /**
   * (47) for every interval, and pools that have to be 0 by themselves; these by day, too, so that
   * the lines show that they were looked at.
   */
  private void intervals(int d) {
    for (int slot = 0; slot < slots; slot++) {
      String place = slot == slots - 1 ? "" : " interval " + (slot + 1);
      long sum = 0;
      for (int p = 0; p < book.pools().size(); p++) {
        long balance = pools[d][p * slots + slot];
        sum += balance;
        if (book.pools().get(p).kind() == Pool.Kind.ZERO) {
          compare(1, book.pools().get(p).name(), "day " + (d + 1) + place, balance, 0, false);
        }
      }
      compare(0, "double entry", "day " + (d + 1) + place, totals[d][slot], -sum, false);
    }
    for (int p = 0; p < book.pools().size(); p++) {
      if (book.pools().get(p).kind() == Pool.Kind.ZERO) {
        long ofDay = Arrays.stream(pools[d], p * slots, (p + 1) * slots).sum();
        compare(1, book.pools().get(p).name(), "day " + (d + 1), ofDay, 0, true);
      }
    }
  }

  private int number(String item) {
    return Objects.requireNonNull(itemNumbers.get(item));
  }

  /** Shares against what the pools gave away, and (47) for the day. */
  private void allocated(int d, long[] income, long[] before, long[] after, long[][] shares) {
    String place = "day " + (d + 1);
    long[] given = new long[after.length];
    for (int a = 0; a < shares.length; a++) {
      AllocationRule rule = book.allocations().get(a);
      if (shares[a] != null) {
        long sum = Arrays.stream(shares[a]).sum();
        itemsByDay[number(rule.item())][d] += sum;
        given[book.pool(rule.pool())] += sum;
      }
    }
    long left = 0;
    for (int p = 0; p < after.length; p++) {
      left += income[p] + before[p] - given[p] - after[p];
    }
    compare(2, "pools passed on to pools", place, left, 0, true);
    long entities = 0;
    for (long[] ofItem : itemsByDay) {
      entities += ofItem[d];
    }
    long change = 0;
    for (int p = 0; p < after.length; p++) {
      change += after[p] - before[p];
    }
    compare(0, "double entry", place, entities, -change, true);
    for (int p = 0; p < after.length; p++) {
      Pool pool = book.pools().get(p);
      boolean monthly =
          book.allocations().stream()
              .anyMatch(rule -> rule.pool().equals(pool.name()) && rule.period() == Grain.MONTH);
      if (pool.kind() == Pool.Kind.SHARED && (!monthly || d + 1 == month.period())) {
        compare(2, pool.name(), place, given[p] + after[p], given[p], true);
      }
    }
  }

  /** Fees against the accounts that hold them, and (47) for the month. */
  private void monthly(long[] balances) {
    long entities = 0;
    for (long[] ofItem : itemsByDay) {
      entities += Arrays.stream(ofItem).sum();
    }
    compare(0, "double entry", "month", entities, -Arrays.stream(balances).sum(), true);
    for (int p = 0; p < balances.length; p++) {
      Pool pool = book.pools().get(p);
      if (pool.kind() == Pool.Kind.ACCOUNT) {
        long fees = 0;
        for (String item : itemsOf(pool.name())) {
          fees += Arrays.stream(itemsByDay[number(item)]).sum();
        }
        compare(4, pool.name(), "month", -fees, balances[p], true);
      }
    }
  }

  private List<String> itemsOf(String pool) {
    List<String> codes = new ArrayList<>();
    book.charges().stream()
        .filter(rule -> rule.pool().equals(pool))
        .forEach(rule -> codes.add(rule.item()));
    book.allocations().stream()
        .filter(rule -> rule.shares() && rule.pool().equals(pool))
        .forEach(rule -> codes.add(rule.item()));
    return codes.stream().distinct().toList();
  }

  private void compare(int check, String what, String place, long left, long right, boolean keep) {
    comparisons++;
    if (keep || left != right) {
      lines.add(new ReconciliationLine(check, what, place, left, right));
    }
  }
}

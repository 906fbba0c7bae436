package org.gridclear.settlement.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.AllocationRule;
import org.gridclear.settlement.rule.ChargeRule.Grain;

/**
 * What was shared in the market, so that each can compute its own share (48) without the drivers of
 * the others.
 *
 * @param facts one per day and allocation that shared something
 */
public record PoolFacts(List<Fact> facts) {
  private static final String HEADER = "day,allocation,yuan1000,weight,least,tied";
  private static final int CELLS = 6;

  public PoolFacts {
    facts = List.copyOf(facts);
  }

  /**
   * What an allocation shared on a day.
   *
   * @param day day of the month
   * @param allocation number of the allocation in the book
   * @param milliYuan what was shared, 0.001 yuan
   * @param weight sum of all drivers
   * @param least the least remainder that gets one 0.001 yuan more; {@code weight} if none does
   * @param tied whether only some of those with this remainder do, the first by id
   */
  public record Fact(
      int day, int allocation, long milliYuan, long weight, long least, boolean tied) {
    /**
     * The shares that a driver can have: one, or two where its remainder is the least one that gets
     * more and not all that have it do.
     */
    public List<Long> shares(long driver) {
      BigInteger whole =
          BigInteger.valueOf(Math.abs(milliYuan)).multiply(BigInteger.valueOf(driver));
      BigInteger[] parts = whole.divideAndRemainder(BigInteger.valueOf(weight));
      long base = parts[0].longValueExact();
      long rest = parts[1].longValueExact();
      long sign = milliYuan < 0 ? -1 : 1;
      if (rest == least && tied) {
        return List.of(sign * (base + 1), sign * base);
      }
      return List.of(sign * (rest >= least ? base + 1 : base));
    }
  }

  /** The facts of a close. Shares of grid companies have none: their drivers are their users'. */
  public static PoolFacts of(CloseFolder close) {
    SettlementMonth month = close.month();
    List<AllocationRule> rules = month.book().allocations();
    long[][][] drivers = drivers(close);
    List<Fact> facts = new ArrayList<>();
    for (int a = 0; a < rules.size(); a++) {
      AllocationRule rule = rules.get(a);
      for (int day = 1; rule.shares() && !rule.toGrid() && day <= month.days(); day++) {
        long[] shares = close.shares(day, a);
        if (shares != null) {
          facts.add(
              fact(
                  day,
                  a,
                  Arrays.stream(shares).sum(),
                  rule.period() == Grain.DAY ? drivers[day - 1][a] : sums(month, a, drivers)));
        }
      }
    }
    return new PoolFacts(facts);
  }

  private static long[][][] drivers(CloseFolder close) {
    SettlementMonth month = close.month();
    int allocations = month.book().allocations().size();
    long[][][] drivers = new long[month.days()][allocations][month.entities().size()];
    for (int unit = 0; unit < close.record().unitKeys().size(); unit++) {
      ChargeResult charges = close.charges(unit);
      int n = charges.entities();
      for (int d = 0; d < month.days(); d++) {
        for (int a = 0; a < allocations; a++) {
          System.arraycopy(charges.drivers()[d], a * n, drivers[d][a], charges.from(), n);
        }
      }
    }
    return drivers;
  }

  /** Drivers of a rule of the month, over the days on which it holds. */
  private static long[] sums(SettlementMonth month, int allocation, long[][][] drivers) {
    long[] sums = new long[drivers[0][allocation].length];
    for (int d = 0; d < drivers.length; d++) {
      for (int e = 0; holds(month, allocation, d + 1) && e < sums.length; e++) {
        sums[e] += drivers[d][allocation][e];
      }
    }
    return sums;
  }

  /** Whether an allocation holds on a day. */
  static boolean holds(SettlementMonth month, int allocation, int day) {
    AllocationRule rule = month.book().allocations().get(allocation);
    return rule.enabled() && rule.validity().on(month.date(day));
  }

  /** What an amount that was shared by drivers says to each. */
  static Fact fact(int day, int allocation, long amount, long[] drivers) {
    long weight = Arrays.stream(drivers).sum();
    BigInteger all = BigInteger.valueOf(weight);
    long[] rests = new long[drivers.length];
    long given = 0;
    for (int e = 0; e < drivers.length; e++) {
      BigInteger[] parts =
          BigInteger.valueOf(Math.abs(amount))
              .multiply(BigInteger.valueOf(drivers[e]))
              .divideAndRemainder(all);
      given += parts[0].longValueExact();
      rests[e] = parts[1].longValueExact();
    }
    int more = Math.toIntExact(Math.abs(amount) - given);
    Arrays.sort(rests);
    long least = more == 0 ? weight : rests[rests.length - more];
    long reached = Arrays.stream(rests).filter(rest -> rest >= least).count();
    return new Fact(day, allocation, amount, weight, least, more > 0 && reached > more);
  }

  /** The fact of a day and an allocation. */
  Optional<Fact> of(int day, int allocation) {
    return facts.stream()
        .filter(fact -> fact.day() == day && fact.allocation() == allocation)
        .findFirst();
  }

  /** The facts as they are kept: CSV, UTF-8. */
  public byte[] text() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (Fact fact : facts) {
      text.append(fact.day()).append(',').append(fact.allocation()).append(',');
      text.append(fact.milliYuan()).append(',').append(fact.weight()).append(',');
      text.append(fact.least()).append(',').append(fact.tied() ? 1 : 0).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Facts that were kept. */
  public static PoolFacts read(byte[] content) {
    List<Fact> facts = new ArrayList<>();
    new String(content, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .forEach(
            row -> {
              long[] cells =
                  Arrays.stream(row.split(",", CELLS)).mapToLong(Long::parseLong).toArray();
              facts.add(
                  new Fact(
                      (int) cells[0], (int) cells[1], cells[2], cells[3], cells[4], cells[5] == 1));
            });
    return new PoolFacts(facts);
  }
}

package org.gridclear.settlement.process;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.market.store.ContentStore;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.proof.StatementLine;

/**
 * What one version of a month changes against another, by member, entity, day and item, and what of
 * it is held in suspense (70).
 *
 * @param changes changes, those that are not 0
 */
public record Effects(List<Change> changes) {
  private static final String HEADER = "member,entity,date,item,before,after,settled";
  private static final int CELLS = 7;

  public Effects {
    changes = List.copyOf(changes);
  }

  /**
   * A change.
   *
   * @param member whose
   * @param entity entity
   * @param date operating day
   * @param item item
   * @param beforeMilliYuan amount as it was, 0.001 yuan
   * @param afterMilliYuan amount as it is
   * @param settled whether an updated statement has it; else it is settled with the next bill
   */
  public record Change(
      String member,
      String entity,
      LocalDate date,
      String item,
      long beforeMilliYuan,
      long afterMilliYuan,
      boolean settled) {
    /** What it changes by, 0.001 yuan. */
    public long milliYuan() {
      return afterMilliYuan - beforeMilliYuan;
    }
  }

  /** The changes from one close to another of the same month. */
  static Effects of(CloseFolder before, CloseFolder after, CloseLines now, Set<String> settled) {
    CloseLines then = new CloseLines(before);
    TreeSet<String> members = new TreeSet<>(then.members());
    members.addAll(now.members());
    List<Change> changes = new ArrayList<>();
    for (String member : members) {
      Map<String, long[]> amounts = new TreeMap<>();
      add(amounts, then.of(member, 1, before.month().days()), 0);
      add(amounts, now.of(member, 1, after.month().days()), 1);
      amounts.forEach(
          (key, pair) -> {
            if (pair[0] != pair[1]) {
              String[] parts = key.split("\n", -1);
              LocalDate date = LocalDate.parse(parts[1]);
              changes.add(
                  new Change(
                      member,
                      parts[0],
                      date,
                      parts[2],
                      pair[0],
                      pair[1],
                      settled.contains(member)));
            }
          });
    }
    return new Effects(changes);
  }

  private static void add(Map<String, long[]> amounts, List<StatementLine> lines, int side) {
    for (StatementLine line : lines) {
      String key = line.entity() + "\n" + line.date() + "\n" + line.item();
      amounts.computeIfAbsent(key, each -> new long[2])[side] += line.milliYuan();
    }
  }

  /** What the account suspense holds, 0.001 yuan: what was settled, with the other sign. */
  public long suspenseMilliYuan() {
    return -changes.stream().filter(Change::settled).mapToLong(Change::milliYuan).sum();
  }

  /** What is changed of all, and not of pools, 0.001 yuan. */
  public long totalMilliYuan() {
    return changes.stream().mapToLong(Change::milliYuan).sum();
  }

  String keep(ContentStore content) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (Change change : changes) {
      text.append(change.member()).append(',').append(change.entity()).append(',');
      text.append(change.date()).append(',').append(change.item()).append(',');
      FixedPoint.append(text, change.beforeMilliYuan(), FixedPoint.YUAN_DECIMALS).append(',');
      FixedPoint.append(text, change.afterMilliYuan(), FixedPoint.YUAN_DECIMALS).append(',');
      text.append(change.settled()).append('\n');
    }
    return content.put(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Changes that were kept. */
  static Effects read(byte[] content) {
    return new Effects(
        new String(content, StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .map(row -> row(Arrays.asList(row.split(",", CELLS))))
            .toList());
  }

  private static Change row(List<String> cells) {
    return new Change(
        cells.get(0),
        cells.get(1),
        LocalDate.parse(cells.get(2)),
        cells.get(3),
        FixedPoint.parse(cells.get(4), FixedPoint.YUAN_DECIMALS),
        FixedPoint.parse(cells.get(5), FixedPoint.YUAN_DECIMALS),
        Boolean.parseBoolean(cells.get(6)));
  }
}

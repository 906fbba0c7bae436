package org.gridclear.report.settlement;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gridclear.file.ByteText;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.ReconciliationLine;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.HashedOutput;
import org.gridclear.settlement.close.Ledger;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.rule.RuleBook;
import org.gridclear.table.CsvFile;

/** Tables of a close as CSV: items by entity and day, totals, trial balance, reconciliation. */
public final class SettlementTables {
  private final SettlementMonth month;
  private final List<RuleBook.Item> items;
  private final List<String> units;
  private final Path folder;
  private final HashedOutput large;

  private SettlementTables(
      SettlementMonth month, List<String> units, Path folder, HashedOutput large) {
    this.units = units;
    this.large = large;
    this.month = month;
    this.items = month.book().items();
    this.folder = folder;
  }

  /**
   * Writes all tables.
   *
   * @param large hashes the large ones as they are written
   * @return lines of {@code items.csv}
   */
  public static long write(Path folder, CloseFolder close, ClosedMonth closed, HashedOutput large)
      throws IOException {
    SettlementTables tables =
        new SettlementTables(closed.month(), close.quantityUnits(), folder, large);
    tables.trialBalance(closed);
    tables.reconciliation(closed);
    tables.weeks(closed);
    return tables.items(close);
  }

  /** Rows of a unit: one per entity, item and day; and one per entity and item. */
  private record Rows(ByteText items, ByteText totals, long count) {}

  private long items(CloseFolder close) throws IOException {
    long[] count = {0};
    IntFunction<Ledger> ledgers = Ledger.each(close);
    try (OutputStream out = open("items.csv", "entity,item,day,quantity,yuan,unit");
        OutputStream totals = open("totals.csv", "entity,member,class,item,quantity,yuan,unit")) {
      IntStream.range(0, close.record().unitKeys().size())
          .parallel()
          .mapToObj(unit -> rows(ledgers.apply(unit)))
          .forEachOrdered(
              rows -> {
                try {
                  rows.items().writeTo(out);
                  rows.totals().writeTo(totals);
                  count[0] += rows.count();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return count[0];
  }

  private OutputStream open(String name, String header) throws IOException {
    OutputStream out = large.open(folder.resolve(name));
    out.write((header + "\n").getBytes(StandardCharsets.UTF_8));
    return out;
  }

  private Rows rows(Ledger ledger) {
    ByteText rows = new ByteText(1 << 20);
    ByteText totals = new ByteText(1 << 14);
    long count = 0;
    byte[][] days =
        IntStream.rangeClosed(1, month.days())
            .mapToObj(day -> ByteText.of("," + month.date(day) + ","))
            .toArray(byte[][]::new);
    byte[][] codes = items.stream().map(item -> ByteText.of(item.code())).toArray(byte[][]::new);
    byte[][] ends = units.stream().map(unit -> ByteText.of(unit + "\n")).toArray(byte[][]::new);
    for (int e = ledger.from(); e < ledger.to(); e++) {
      var entity = month.entities().get(e);
      String name = CsvFile.field(entity.id());
      byte[] id = ByteText.of(name);
      byte[] who =
          ByteText.of(
              "%s,%s,%s,".formatted(name, CsvFile.field(entity.member()), entity.entityClass()));
      for (int i = 0; i < ledger.items(); i++) {
        int at = (e - ledger.from()) * ledger.items() + i;
        boolean any = false;
        for (int d = 0; d < days.length; d++) {
          long amount = ledger.amounts()[d][at];
          long quantity = ledger.quantities()[d][at];
          if (amount != 0 || quantity != 0) {
            rows.add(id).add(',').add(codes[i]).add(days[d]);
            number(rows, quantity, amount).add(ends[i]);
            any = true;
            count++;
          }
        }
        if (any) {
          totals.add(who).add(codes[i]).add(',');
          number(totals, ledger.quantity(e, i), ledger.amount(e, i)).add(ends[i]);
        }
      }
    }
    return new Rows(rows, totals, count);
  }

  private static ByteText number(ByteText text, long quantity, long amount) {
    return text.add(quantity, FixedPoint.MWH_DECIMALS)
        .add(',')
        .add(amount, FixedPoint.YUAN_DECIMALS)
        .add(',');
  }

  private void trialBalance(ClosedMonth closed) {
    long sum = 0;
    try (CsvFile file = new CsvFile(folder.resolve("trial-balance.csv"), "kind", "code", "yuan")) {
      for (int i = 0; i < items.size(); i++) {
        long amount = Arrays.stream(closed.itemsByDay()[i]).sum();
        sum += amount;
        if (amount != 0) {
          file.row("item", items.get(i).code(), yuan(amount));
        }
      }
      long[] balances = closed.balances()[closed.balances().length - 1];
      for (int p = 0; p < balances.length; p++) {
        sum += balances[p];
        file.row("pool", month.book().pools().get(p).name(), yuan(balances[p]));
      }
      file.row("sum", "", yuan(sum));
    }
  }

  /** Sums of week segments, which never leave the month (AMB-19). */
  private void weeks(ClosedMonth closed) {
    try (CsvFile file =
        new CsvFile(folder.resolve("weeks.csv"), "week", "from", "to", "item", "yuan")) {
      for (int first = 1; first <= month.days(); ) {
        int last = first;
        while (last < month.days() && month.week(last + 1) == month.week(first)) {
          last++;
        }
        for (int i = 0; i < items.size(); i++) {
          long sum = Arrays.stream(closed.itemsByDay()[i], first - 1, last).sum();
          if (sum != 0) {
            file.row(
                month.week(first) + 1,
                month.date(first).toString(),
                month.date(last).toString(),
                items.get(i).code(),
                yuan(sum));
          }
        }
        first = last + 1;
      }
    }
  }

  private void reconciliation(ClosedMonth closed) {
    try (CsvFile file =
        new CsvFile(
            folder.resolve("reconciliation.csv"),
            "check",
            "subject",
            "place",
            "leftYuan",
            "rightYuan",
            "differenceYuan")) {
      for (ReconciliationLine line : closed.lines()) {
        file.row(
            line.check(),
            line.subject(),
            line.place(),
            yuan(line.left()),
            yuan(line.right()),
            yuan(line.difference()));
      }
    }
  }

  static String yuan(long amount) {
    return FixedPoint.format(amount, FixedPoint.YUAN_DECIMALS);
  }
}

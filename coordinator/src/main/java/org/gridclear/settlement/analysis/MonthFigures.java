package org.gridclear.settlement.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Ledger;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.rule.RuleBook;

/** Figures of a close by entity and item, with what the registry says of each entity. */
public final class MonthFigures {
  private final CloseFolder close;
  private final List<Ledger> ledgers;
  private final Registry registry;
  private final Map<String, SettlementEntity> records = new HashMap<>();
  private final Map<String, List<SettlementEntity>> ofEntity = new HashMap<>();

  /** Reads a close, which stays open with its owner. */
  public MonthFigures(CloseFolder close) {
    this.close = close;
    this.ledgers =
        IntStream.range(0, close.record().unitKeys().size())
            .parallel()
            .mapToObj(Ledger.each(close))
            .toList();
    this.registry = SettlementReader.open(close.files()).registry();
    for (SettlementEntity entity : registry.entities()) {
      ofEntity.computeIfAbsent(entity.id(), id -> new ArrayList<>()).add(entity);
    }
    for (int day = 1; day <= month().days(); day++) {
      for (SettlementEntity entity : registry.entities()) {
        if (entity.validity().on(month().date(day))) {
          records.put(entity.id(), entity);
        }
      }
    }
  }

  /** An amount of an entity over the month that is not 0. */
  record Figure(SettlementEntity entity, String item, long quantity, long milliYuan) {}

  CloseFolder close() {
    return close;
  }

  SettlementMonth month() {
    return close.month();
  }

  Registry registry() {
    return registry;
  }

  List<RuleBook.Item> items() {
    return month().book().items();
  }

  /** What is registered last of an entity in the month. */
  SettlementEntity record(int entity) {
    return Objects.requireNonNull(records.get(month().entities().get(entity).id()));
  }

  /** What is registered of an entity on a day; on a day on which it is not, as it is last. */
  SettlementEntity record(int entity, int day) {
    List<SettlementEntity> all =
        ofEntity.getOrDefault(month().entities().get(entity).id(), List.of());
    if (all.size() <= 1) {
      return record(entity);
    }
    LocalDate date = month().date(day);
    return all.stream()
        .filter(each -> each.validity().on(date))
        .findFirst()
        .orElseGet(() -> record(entity));
  }

  /** Figures of all entities over the month. */
  List<Figure> figures() {
    List<RuleBook.Item> items = items();
    List<Figure> figures = new ArrayList<>();
    for (Ledger ledger : ledgers) {
      for (int e = ledger.from(); e < ledger.to(); e++) {
        for (int i = 0; i < items.size(); i++) {
          long quantity = ledger.quantity(e, i);
          long amount = ledger.amount(e, i);
          if (quantity != 0 || amount != 0) {
            figures.add(new Figure(record(e), items.get(i).code(), quantity, amount));
          }
        }
      }
    }
    return figures;
  }

  /** A figure of a day. */
  @FunctionalInterface
  interface OfDay {
    void accept(int entity, int item, int day, long quantity, long milliYuan);
  }

  /** Hands out every figure of every day that is not 0. */
  void days(OfDay take) {
    for (Ledger ledger : ledgers) {
      for (int d = 0; d < ledger.amounts().length; d++) {
        long[] amounts = ledger.amounts()[d];
        long[] quantities = ledger.quantities()[d];
        for (int at = 0; at < amounts.length; at++) {
          if (amounts[at] != 0 || quantities[at] != 0) {
            int entity = ledger.from() + at / ledger.items();
            take.accept(entity, at % ledger.items(), d + 1, quantities[at], amounts[at]);
          }
        }
      }
    }
  }

  /** The blocks of a day, read as they are asked for. */
  static List<EntityBlock> blocks(CloseFolder close, int day) {
    return close.record().blockHashes().get(day - 1).parallelStream()
        .map(hash -> SettlementBytes.block(close.block(hash), close.index()))
        .toList();
  }

  /** Value of a column of a row of a block; 0 where the column is 0 everywhere. */
  static int at(EntityBlock block, SettlementColumn column, int row, int interval) {
    int[] values = block.columns()[column.index()];
    return values == null ? 0 : values[row * block.intervals() + interval];
  }

  static EntityClass ofRow(EntityBlock block, int row) {
    return EntityClass.values()[block.classes()[row]];
  }

  static BigDecimal yuan(long milliYuan) {
    return BigDecimal.valueOf(milliYuan, FixedPoint.YUAN_DECIMALS);
  }

  static BigDecimal quantity(long tenThousandths) {
    return BigDecimal.valueOf(tenThousandths, FixedPoint.MWH_DECIMALS);
  }

  /** Mean price of an amount over a quantity, 0.001 yuan; 0 without a quantity. */
  static BigDecimal price(long milliYuan, long quantity) {
    if (quantity == 0) {
      return yuan(0);
    }
    return yuan(milliYuan)
        .divide(quantity(quantity), FixedPoint.YUAN_DECIMALS, RoundingMode.HALF_UP);
  }
}

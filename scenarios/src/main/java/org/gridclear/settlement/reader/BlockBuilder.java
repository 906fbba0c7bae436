package org.gridclear.settlement.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Event;
import org.gridclear.settlement.input.EntityBlock.Leg;
import org.gridclear.settlement.input.EntityBlock.Offer;
import org.gridclear.settlement.input.EntityBlock.Right;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.registry.Contract;
import org.gridclear.settlement.registry.ContractKind;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.TransmissionRight;
import org.jspecify.annotations.Nullable;

/** Cuts a day into blocks of entities. */
final class BlockBuilder {
  private final SettlementSource source;
  private final DayValues values;
  private final @Nullable DayBefore before;
  private final Map<Integer, List<Leg>> legs = new HashMap<>();
  private final Map<Integer, List<Right>> rights = new HashMap<>();

  /**
   * Prepares a day.
   *
   * @param before the day before, from which starts are counted; null if it is not known
   */
  BlockBuilder(SettlementSource source, DayValues values, @Nullable DayBefore before) {
    this.source = source;
    this.values = values;
    this.before = before;
    contracts();
    for (TransmissionRight right : source.registry().rights()) {
      int e = source.entity(right.entity());
      if (right.validity().on(source.month().date(values.day)) && values.registered(e)) {
        rights
            .computeIfAbsent(e, key -> new ArrayList<>())
            .add(
                new Right(0, source.point(right.source()), source.point(right.sink()), right.mw()));
      }
    }
  }

  List<EntityBlock> blocks() {
    return IntStream.range(0, source.month().blocks()).mapToObj(this::block).toList();
  }

  private void contracts() {
    List<Contract> contracts = source.registry().contracts();
    for (int c = 0; c < contracts.size(); c++) {
      Contract contract = contracts.get(c);
      int number = source.contract(contract.id());
      int[][] curve = values.curves.get(number);
      int seller = source.seller(c);
      int buyer = source.buyer(c);
      if (curve == null
          || curve[0] == null
          || curve[1] == null
          || !contract.settledOn(source.month().date(values.day))
          || !values.registered(seller)
          || !values.registered(buyer)) {
        continue;
      }
      int point = source.point(contract.point());
      int[] bought = negated(curve[0]);
      boolean rt = contract.realTime();
      boolean physical = contract.kind() == ContractKind.PHYSICAL;
      add(seller, new Leg(0, number, point, rt, physical, curve[0], curve[1]));
      add(buyer, new Leg(0, number, point, rt, physical, bought, curve[1]));
    }
  }

  private static int[] negated(int[] values) {
    int[] negated = new int[values.length];
    for (int t = 0; t < values.length; t++) {
      negated[t] = -values[t];
    }
    return negated;
  }

  private void add(int entity, Leg leg) {
    legs.computeIfAbsent(entity, key -> new ArrayList<>()).add(leg);
    int[] mwh = Objects.requireNonNull(leg.mwh());
    values.add(SettlementColumn.CONTRACT, entity, mwh, 1);
    if (leg.physical()) {
      values.add(SettlementColumn.PHYSICAL, entity, mwh, 1);
    }
  }

  /** The rows that are read of a block, by its number. */
  EntityBlock block(int number) {
    int from = number * EntityBlock.ENTITIES;
    int to = Math.min(from + EntityBlock.ENTITIES, values.records.length);
    int[] rows =
        IntStream.range(from, to)
            .filter(e -> values.records[e] != null)
            .boxed()
            .sorted(Comparator.comparing(e -> values.records[e].entityClass()))
            .mapToInt(Integer::intValue)
            .toArray();
    byte[] classes = new byte[rows.length];
    int[] points = new int[rows.length];
    Offer[] offers = new Offer[rows.length];
    for (int r = 0; r < rows.length; r++) {
      int e = rows[r];
      classes[r] = (byte) values.records[e].entityClass().ordinal();
      points[r] = source.point(values.records[e].point());
      if (values.offers[e] != null) {
        offers[r] = new Offer(values.offers[e].uptoMw(), values.offers[e].yuanPerMwh());
      }
    }
    return new EntityBlock(
        values.day,
        values.intervals,
        rows,
        classes,
        points,
        columns(rows),
        attributes(rows),
        offers,
        ofRows(rows, legs, BlockBuilder::inRow),
        ofRows(rows, rights, BlockBuilder::inRow),
        ofRows(rows, values.events, BlockBuilder::inRow));
  }

  /** What the entities of the rows have, each told its row. */
  private static <T> List<T> ofRows(
      int[] rows, Map<Integer, List<T>> ofEntity, BiFunction<T, Integer, T> inRow) {
    List<T> list = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      for (T each : ofEntity.getOrDefault(rows[r], List.of())) {
        list.add(inRow.apply(each, r));
      }
    }
    return list;
  }

  private static Leg inRow(Leg leg, int row) {
    return new Leg(
        row,
        leg.contract(),
        leg.point(),
        leg.realTime(),
        leg.physical(),
        leg.mwh(),
        leg.yuanPerMwh());
  }

  private static Right inRow(Right right, int row) {
    return new Right(row, right.source(), right.sink(), right.mw());
  }

  private static Event inRow(Event event, int row) {
    return new Event(row, event.item(), event.quantity(), event.yuan());
  }

  private int[][] columns(int[] rows) {
    List<SettlementColumn> all = SettlementColumn.of(Kind.INTERVAL);
    int[][] columns = new int[all.size()][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = column(values.column(all.get(c)), rows);
    }
    return columns;
  }

  /** A column of some entities; null where it is 0 everywhere. */
  private int @Nullable [] column(int[][] ofEntities, int[] rows) {
    int n = values.intervals;
    int[] column = null;
    for (int r = 0; ofEntities != null && r < rows.length; r++) {
      int[] row = ofEntities[rows[r]];
      if (row != null && some(row)) {
        column = column == null ? new int[rows.length * n] : column;
        System.arraycopy(row, 0, column, r * n, n);
      }
    }
    return column;
  }

  private static boolean some(int[] row) {
    for (int value : row) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  private long[][] attributes(int[] rows) {
    long[][] attributes = new long[SettlementColumn.of(Kind.ATTRIBUTE).size()][rows.length];
    for (int r = 0; r < rows.length; r++) {
      int e = rows[r];
      SettlementEntity entity = values.records[e];
      attributes[SettlementColumn.CAPACITY.index()][r] = entity.capacity().orElse(0);
      attributes[SettlementColumn.MINIMUM.index()][r] = entity.minimum().orElse(0);
      attributes[SettlementColumn.OBLIGATION.index()][r] = entity.obligation().orElse(0);
      attributes[SettlementColumn.HELD.index()][r] = entity.held().orElse(0);
      attributes[SettlementColumn.TARIFF.index()][r] = values.tariffs[e];
      attributes[SettlementColumn.MONTH_DAYS.index()][r] = source.month().period();
      attributes[SettlementColumn.REGISTERED_DAYS.index()][r] = source.registeredDays(e);
      attributes[SettlementColumn.LAST_DAY.index()][r] = source.lastDay(e) == values.day ? 1 : 0;
      if (values.offers[e] != null) {
        attributes[SettlementColumn.OFFERED.index()][r] = 1;
        attributes[SettlementColumn.NO_LOAD.index()][r] = values.offers[e].noLoadYuanPerH();
        attributes[SettlementColumn.START_UP.index()][r] = values.offers[e].startUpYuan();
        attributes[SettlementColumn.DA_STARTS.index()][r] =
            values.starts(SettlementColumn.DA, e, on(SettlementColumn.DA, e));
        attributes[SettlementColumn.RT_STARTS.index()][r] =
            values.starts(SettlementColumn.METERED, e, on(SettlementColumn.METERED, e));
      }
    }
    return attributes;
  }

  /** Whether a unit was on before the day; where that is not known it is taken to have been. */
  private boolean on(SettlementColumn column, int entity) {
    if (before != null) {
      return before.on(column, entity);
    }
    return source.state().on(column, source.month().entities().get(entity).id()).orElse(true);
  }
}

package org.gridclear.settlement.reader;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.settlement.input.EntityBlock.Event;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.UnitOffer;
import org.jspecify.annotations.Nullable;

/** Everything of one day, before it is cut into blocks. */
final class DayValues {
  final int day;
  final int intervals;
  final SettlementEntity[] records;
  final UnitOffer[] offers;
  final long[] tariffs;
  private final int[][][] columns = new int[SettlementColumn.of(Kind.INTERVAL).size()][][];
  final Map<Integer, int[][]> curves = new HashMap<>();
  final Map<Integer, List<Event>> events = new HashMap<>();
  final BitSet tariffGiven = new BitSet();

  /** Entities that are registered on the day, whether they are read or not. */
  final BitSet registered = new BitSet();

  /** Price series that were given: {@code point,series}, or the series of the market alone. */
  final Set<String> priced = new HashSet<>();

  private final BitSet[] given = new BitSet[SettlementColumn.of(Kind.INTERVAL).size()];
  final Map<String, byte[]> files = new TreeMap<>();
  @Nullable PriceDay prices;

  DayValues(int day, int intervals, int entities) {
    this.day = day;
    this.intervals = intervals;
    this.records = new SettlementEntity[entities];
    this.offers = new UnitOffer[entities];
    this.tariffs = new long[entities];
  }

  /** Adds values to a column of an entity. */
  void add(SettlementColumn column, int entity, int[] values, int sign) {
    int c = column.index();
    if (columns[c] == null) {
      columns[c] = new int[records.length][];
    }
    int[] row = columns[c][entity];
    if (row == null) {
      row = new int[intervals];
      columns[c][entity] = row;
    }
    for (int t = 0; t < intervals; t++) {
      row[t] += sign * values[t];
    }
  }

  /** Whether there is an entity of a number on the day; −1 is none. */
  boolean registered(int entity) {
    return entity >= 0 && registered.get(entity);
  }

  /** Values of a column by entity, null for one whose values are 0; null where all are. */
  int[][] column(SettlementColumn column) {
    return columns[column.index()];
  }

  /** Notes that the files of the day have a column of an entity. */
  void mark(SettlementColumn column, int entity) {
    if (given[column.index()] == null) {
      given[column.index()] = new BitSet(records.length);
    }
    given[column.index()].set(entity);
  }

  /** Whether the files of the day have a column of an entity. */
  boolean given(SettlementColumn column, int entity) {
    return given[column.index()] != null && given[column.index()].get(entity);
  }

  /** Whether a column of an entity is not 0 somewhere. */
  boolean some(SettlementColumn column, int entity) {
    int[] row = given(column, entity) ? row(column, entity) : null;
    for (int t = 0; row != null && t < intervals; t++) {
      if (row[t] != 0) {
        return true;
      }
    }
    return false;
  }

  void add(int entity, Event event) {
    events.computeIfAbsent(entity, key -> new ArrayList<>()).add(event);
  }

  /** Value of a column. */
  int at(SettlementColumn column, int entity, int t) {
    int[] row = row(column, entity);
    return row == null ? 0 : row[t];
  }

  private int @Nullable [] row(SettlementColumn column, int entity) {
    int[][] rows = columns[column.index()];
    return rows == null ? null : rows[entity];
  }

  /** What was at the end of the day. */
  DayBefore atEnd() {
    return (column, entity) -> at(column, entity, intervals - 1) > 0;
  }

  /** Starts within the day; the first interval starts if the unit was off before it. */
  int starts(SettlementColumn column, int entity, boolean onBefore) {
    int starts = 0;
    boolean on = onBefore;
    for (int t = 0; t < intervals; t++) {
      boolean now = at(column, entity, t) > 0;
      starts += now && !on ? 1 : 0;
      on = now;
    }
    return starts;
  }
}

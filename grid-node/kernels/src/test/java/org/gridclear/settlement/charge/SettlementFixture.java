package org.gridclear.settlement.charge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.MonthReconciliation;
import org.gridclear.settlement.audit.SettlementAudit;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Event;
import org.gridclear.settlement.input.EntityBlock.Leg;
import org.gridclear.settlement.input.EntityBlock.Offer;
import org.gridclear.settlement.input.EntityBlock.Right;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.ContractKind;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.rule.RuleBook;

/** A small month built by hand: hourly, two price points, values given as decimal text. */
final class SettlementFixture {
  static final int HOURS = 24;
  static final int POINTS = 2;

  private final int days;
  private final List<String> ids = new ArrayList<>();
  private final List<EntityClass> classes = new ArrayList<>();
  private final Map<String, String> grids = new HashMap<>();
  private final List<EntityData> data = new ArrayList<>();
  private final int[][][] points;
  private final int[][][] market;
  private MarketMode mode = MarketMode.CENTRALISED;
  private RuleBook book = RuleBookReader.byDefault();

  private static final class EntityData {
    final int[][][] columns;
    final long[] attributes = new long[SettlementColumn.of(Kind.ATTRIBUTE).size()];
    final List<Leg> legs = new ArrayList<>();
    final List<Right> rights = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    Offer offer;
    int lastDay;

    EntityData(int days) {
      columns = new int[days][SettlementColumn.of(Kind.INTERVAL).size()][HOURS];
    }
  }

  SettlementFixture(int days) {
    this.days = days;
    this.points = new int[days][SettlementColumn.of(Kind.POINT).size()][POINTS * HOURS];
    this.market = new int[days][SettlementColumn.of(Kind.MARKET).size()][HOURS];
  }

  SettlementFixture mode(MarketMode changed) {
    mode = changed;
    return this;
  }

  SettlementFixture book(RuleBook changed) {
    book = changed;
    return this;
  }

  SettlementFixture entity(String id, EntityClass entityClass) {
    ids.add(id);
    classes.add(entityClass);
    data.add(new EntityData(days));
    return this;
  }

  private static int whole(SettlementColumn column, String value) {
    return (int) FixedPoint.parse(value, column.measure().decimals());
  }

  /** Sets a value of the entity named last; the sign is that of the settlement. */
  SettlementFixture at(SettlementColumn column, int day, int hour, String value) {
    last().columns[day - 1][column.index()][hour] = whole(column, value);
    return this;
  }

  SettlementFixture attribute(SettlementColumn column, String value) {
    last().attributes[column.index()] = FixedPoint.parse(value, column.measure().decimals());
    return this;
  }

  SettlementFixture offer(long[] uptoMw, long[] yuanPerMwh) {
    last().attributes[SettlementColumn.OFFERED.index()] = 1;
    last().offer =
        new Offer(
            Arrays.stream(uptoMw).map(mw -> mw * 10_000).toArray(),
            Arrays.stream(yuanPerMwh).map(price -> price * 1_000).toArray());
    return this;
  }

  /** The entity named last leaves after a day; its rows stay, without energy. */
  SettlementFixture until(int day) {
    last().lastDay = day;
    return this;
  }

  SettlementFixture event(String item, String quantity, String yuan) {
    last().events.add(new Event(0, item, FixedPoint.parse(quantity, 4), FixedPoint.parse(yuan, 3)));
    return this;
  }

  SettlementFixture right(int source, int sink, String mw) {
    last().rights.add(new Right(0, source, sink, FixedPoint.parse(mw, 4)));
    return this;
  }

  /** A contract of the same energy and price in every hour; both sides. */
  SettlementFixture contract(String seller, String buyer, String mwh, String yuanPerMwh) {
    return contract(seller, buyer, mwh, yuanPerMwh, ContractKind.of(mode));
  }

  /** A contract of a kind. */
  SettlementFixture contract(
      String seller, String buyer, String mwh, String yuanPerMwh, ContractKind kind) {
    boolean physical = kind == ContractKind.PHYSICAL;
    int[] sold = new int[HOURS];
    int[] bought = new int[HOURS];
    int[] price = new int[HOURS];
    Arrays.fill(sold, (int) FixedPoint.parse(mwh, 4));
    Arrays.fill(bought, (int) -FixedPoint.parse(mwh, 4));
    Arrays.fill(price, (int) FixedPoint.parse(yuanPerMwh, 3));
    of(seller).legs.add(new Leg(0, 0, 0, false, physical, sold, price));
    of(buyer).legs.add(new Leg(0, 0, 0, false, physical, bought, price));
    for (int d = 0; d < days; d++) {
      for (int t = 0; t < HOURS; t++) {
        of(seller).columns[d][SettlementColumn.CONTRACT.index()][t] += sold[t];
        of(buyer).columns[d][SettlementColumn.CONTRACT.index()][t] += bought[t];
        if (physical) {
          of(seller).columns[d][SettlementColumn.PHYSICAL.index()][t] += sold[t];
          of(buyer).columns[d][SettlementColumn.PHYSICAL.index()][t] += bought[t];
        }
      }
    }
    return this;
  }

  /** Sets a price at both points in all hours of all days. */
  SettlementFixture price(SettlementColumn column, String value) {
    for (int point = 0; point < POINTS; point++) {
      price(column, point, value);
    }
    return this;
  }

  SettlementFixture price(SettlementColumn column, int point, String value) {
    for (int d = 0; d < days; d++) {
      if (column.kind() == Kind.MARKET) {
        Arrays.fill(market[d][column.index()], whole(column, value));
      } else {
        Arrays.fill(
            points[d][column.index()], point * HOURS, (point + 1) * HOURS, whole(column, value));
      }
    }
    return this;
  }

  /** Makes a day a workday, weekend or holiday, and gives its hours their minutes. */
  SettlementFixture calendar(int day, int dayType) {
    int[][] columns = market[day - 1];
    Arrays.fill(columns[SettlementColumn.DAY_TYPE.index()], dayType);
    Arrays.setAll(columns[SettlementColumn.MINUTE_OF_DAY.index()], t -> 60 * t);
    return this;
  }

  private EntityData last() {
    return data.get(data.size() - 1);
  }

  private EntityData of(String id) {
    return data.get(ids.indexOf(id));
  }

  /** The user named last belongs to a grid company; without it, to the first that there is. */
  SettlementFixture grid(String grid) {
    grids.put(ids.get(ids.size() - 1), grid);
    return this;
  }

  private String grid() {
    int first = classes.indexOf(EntityClass.GRID);
    return first < 0 ? "" : ids.get(first);
  }

  SettlementMonth month() {
    return new SettlementMonth(
        "fixture",
        YearMonth.of(2026, 10),
        days,
        mode,
        HOURS,
        false,
        ids.stream()
            .map(
                id ->
                    new SettlementMonth.EntityName(
                        id,
                        id,
                        "M" + id,
                        "M" + id,
                        classes.get(ids.indexOf(id)).label(),
                        List.of(
                            new SettlementMonth.Span(
                                1, days, id, "M" + id, "M" + id, grids.getOrDefault(id, grid())))))
            .toList(),
        List.of("A", "B"),
        List.of("C1"),
        book);
  }

  /** The days with the entities of a range in one block. */
  List<ChargeKernel.Day> days(int from, int to) {
    List<ChargeKernel.Day> list = new ArrayList<>();
    for (int d = 0; d < days; d++) {
      list.add(
          new ChargeKernel.Day(
              new PriceDay(d + 1, HOURS, points[d], market[d]), List.of(block(d, from, to))));
    }
    return list;
  }

  private EntityBlock block(int d, int from, int to) {
    int rows = to - from;
    int[] entities = new int[rows];
    byte[] ofClass = new byte[rows];
    int[] ofPoint = new int[rows];
    int[][] columns = new int[SettlementColumn.of(Kind.INTERVAL).size()][rows * HOURS];
    long[][] attributes = new long[SettlementColumn.of(Kind.ATTRIBUTE).size()][rows];
    Offer[] offers = new Offer[rows];
    List<Leg> legs = new ArrayList<>();
    List<Right> rights = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      EntityData entity = data.get(from + r);
      int row = r;
      entities[r] = from + r;
      ofClass[r] = (byte) classes.get(from + r).ordinal();
      ofPoint[r] = (from + r) % POINTS;
      offers[r] = entity.offer;
      for (int c = 0; c < columns.length; c++) {
        System.arraycopy(entity.columns[d][c], 0, columns[c], r * HOURS, HOURS);
      }
      for (int a = 0; a < attributes.length; a++) {
        attributes[a][r] = entity.attributes[a];
      }
      int lastDay = entity.lastDay == 0 ? days : entity.lastDay;
      attributes[SettlementColumn.LAST_DAY.index()][r] = d + 1 == lastDay ? 1 : 0;
      attributes[SettlementColumn.REGISTERED_DAYS.index()][r] = lastDay;
      attributes[SettlementColumn.MONTH_DAYS.index()][r] = days;
      entity.legs.forEach(
          l ->
              legs.add(
                  new Leg(row, 0, l.point(), l.realTime(), l.physical(), l.mwh(), l.yuanPerMwh())));
      entity.rights.forEach(x -> rights.add(new Right(row, x.source(), x.sink(), x.mw())));
      entity.events.forEach(x -> events.add(new Event(row, x.item(), x.quantity(), x.yuan())));
    }
    return new EntityBlock(
        d + 1,
        HOURS,
        entities,
        ofClass,
        ofPoint,
        columns,
        attributes,
        offers,
        legs,
        rights,
        events);
  }

  ChargeResult charges(int from, int to) {
    return ChargeKernel.run(new ChargePrograms(month()), from, to, days(from, to), null);
  }

  /** Closes the month with all entities in one unit. */
  Books close() {
    ChargeResult charges = charges(0, ids.size());
    MonthReconciliation books = new MonthReconciliation(month(), days);
    books.add(charges);
    return new Books(this, charges, books.close());
  }

  /** A closed fixture. */
  record Books(SettlementFixture fixture, ChargeResult charges, ClosedMonth closed) {
    /** Every check but the second, of what pools pass on, is 0, and the auditor finds nothing. */
    void balance() {
      assertEquals(
          List.of(),
          closed.lines().stream()
              .filter(line -> line.check() != 2 && line.difference() != 0)
              .toList());
      assertEquals(List.of(), audit());
    }

    /** Amount of an item of an entity on a day, as text. */
    String yuan(String entity, String item, int day) {
      return FixedPoint.format(milliYuan(fixture.ids.indexOf(entity), item, day), 3);
    }

    String yuan(String entity, String item) {
      long sum = 0;
      for (int day = 1; day <= charges.days(); day++) {
        sum += milliYuan(fixture.ids.indexOf(entity), item, day);
      }
      return FixedPoint.format(sum, 3);
    }

    long milliYuan(int entity, String item, int day) {
      RuleBook book = closed.month().book();
      List<String> codes = book.items().stream().map(RuleBook.Item::code).toList();
      long amount = charges.amounts()[day - 1][entity * codes.size() + codes.indexOf(item)];
      for (int a = 0; a < book.allocations().size(); a++) {
        if (book.allocations().get(a).item().equals(item)) {
          amount += closed.share(day, a, entity);
        }
      }
      return amount;
    }

    /** What an auditor in decimal arithmetic finds. */
    List<String> audit() {
      return SettlementAudit.differences(
          closed.month(),
          entity -> true,
          fixture.days(0, fixture.ids.size()).stream()
                  .map(day -> Map.entry(day.prices(), day.blocks()))
              ::iterator,
          this::milliYuan);
    }
  }
}

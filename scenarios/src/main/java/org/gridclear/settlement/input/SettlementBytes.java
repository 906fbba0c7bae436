package org.gridclear.settlement.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.gridclear.settlement.input.EntityBlock.Event;
import org.gridclear.settlement.input.EntityBlock.Leg;
import org.gridclear.settlement.input.EntityBlock.Offer;
import org.gridclear.settlement.input.EntityBlock.Right;
import org.jspecify.annotations.Nullable;

/**
 * Blocks and prices as bytes, little-endian. Entities, price points and contracts stand in them by
 * id, never by number: what was stored under one registry can only be read as the same entities. A
 * row of a column is its least value and the width of the differences to it, 0, 1, 2 or 4 bytes,
 * then the differences.
 */
public final class SettlementBytes {
  private static final byte BLOCK = 5;
  private static final byte PRICES = 4;

  private final PackedOutput out = new PackedOutput();
  private final SettlementMonth month;

  private SettlementBytes(SettlementMonth month) {
    this.month = month;
  }

  /** The bytes of a block of a month. */
  public static byte[] pack(EntityBlock block, SettlementMonth month) {
    SettlementBytes bytes = new SettlementBytes(month);
    bytes.put(block);
    return bytes.out.done();
  }

  /** The bytes of prices of a month. */
  public static byte[] pack(PriceDay prices, SettlementMonth month) {
    SettlementBytes bytes = new SettlementBytes(month);
    bytes.out.putByte(PRICES);
    bytes.out.putByte(prices.day());
    bytes.out.putShort(prices.intervals());
    int pointCount = month.points().size();
    bytes.out.putInt(pointCount);
    for (int p = 0; p < pointCount; p++) {
      bytes.out.putText(month.points().get(p));
    }
    for (int[] column : prices.points()) {
      bytes.column(column, pointCount, prices.intervals());
    }
    for (int[] column : prices.market()) {
      bytes.column(column, 1, prices.intervals());
    }
    return bytes.out.done();
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void put(EntityBlock block) {
    int rows = block.rows();
    out.putByte(BLOCK);
    out.putByte(block.day());
    out.putShort(block.intervals());
    out.putInt(rows);
    for (int r = 0; r < rows; r++) {
      out.putText(month.entities().get(block.entities()[r]).id());
      out.putByte(block.classes()[r]);
      out.putText(month.points().get(block.points()[r]));
    }
    for (int[] column : block.columns()) {
      column(column, rows, block.intervals());
    }
    for (long[] attribute : block.attributes()) {
      for (long value : attribute) {
        out.putLong(value);
      }
    }
    for (Offer offer : block.offers()) {
      put(offer);
    }
    out.putInt(block.legs().size());
    out.putInt(block.rights().size());
    out.putInt(block.events().size());
    for (Leg leg : block.legs()) {
      put(leg, block.intervals());
    }
    for (Right right : block.rights()) {
      put(right);
    }
    for (Event event : block.events()) {
      put(event);
    }
  }

  private void put(Right right) {
    out.putInt(right.row());
    out.putText(month.points().get(right.source()));
    out.putText(month.points().get(right.sink()));
    out.putLong(right.mw());
  }

  private void put(Event event) {
    out.putInt(event.row());
    out.putText(event.item());
    out.putLong(event.quantity());
    out.putLong(event.yuan());
  }

  private void put(Leg leg, int intervals) {
    out.putInt(leg.row());
    out.putText(month.contracts().get(leg.contract()));
    out.putText(month.points().get(leg.point()));
    out.putByte(leg.realTime() ? 1 : 0);
    out.putByte(leg.physical() ? 1 : 0);
    column(leg.mwh(), 1, intervals);
    column(leg.yuanPerMwh(), 1, intervals);
  }

  private void put(Offer offer) {
    int segments = offer == null ? 0 : offer.uptoMw().length;
    out.putInt(segments);
    for (int k = 0; k < segments; k++) {
      out.putLong(offer.uptoMw()[k]);
      out.putLong(offer.yuanPerMwh()[k]);
    }
  }

  private void column(int @Nullable [] values, int rows, int intervals) {
    out.putByte(values == null ? 0 : 1);
    for (int r = 0; values != null && r < rows; r++) {
      out.putRow(values, r * intervals, intervals);
    }
  }

  /**
   * The block that {@link #pack(EntityBlock, SettlementMonth)} packed.
   *
   * @throws IllegalArgumentException if it names something that the month does not have
   */
  public static EntityBlock block(byte[] packed, MonthIndex month) {
    ByteBuffer in = open(packed, BLOCK);
    int day = in.get();
    int intervals = in.getShort();
    int rows = in.getInt();
    int[] entities = new int[rows];
    byte[] classes = new byte[rows];
    int[] points = new int[rows];
    for (int r = 0; r < rows; r++) {
      entities[r] = month.entity(text(in));
      classes[r] = in.get();
      points[r] = month.point(text(in));
    }
    int[][] columns = columns(in, SettlementColumn.Kind.INTERVAL, rows, intervals);
    long[][] attributes = attributes(in, rows);
    Offer[] offers = new Offer[rows];
    for (int r = 0; r < rows; r++) {
      offers[r] = offer(in);
    }
    int legCount = in.getInt();
    int rightCount = in.getInt();
    int eventCount = in.getInt();
    return new EntityBlock(
        day,
        intervals,
        entities,
        classes,
        points,
        columns,
        attributes,
        offers,
        list(legCount, () -> leg(in, intervals, month)),
        list(rightCount, () -> right(in, month)),
        list(eventCount, () -> event(in)));
  }

  private static long[][] attributes(ByteBuffer in, int rows) {
    long[][] attributes =
        new long[SettlementColumn.of(SettlementColumn.Kind.ATTRIBUTE).size()][rows];
    for (long[] attribute : attributes) {
      in.asLongBuffer().get(attribute);
      in.position(in.position() + 8 * rows);
    }
    return attributes;
  }

  private static <T> List<T> list(int count, Supplier<T> next) {
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(next.get());
    }
    return list;
  }

  /**
   * The prices that {@link #pack(PriceDay, SettlementMonth)} packed.
   *
   * @throws IllegalArgumentException if they are not those of the points of the month
   */
  public static PriceDay prices(byte[] packed, MonthIndex month) {
    ByteBuffer in = open(packed, PRICES);
    int day = in.get();
    int intervals = in.getShort();
    int pointCount = in.getInt();
    for (int p = 0; p < pointCount; p++) {
      String id = text(in);
      if (month.point(id) != p) {
        throw new IllegalArgumentException(
            "The prices of day %d are those of %s where those of %s are due."
                .formatted(day, id, month.month().points().get(p)));
      }
    }
    if (pointCount != month.month().points().size()) {
      throw new IllegalArgumentException(
          "Day %d has prices of %d points, the month has %d."
              .formatted(day, pointCount, month.month().points().size()));
    }
    int[][] points = columns(in, SettlementColumn.Kind.POINT, pointCount, intervals);
    int[][] market = columns(in, SettlementColumn.Kind.MARKET, 1, intervals);
    return new PriceDay(day, intervals, points, market);
  }

  private static ByteBuffer open(byte[] packed, byte kind) {
    ByteBuffer in = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    if (packed.length < 4 || in.get() != kind) {
      throw new IllegalArgumentException("The bytes are no settlement data of this version.");
    }
    return in;
  }

  private static int[][] columns(
      ByteBuffer in, SettlementColumn.Kind kind, int rows, int intervals) {
    int[][] columns = new int[SettlementColumn.of(kind).size()][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = column(in, rows, intervals);
    }
    return columns;
  }

  private static int @Nullable [] column(ByteBuffer in, int rows, int intervals) {
    if (in.get() == 0) {
      return null;
    }
    int[] values = new int[rows * intervals];
    for (int r = 0; r < rows; r++) {
      row(in, values, r * intervals, intervals);
    }
    return values;
  }

  private static void row(ByteBuffer in, int[] values, int from, int count) {
    int min = in.getInt();
    int width = in.get();
    int at = in.position();
    switch (width) {
      case 0 -> Arrays.fill(values, from, from + count, min);
      case 1 -> {
        for (int i = 0; i < count; i++) {
          values[from + i] = min + (in.get(at + i) & 0xff);
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          values[from + i] = min + (in.getShort(at + 2 * i) & 0xffff);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          values[from + i] = min + in.getInt(at + 4 * i);
        }
      }
    }
    in.position(at + width * count);
  }

  private static @Nullable Offer offer(ByteBuffer in) {
    int segments = in.getInt();
    if (segments == 0) {
      return null;
    }
    long[] upto = new long[segments];
    long[] price = new long[segments];
    for (int k = 0; k < segments; k++) {
      upto[k] = in.getLong();
      price[k] = in.getLong();
    }
    return new Offer(upto, price);
  }

  private static Right right(ByteBuffer in, MonthIndex month) {
    int row = in.getInt();
    int source = month.point(text(in));
    int sink = month.point(text(in));
    return new Right(row, source, sink, in.getLong());
  }

  private static Leg leg(ByteBuffer in, int intervals, MonthIndex month) {
    int row = in.getInt();
    int contract = month.contract(text(in));
    int point = month.point(text(in));
    boolean realTime = in.get() == 1;
    boolean physical = in.get() == 1;
    return new Leg(
        row,
        contract,
        point,
        realTime,
        physical,
        column(in, 1, intervals),
        column(in, 1, intervals));
  }

  private static Event event(ByteBuffer in) {
    return new Event(in.getInt(), text(in), in.getLong(), in.getLong());
  }
}

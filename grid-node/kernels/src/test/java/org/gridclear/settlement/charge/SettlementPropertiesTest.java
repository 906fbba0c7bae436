package org.gridclear.settlement.charge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.allocation.ClosedMonth;
import org.gridclear.settlement.allocation.LargestRemainder;
import org.gridclear.settlement.allocation.MonthReconciliation;
import org.gridclear.settlement.charge.SettlementFixture.Books;
import org.gridclear.settlement.formula.Instruction;
import org.gridclear.settlement.input.MonthIndex;
import org.gridclear.settlement.input.SettlementBytes;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.registry.EntityClass;
import org.junit.jupiter.api.Test;

// Rows, S-07
class SettlementPropertiesTest {
  private static final EntityClass[] CLASSES = EntityClass.values();

  /** A month in which every column, price and attribute has some value. */
  private static SettlementFixture random(long seed, int entities, int days, boolean idle) {
    Random random = new Random(seed);
    SettlementFixture fixture = new SettlementFixture(days);
    for (int e = 0; e < entities; e++) {
      EntityClass entityClass = CLASSES[e % CLASSES.length];
      fixture.entity("E%03d".formatted(e), entityClass);
      for (SettlementColumn column : SettlementColumn.of(Kind.ATTRIBUTE)) {
        int digits = column.measure().decimals();
        fixture.attribute(column, FixedPoint.format(random.nextInt(3) * 5_000L, digits));
      }
      fixture.offer(new long[] {20, 40, 80}, new long[] {150, 220 + random.nextInt(40), 300});
      for (int day = 1; day <= days; day++) {
        for (SettlementColumn column : SettlementColumn.of(Kind.INTERVAL)) {
          for (int t = 0; t < 24 && column != SettlementColumn.CONTRACT; t++) {
            long value = random.nextInt(600_000) * (long) entityClass.sign();
            fixture.at(column, day, t, FixedPoint.format(value, 4));
          }
        }
      }
      fixture.event("BLACK_START", "1.5", "100.001");
    }
    if (idle) {
      fixture.entity("IDLE", EntityClass.RESPONSE);
    }
    fixture.contract("E000", "E007", "12.3457", "341.777");
    fixture.right(0, 1, "3.25");
    for (SettlementColumn column : SettlementColumn.of(Kind.POINT)) {
      fixture.price(column, 0, FixedPoint.format(random.nextInt(400_000) - 50_000, 3));
      fixture.price(column, 1, FixedPoint.format(random.nextInt(400_000) - 50_000, 3));
    }
    for (SettlementColumn column : SettlementColumn.of(Kind.MARKET)) {
      int value = random.nextInt(column.measure().decimals() == 0 ? 3 : 20_000);
      fixture.price(column, FixedPoint.format(value, column.measure().decimals()));
    }
    return fixture;
  }

  @Test
  void auditorInDecimalArithmeticAgreesToTheLastDigitOnWholeMonths() {
    for (long seed = 1; seed <= 4; seed++) {
      Books books = random(seed, 23, 3, false).close();
      assertEquals(0, books.closed().residualMilliYuan());
      assertEquals(List.of(), books.audit());
    }
  }

  @Test
  void auditorFindsAnAmountThatIsOffByOne() {
    Books books = random(5, 12, 1, false).close();
    books.charges().amounts()[0][3]++;
    assertEquals(1, books.audit().size());
  }

  @Test
  void groupingAndOrderOfEntitiesChangeNothing() {
    SettlementFixture fixture = random(6, 23, 3, false);
    ClosedMonth whole = fixture.close().closed();
    MonthReconciliation parts = new MonthReconciliation(fixture.month(), 3);
    parts.add(fixture.charges(9, 23));
    parts.add(fixture.charges(0, 1));
    parts.add(fixture.charges(1, 9));
    ClosedMonth closed = parts.close();
    assertArrayEquals(whole.itemsByDay(), closed.itemsByDay());
    assertTrue(Arrays.deepEquals(whole.shares(), closed.shares()));
  }

  @Test
  void memberWithNothingChangesNobody() {
    Books before = random(7, 23, 2, false).close();
    Books after = random(7, 23, 2, true).close();
    for (int e = 0; e < 23; e++) {
      for (var item : before.closed().month().book().items()) {
        for (int day = 1; day <= 2; day++) {
          assertEquals(
              before.milliYuan(e, item.code(), day),
              after.milliYuan(e, item.code(), day),
              item.code());
        }
      }
    }
  }

  @Test
  void roundingIsHalfUpAndSymmetric() {
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      int decimals = random.nextInt(8);
      long value = random.nextLong() >> (3 + random.nextInt(50));
      long half = value / FixedPoint.pow10(decimals) * FixedPoint.pow10(decimals);
      long tie = half + (decimals == 0 ? 0 : 5 * FixedPoint.pow10(decimals - 1));
      for (long x : new long[] {value, tie}) {
        long expected =
            BigDecimal.valueOf(x, decimals).setScale(0, RoundingMode.HALF_UP).longValueExact();
        assertEquals(expected, FixedPoint.round(x, decimals));
        assertEquals(-FixedPoint.round(x, decimals), FixedPoint.round(-x, decimals));
      }
    }
  }

  @Test
  void vectorsAreRoundedLikeSingleNumbersUpToTheGreatestThatRulesAllow() {
    Random random = new Random(11);
    for (int decimals = 0; decimals <= 12; decimals++) {
      long[] values = new long[4_003];
      for (int i = 0; i < values.length; i++) {
        long value = random.nextLong() >> (1 + random.nextInt(60));
        long p = FixedPoint.pow10(decimals);
        long edge = value / 4 / p * p + (random.nextInt(3) - 1) * (p / 2) + random.nextInt(3) - 1;
        values[i] = i % 2 == 0 ? value / 2 : edge;
      }
      values[0] = (1L << 62) - 1;
      values[1] = -values[0];
      long[] rounded = new long[values.length];
      Vectors.round(values, decimals, rounded, values.length);
      int digits = decimals;
      for (int i = 0; i < values.length; i++) {
        long value = values[i];
        long expected =
            BigDecimal.valueOf(value, decimals).setScale(0, RoundingMode.HALF_UP).longValueExact();
        assertEquals(expected, rounded[i], () -> value + " over 10^" + digits);
      }
    }
  }

  @Test
  void comparisonsOfVectorsHoldUpToTheGreatestThatRulesAllow() {
    long most = (1L << 62) - 1;
    long[] edges = {most, -most, 0, 1, -1, most - 1, 1 - most, 12_345, -12_345};
    int n = edges.length * edges.length;
    long[] a = new long[n];
    long[] b = new long[n];
    for (int i = 0; i < n; i++) {
      a[i] = edges[i / edges.length];
      b[i] = edges[i % edges.length];
    }
    long[] least = new long[n];
    long[] greatest = new long[n];
    long[] less = new long[n];
    long[] lessEqual = new long[n];
    long[] equal = new long[n];
    long[] selected = new long[n];
    Vectors.two(Instruction.Code.LESS, a, b, less, n);
    Vectors.two(Instruction.Code.LESS_EQUAL, a, b, lessEqual, n);
    Vectors.two(Instruction.Code.EQUAL, a, b, equal, n);
    Vectors.select(a, a, b, selected, n);
    Vectors.two(Instruction.Code.MINIMUM, a, b, least, n);
    Vectors.two(Instruction.Code.MAXIMUM, a, b, greatest, n);
    for (int i = 0; i < n; i++) {
      assertEquals(Math.min(a[i], b[i]), least[i], a[i] + " and " + b[i]);
      assertEquals(Math.max(a[i], b[i]), greatest[i], a[i] + " and " + b[i]);
      assertEquals(a[i] < b[i] ? 1 : 0, less[i], a[i] + " and " + b[i]);
      assertEquals(a[i] <= b[i] ? 1 : 0, lessEqual[i], a[i] + " and " + b[i]);
      assertEquals(a[i] == b[i] ? 1 : 0, equal[i], a[i] + " and " + b[i]);
      assertEquals(a[i] != 0 ? a[i] : b[i], selected[i], a[i] + " and " + b[i]);
    }
  }

  @Test
  void sharesAreTheLargestRemaindersAndAddUp() {
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      long[] drivers =
          random.longs(1 + random.nextInt(40), 0, 1L << (1 + random.nextInt(54))).toArray();
      long amount = random.nextLong() >> (6 + random.nextInt(40));
      long[] shares = LargestRemainder.share(amount, drivers);
      long weight = Arrays.stream(drivers).sum();
      if (weight == 0) {
        continue;
      }
      assertEquals(amount, Arrays.stream(shares).sum());
      assertArrayEquals(slowly(amount, drivers, weight), shares);
      long[] opposite = LargestRemainder.share(-amount, drivers);
      assertArrayEquals(Arrays.stream(shares).map(share -> -share).toArray(), opposite);
    }
  }

  private static long[] slowly(long amount, long[] drivers, long weight) {
    BigInteger whole = BigInteger.valueOf(Math.abs(amount));
    BigInteger[][] parts =
        Arrays.stream(drivers)
            .mapToObj(
                w ->
                    whole
                        .multiply(BigInteger.valueOf(w))
                        .divideAndRemainder(BigInteger.valueOf(weight)))
            .toArray(BigInteger[][]::new);
    long[] shares = Arrays.stream(parts).mapToLong(part -> part[0].longValueExact()).toArray();
    int left = (int) (Math.abs(amount) - Arrays.stream(shares).sum());
    IntStream.range(0, drivers.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> parts[i][1]).reversed().thenComparing(i -> i))
        .limit(left)
        .forEach(i -> shares[i]++);
    return Arrays.stream(shares).map(share -> amount < 0 ? -share : share).toArray();
  }

  @Test
  void blocksReadBackAsTheyWerePacked() {
    SettlementFixture fixture = random(10, 23, 1, false);
    var block = fixture.days(0, 23).get(0).blocks().get(0);
    SettlementMonth month = fixture.month();
    MonthIndex index = new MonthIndex(month);
    byte[] packed = SettlementBytes.pack(block, month);
    assertArrayEquals(packed, SettlementBytes.pack(SettlementBytes.block(packed, index), month));
    assertArrayEquals(
        block.columns()[SettlementColumn.METERED.index()],
        SettlementBytes.block(packed, index).columns()[SettlementColumn.METERED.index()]);
  }

  @Test
  void blockBelongsToItsEntitiesByIdUnderAnotherRegistry() {
    SettlementFixture fixture = random(10, 23, 1, false);
    SettlementMonth month = fixture.month();
    var block = fixture.days(0, 23).get(0).blocks().get(0);
    byte[] packed = SettlementBytes.pack(block, month);
    List<SettlementMonth.EntityName> more = new ArrayList<>(month.entities());
    more.add(0, new SettlementMonth.EntityName("A0", "A0", "M", "M", "user"));
    var read = SettlementBytes.block(packed, new MonthIndex(with(month, more)));
    for (int r = 0; r < block.rows(); r++) {
      assertEquals(block.entities()[r] + 1, read.entities()[r]);
    }
    more.remove(3);
    assertThrows(
        IllegalArgumentException.class,
        () -> SettlementBytes.block(packed, new MonthIndex(with(month, more))));
  }

  private static SettlementMonth with(
      SettlementMonth month, List<SettlementMonth.EntityName> entities) {
    return new SettlementMonth(
        month.name(),
        month.month(),
        month.days(),
        month.mode(),
        month.intervals(),
        month.fixedWeeks(),
        entities,
        month.points(),
        month.contracts(),
        month.book());
  }
}

package org.gridclear.market.day;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.quantity.Horizon;
import org.gridclear.table.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A block comes out of its bytes, and out of Parquet, as it went in; damage is refused. */
// Rows: X-01
class BlockCodecTest {
  private static final DayKey KEY = new DayKey(Market.DA, LocalDate.of(2026, 10, 1));
  private static final List<ValueColumn> COLUMNS =
      List.of(
          BlockBuilder.column("lmpYuanPerMwh", Column.Type.NUMBER),
          BlockBuilder.column("share", Column.Type.NUMBER),
          BlockBuilder.column("on", Column.Type.FLAG));

  @TempDir private Path folder;

  private static BlockBuilder builder(ResultKind kind, int periods) {
    return new BlockBuilder(
        new Origin(KEY, "a".repeat(64)),
        kind,
        new Horizon(periods, 15),
        List.of("bus", "zone"),
        COLUMNS);
  }

  /** Rows of some buses and periods, some cells empty, prices of both signs and of all sizes. */
  private static ResultBlock random(long seed) {
    Random random = new Random(seed);
    int buses = random.nextInt(5) == 0 ? 1 : random.nextInt(80);
    int periods = 1 + random.nextInt(30);
    BlockBuilder rows = builder(ResultKind.PRICES, periods);
    double dense = random.nextBoolean() ? 1 : random.nextDouble();
    double empty = random.nextInt(3) == 0 ? random.nextDouble() : 0;
    for (int b = 0; b < buses; b++) {
      for (int t = 0; t < periods; t++) {
        if (random.nextDouble() <= dense) {
          double scale = Math.pow(10, random.nextInt(9));
          Object price =
              random.nextDouble() < empty ? null : (Object) (random.nextGaussian() * scale);
          Object share = random.nextInt(20) == 0 ? (Object) Double.NaN : (Object) (t * 0.25);
          rows.add(
              List.of("bus" + b, "Z" + b % 3), (Long) (t + 1L), price, share, random.nextBoolean());
        }
      }
    }
    return rows.block();
  }

  private static void equal(ResultBlock expected, ResultBlock block) {
    assertEquals(expected.layout(), block.layout());
    assertArrayEquals(expected.elements(), block.elements());
    assertEquals(expected.present(), block.present());
    assertEquals(expected.values().keySet(), block.values().keySet());
    expected.values().forEach((name, cells) -> assertArrayEquals(cells, block.column(name), name));
  }

  @Test
  void whatGoesInComesOutOfBytes() {
    BlockCodec codec = new BlockCodec();
    for (long seed = 1; seed <= 120; seed++) {
      ResultBlock block = random(seed);
      BlockCodec.Packed packed = codec.encode(block);
      equal(block, new BlockCodec().decode(packed.bytes(), packed.hash(), Selection.ALL));
      assertArrayEquals(packed.bytes(), codec.encode(block).bytes());
    }
  }

  @Test
  void parquetHasTheSameBlockAndTheSameBytes() {
    ParquetDays days = new ParquetDays(folder);
    BlockCodec codec = new BlockCodec();
    for (long seed = 1; seed <= 20; seed++) {
      ResultBlock block = random(seed);
      BlockCodec.Packed packed = codec.encode(block);
      BlockAddress address = new BlockAddress(KEY, ResultKind.PRICES, packed.hash());
      days.put(address, block);
      ResultBlock read = days.get(address, Selection.ALL).orElseThrow();
      equal(block, read);
      assertArrayEquals(packed.bytes(), codec.encode(read).bytes());
      Selection one = Selection.of("lmpYuanPerMwh").where("bus", Set.of("bus0", "bus40"));
      equal(codec.decode(packed.bytes(), packed.hash(), one), days.get(address, one).orElseThrow());
    }
  }

  @Test
  void oneElementIsThatOfTheWhole() {
    BlockCodec codec = new BlockCodec();
    for (long seed = 1; seed <= 50; seed++) {
      ResultBlock block = random(seed);
      BlockCodec.Packed packed = codec.encode(block);
      Selection one = Selection.of("share").where("bus", Set.of("bus7", "bus33"));
      ResultBlock part = codec.decode(packed.bytes(), packed.hash(), one);
      equal(block.select(one), part);
      assertEquals(Set.of("share"), part.values().keySet());
    }
  }

  @Test
  void anyChangedByteIsRefused() {
    BlockCodec codec = new BlockCodec();
    ResultBlock block = random(7);
    BlockCodec.Packed packed = codec.encode(block);
    Random random = new Random(1);
    int same = 0;
    for (int trial = 0; trial < 600; trial++) {
      byte[] damaged = packed.bytes().clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        equal(block, new BlockCodec().decode(damaged, packed.hash(), Selection.ALL));
        same++;
      } catch (DamagedBlockException e) {
        assertTrue(e.getMessage().contains(packed.hash()), e.getMessage());
      }
    }
    // A bit that means nothing, such as padding of deflated bytes, may change; a number never does.
    assertTrue(same < 30, "read as they were: " + same);
  }

  @Test
  void aBlockThatIsCutOffIsRefused() {
    BlockCodec.Packed packed = new BlockCodec().encode(random(3));
    for (int length = 0; length < packed.bytes().length; length += 7) {
      byte[] cut = Arrays.copyOf(packed.bytes(), length);
      assertThrows(
          DamagedBlockException.class,
          () -> new BlockCodec().decode(cut, packed.hash(), Selection.ALL));
    }
  }

  @Test
  void theBlockOfAnotherRunIsRefused() {
    BlockCodec codec = new BlockCodec();
    BlockCodec.Packed one = codec.encode(random(1));
    BlockCodec.Packed other = codec.encode(random(2));
    assertNotEquals(one.hash(), other.hash());
    assertThrows(
        DamagedBlockException.class, () -> codec.decode(other.bytes(), one.hash(), Selection.ALL));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void noneAndOneElementArePossible(int elements) {
    BlockBuilder rows = builder(ResultKind.PRICES, 1);
    IntStream.range(0, elements).forEach(b -> rows.add(List.of("1", ""), 1L, -3.5, null, false));
    ResultBlock block = rows.block();
    BlockCodec codec = new BlockCodec();
    BlockCodec.Packed packed = codec.encode(block);
    equal(block, codec.decode(packed.bytes(), packed.hash(), Selection.ALL));
    ParquetDays days = new ParquetDays(folder);
    BlockAddress address = new BlockAddress(KEY, ResultKind.PRICES, packed.hash());
    days.put(address, block);
    equal(block, days.get(address, Selection.ALL).orElseThrow());
  }

  @Test
  void missingIsNotZero() {
    BlockBuilder rows = builder(ResultKind.PRICES, 3);
    rows.add(List.of("1", "A"), 1L, 0.0, null, null);
    rows.add(List.of("1", "A"), 3L, null, 0.0, true);
    BlockCodec codec = new BlockCodec();
    BlockCodec.Packed packed = codec.encode(rows.block());
    ResultBlock read = codec.decode(packed.bytes(), packed.hash(), Selection.ALL);
    long none = ResultBlock.MISSING;
    assertArrayEquals(new long[] {0, none, none}, read.column("lmpYuanPerMwh"));
    assertArrayEquals(new long[] {none, none, 0}, read.column("share"));
    assertTrue(read.has(0, 0) && !read.has(0, 1) && read.has(0, 2));
  }

  @Test
  void aNumberWithMoreThan18DigitsIsRefusedByName() {
    BlockBuilder rows = builder(ResultKind.PRICES, 1);
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> rows.add(List.of("107", "A"), 1L, 1e12, null, null))
            .getMessage();
    assertTrue(said.contains("107") && said.contains("lmpYuanPerMwh"), said);
  }

  @Test
  void twoRowsOfOneBusAndPeriodAreRefused() {
    BlockBuilder rows = builder(ResultKind.PRICES, 1);
    rows.add(List.of("107", "A"), 1L, 1.0, null, null);
    assertThrows(
        IllegalArgumentException.class, () -> rows.add(List.of("107", "A"), 1L, 2.0, null, null));
  }
}

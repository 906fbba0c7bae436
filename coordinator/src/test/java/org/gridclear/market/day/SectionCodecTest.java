package org.gridclear.market.day;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of a column come out of their bytes as they went in, and nothing else comes out. */
// Rows: X-01
class SectionCodecTest {
  private static final long MOST = 999_999_999_999_999_999L;

  private static long[] decoded(byte[] bytes, int count, int slots) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      return SectionCodec.decode(ByteBuffer.wrap(bytes), count, slots, inflater);
    } finally {
      inflater.end();
    }
  }

  private static void comesBack(long[] values, int slots) throws DataFormatException {
    byte[] bytes = SectionCodec.encode(values.clone(), slots);
    assertArrayEquals(values, decoded(bytes, values.length, slots));
  }

  /** Numbers of every size and sign, with gaps of every share, in every shape. */
  @Test
  void anyNumbersComeBack() throws DataFormatException {
    Random random = new Random(7);
    for (int k = 0; k < 400; k++) {
      int slots = 1 + random.nextInt(30);
      long[] values = new long[slots * random.nextInt(12)];
      long size = (long) Math.pow(10, random.nextInt(19)) - 1;
      double gaps = random.nextInt(3) * 0.5;
      for (int i = 0; i < values.length; i++) {
        long number = size == 0 ? 0 : random.nextLong() % size;
        values[i] = random.nextDouble() < gaps ? ResultBlock.MISSING : number;
      }
      comesBack(values, slots);
    }
  }

  /** The widest steps that there are: what is expected overflows on the way, and comes back. */
  @Test
  void theGreatestAndTheLeastNumbersSideBySideComeBack() throws DataFormatException {
    Random random = new Random(8);
    for (int slots = 1; slots <= 9; slots++) {
      long[] values = new long[slots * 9];
      Arrays.setAll(values, i -> random.nextBoolean() ? MOST : -MOST);
      comesBack(values, slots);
      Arrays.setAll(values, i -> i % 2 == 0 ? MOST : ResultBlock.MISSING);
      comesBack(values, slots);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 17})
  void whereNothingIsThereNothingComesBack(int count) throws DataFormatException {
    long[] none = new long[count];
    Arrays.fill(none, ResultBlock.MISSING);
    comesBack(none, 1);
    long[] zero = new long[count];
    comesBack(zero, 1);
    assertTrue(count == 0 || !Arrays.equals(none, decoded(SectionCodec.encode(zero, 1), count, 1)));
  }

  /**
   * What repeats costs next to nothing: along an element, from element to element, and where every
   * element has its own level on a shape that all share. Of noise a number costs its own bytes.
   */
  @ParameterizedTest
  @CsvSource({"level, 400", "shape, 200", "both, 400"})
  void whatNeighboursLetExpectCostsNextToNothing(String what, int bytesMost) {
    int slots = 96;
    int elements = 200;
    Random random = new Random(9);
    long[] shape = random.longs(slots, -400_000, 400_000).toArray();
    long[] level = random.longs(elements, -400_000, 400_000).toArray();
    long[] values = new long[slots * elements];
    for (int e = 0; e < elements; e++) {
      for (int s = 0; s < slots; s++) {
        long ofLevel = what.equals("shape") ? 0 : level[e];
        values[e * slots + s] = ofLevel + (what.equals("level") ? 0 : shape[s]);
      }
    }
    int own = (what.equals("shape") ? 0 : 3 * elements) + (what.equals("level") ? 0 : 3 * slots);
    int bytes = SectionCodec.encode(values, slots).length;
    assertTrue(bytes <= own + bytesMost, bytes + " bytes beside " + own);
    long[] noise = random.longs(values.length, -400_000, 400_000).toArray();
    assertTrue(SectionCodec.encode(noise, slots).length > 2 * noise.length);
  }

  /** Of deflated bytes the last ones may say nothing more; never do others come out. */
  @Test
  void bytesThatEndEarlyAreRefusedOrSayTheSame() throws DataFormatException {
    Random random = new Random(10);
    for (int size : new int[] {3, 400}) {
      long[] values = new long[size];
      Arrays.setAll(values, i -> i % 3 == 0 ? ResultBlock.MISSING : random.nextInt(1000) - 500);
      byte[] bytes = SectionCodec.encode(values.clone(), 1);
      int refused = 0;
      for (int length = 0; length < bytes.length; length++) {
        byte[] part = Arrays.copyOf(bytes, length);
        try {
          assertArrayEquals(values, decoded(part, size, 1), length + " of " + bytes.length);
        } catch (DataFormatException e) {
          refused++;
        }
      }
      assertTrue(refused >= bytes.length - 2, refused + " of " + bytes.length);
    }
    byte[] more = Arrays.copyOf(SectionCodec.encode(new long[] {5}, 1), 3);
    assertThrows(DataFormatException.class, () -> decoded(more, 1, 1));
  }

  /** Whatever the bytes are: numbers, or a refusal; no other error and no endless number. */
  @Test
  void anyBytesAreNumbersOrRefused() {
    Random random = new Random(11);
    int refused = 0;
    for (int k = 0; k < 3000; k++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      int count = random.nextInt(20);
      try {
        assertEquals(count, decoded(bytes, count, 1 + random.nextInt(5)).length);
      } catch (DataFormatException e) {
        refused++;
      }
    }
    assertTrue(refused > 2000, refused + " are refused");
  }

  @Test
  void aLengthThatCannotBeAndAWayThatIsNoneAreRefused() {
    byte[] long1 = ByteBuffer.allocate(9).put((byte) 4).putInt(Integer.MAX_VALUE).array();
    byte[] negative = ByteBuffer.allocate(9).put((byte) 4).putInt(-1).array();
    for (byte[] bytes : new byte[][] {long1, negative}) {
      String said =
          assertThrows(DataFormatException.class, () -> decoded(bytes, 3, 1)).getMessage();
      assertEquals("its length cannot be", said);
    }
    String said =
        assertThrows(DataFormatException.class, () -> decoded(new byte[] {3, 0}, 1, 1))
            .getMessage();
    assertEquals("its way is unknown", said);
  }
}

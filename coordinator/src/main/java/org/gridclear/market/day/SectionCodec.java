package org.gridclear.market.day;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.gridclear.table.ColumnFile;
import org.jspecify.annotations.Nullable;

/**
 * One column of some elements as bytes. A number is told by how it differs from what its neighbours
 * let expect, as a zigzag variable-length integer; the whole is deflated where that is smaller. Of
 * three expectations the one with the fewest bytes is taken. A number that is not there is a bit of
 * a bitmap and no number.
 */
final class SectionCodec {
  private static final int DEFLATED = 4;
  private static final int MISSING_SOME = 8;
  private static final int WAYS = 3;
  private static final int NUMBER_BYTES_MAX = 10;

  private SectionCodec() {}

  /** What is expected of a number: of the one before, of the element before, or of both. */
  private static long expected(int way, long[] filled, int at, int slots) {
    int slot = at % slots;
    long before = slot > 0 ? filled[at - 1] : at >= slots ? filled[at - slots] : 0;
    if (way == 0 || at < slots) {
      return before;
    }
    long above = filled[at - slots];
    return way == 1 || slot == 0 ? above : before + above - filled[at - slots - 1];
  }

  /** Bytes of numbers {@code [element * slots + slot]}. */
  static byte[] encode(long[] values, int slots) {
    byte[] bitmap = bitmap(values);
    long[] filled = values.clone();
    byte @Nullable [] best = null;
    for (int way = 0; way < WAYS; way++) {
      ByteBuffer out = ByteBuffer.allocate(bitmap.length + values.length * NUMBER_BYTES_MAX);
      out.put(bitmap);
      for (int i = 0; i < values.length; i++) {
        long expected = expected(way, filled, i, slots);
        if (values[i] == ColumnFile.MISSING) {
          filled[i] = expected;
        } else {
          put(out, values[i] - expected);
        }
      }
      byte[] raw = Arrays.copyOf(out.array(), out.position());
      byte[] packed = packed(raw, way | (bitmap.length > 0 ? MISSING_SOME : 0));
      best = best == null || packed.length < best.length ? packed : best;
    }
    return Objects.requireNonNull(best);
  }

  private static byte[] bitmap(long[] values) {
    byte[] bits = new byte[(values.length + 7) / 8];
    boolean some = false;
    for (int i = 0; i < values.length; i++) {
      if (values[i] == ColumnFile.MISSING) {
        bits[i / 8] |= (byte) (1 << (i % 8));
        some = true;
      }
    }
    return some ? bits : new byte[0];
  }

  private static void put(ByteBuffer out, long difference) {
    long rest = (difference << 1) ^ (difference >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  private static byte[] packed(byte[] raw, int flags) {
    byte[] deflated = deflated(raw);
    ByteBuffer out = ByteBuffer.allocate(5 + Math.min(raw.length, deflated.length + 4));
    if (deflated.length + 4 < raw.length) {
      out.put((byte) (flags | DEFLATED)).putInt(raw.length).put(deflated);
    } else {
      out.put((byte) flags).put(raw);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  /** Deflated without a header. */
  static byte[] deflated(byte[] raw) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(raw);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * What was deflated.
   *
   * @param length its length
   * @throws DataFormatException if it is not that
   */
  static byte[] inflated(ByteBuffer packed, int length) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      return inflated(packed, length, inflater);
    } finally {
      inflater.end();
    }
  }

  private static byte[] inflated(ByteBuffer packed, int length, Inflater inflater)
      throws DataFormatException {
    inflater.reset();
    inflater.setInput(packed);
    byte[] raw = new byte[length];
    int done = 0;
    while (done < length) {
      int more = inflater.inflate(raw, done, length - done);
      if (more == 0) {
        throw new DataFormatException("it ends too early");
      }
      done += more;
    }
    return raw;
  }

  /**
   * Numbers of bytes.
   *
   * @param count how many numbers there are
   * @param inflater to be used, and to be ended by who made it
   * @throws DataFormatException if the bytes are no such numbers
   */
  static long[] decode(ByteBuffer section, int count, int slots, Inflater inflater)
      throws DataFormatException {
    try {
      int flags = section.get();
      ByteBuffer raw = section;
      if ((flags & DEFLATED) != 0) {
        int length = section.getInt();
        if (length < 0 || length > (long) count * NUMBER_BYTES_MAX + count / 8 + 1) {
          throw new DataFormatException("its length cannot be");
        }
        raw = ByteBuffer.wrap(inflated(section, length, inflater));
      }
      byte[] bitmap = new byte[(flags & MISSING_SOME) == 0 ? 0 : (count + 7) / 8];
      raw.get(bitmap);
      return numbers(raw, bitmap, flags & 3, new long[count], slots);
    } catch (BufferUnderflowException e) {
      throw new DataFormatException("it ends too early");
    }
  }

  private static long[] numbers(ByteBuffer raw, byte[] bitmap, int way, long[] filled, int slots)
      throws DataFormatException {
    if (way >= WAYS) {
      throw new DataFormatException("its way is unknown");
    }
    byte[] bytes = raw.array();
    int next = raw.arrayOffset() + raw.position();
    int end = raw.arrayOffset() + raw.limit();
    for (int i = 0; i < filled.length; i++) {
      long expected = expected(way, filled, i, slots);
      if (missing(bitmap, i)) {
        filled[i] = expected;
        continue;
      }
      long zigzag = 0;
      int shift = 0;
      byte part;
      do {
        if (next == end || shift > 63) {
          throw new DataFormatException("a number has no end");
        }
        part = bytes[next++];
        zigzag |= (part & 0x7FL) << shift;
        shift += 7;
      } while (part < 0);
      filled[i] = expected + ((zigzag >>> 1) ^ -(zigzag & 1));
    }
    if (next != end) {
      throw new DataFormatException("it has more numbers");
    }
    for (int i = 0; i < filled.length && bitmap.length > 0; i++) {
      filled[i] = missing(bitmap, i) ? ColumnFile.MISSING : filled[i];
    }
    return filled;
  }

  private static boolean missing(byte[] bitmap, int i) {
    return bitmap.length > 0 && (bitmap[i / 8] >> (i % 8) & 1) != 0;
  }
}

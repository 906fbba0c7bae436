package org.gridclear.worker.api;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.gridclear.settlement.ChargeResult;

/**
 * Charges as bytes: a version, the receipt as in {@link Wire}, then whole numbers of one to nine
 * bytes each. Most are 0 or small.
 */
public final class ChargeBytes {
  private static final byte VERSION = 1;

  private ByteBuffer out = ByteBuffer.allocate(1 << 20);

  private ChargeBytes() {}

  /**
   * What was packed.
   *
   * @param receipt the node's answer
   * @param result the charges
   */
  public record Stored(Receipt receipt, ChargeResult result) {}

  /** The bytes of an outcome. */
  public static byte[] pack(Receipt receipt, ChargeResult result) {
    ChargeBytes bytes = new ChargeBytes();
    byte[] head = Wire.pack(receipt);
    bytes.room(5 + head.length);
    bytes.out.put(VERSION).putInt(head.length).put(head);
    bytes.put(result.from());
    bytes.put(result.to());
    bytes.put(result.days());
    bytes.put(result.amounts());
    bytes.put(result.quantities());
    bytes.put(result.pools());
    bytes.put(result.totals());
    bytes.put(result.drivers());
    bytes.put(new long[][] {result.metered()});
    return Arrays.copyOf(bytes.out.array(), bytes.out.position());
  }

  private void room(int more) {
    if (out.remaining() < more) {
      int capacity = Math.max(2 * out.capacity(), out.position() + more);
      out = ByteBuffer.allocate(capacity).put(out.flip());
    }
  }

  private void put(long[][] table) {
    for (long[] row : table) {
      room(10 * row.length + 10);
      put(row.length);
      for (long value : row) {
        put(value);
      }
    }
  }

  /** Seven bits a byte, the sign in the lowest bit. */
  private void put(long value) {
    if (out.remaining() < 10) {
      room(10);
    }
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7fL) != 0) {
      out.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  /** The receipt alone. */
  public static Receipt receipt(byte[] packed) {
    return receipt(open(packed));
  }

  /** Reads what {@link #pack} wrote. */
  public static Stored unpack(byte[] packed) {
    ByteBuffer in = open(packed);
    Receipt receipt = receipt(in);
    int from = (int) number(in);
    int to = (int) number(in);
    int days = (int) number(in);
    return new Stored(
        receipt,
        new ChargeResult(
            from,
            to,
            table(in, days),
            table(in, days),
            table(in, days),
            table(in, days),
            table(in, days),
            table(in, 1)[0]));
  }

  private static ByteBuffer open(byte[] packed) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "The bytes are of charge version %d, this is version %d.".formatted(version, VERSION));
    }
    return in;
  }

  private static Receipt receipt(ByteBuffer in) {
    byte[] head = new byte[in.getInt()];
    in.get(head);
    return Wire.unpack(head, Receipt.class);
  }

  private static long[][] table(ByteBuffer in, int rows) {
    long[][] table = new long[rows][];
    for (int r = 0; r < rows; r++) {
      table[r] = new long[(int) number(in)];
      for (int i = 0; i < table[r].length; i++) {
        table[r][i] = number(in);
      }
    }
    return table;
  }

  private static long number(ByteBuffer in) {
    long rest = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      rest |= (next & 0x7fL) << shift;
      shift += 7;
    } while (next < 0);
    return (rest >>> 1) ^ -(rest & 1);
  }
}

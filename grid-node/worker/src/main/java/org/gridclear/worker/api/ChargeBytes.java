package org.gridclear.worker.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridclear.settlement.charge.ChargeResult;
import org.gridclear.settlement.input.MonthIndex;

/**
 * Charges as bytes: a version, the receipt as in {@link Wire}, the ids of the entities, then whole
 * numbers of one to nine bytes each. Most are 0 or small.
 */
public final class ChargeBytes {
  private static final byte VERSION = 2;

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
    bytes.put(result.ids());
    bytes.put(result.days());
    bytes.put(result.amounts());
    bytes.put(result.quantities());
    bytes.put(result.pools());
    bytes.put(result.totals());
    bytes.put(result.drivers());
    bytes.put(new long[][] {result.metered()});
    return Arrays.copyOf(bytes.out.array(), bytes.out.position());
  }

  private void put(List<String> ids) {
    put(ids.size());
    for (String id : ids) {
      byte[] text = id.getBytes(StandardCharsets.UTF_8);
      room(10 + text.length);
      put(text.length);
      out.put(text);
    }
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

  /**
   * Reads what {@link #pack} wrote.
   *
   * @throws IllegalArgumentException if the entities are not neighbours in this month
   */
  public static Stored unpack(byte[] packed, MonthIndex month) {
    ByteBuffer in = open(packed);
    Receipt receipt = receipt(in);
    List<String> ids = ids(in);
    int from = ids.isEmpty() ? 0 : month.entity(ids.get(0));
    int to = from + ids.size();
    if (to > month.month().entities().size() || !month.month().ids(from, to).equals(ids)) {
      throw new IllegalArgumentException(
          "The charges %s are not those of entities %d to %d of %s."
              .formatted(receipt.key(), from, to, month.month().month()));
    }
    int days = (int) number(in);
    return new Stored(
        receipt,
        new ChargeResult(
            ids,
            from,
            to,
            table(in, days),
            table(in, days),
            table(in, days),
            table(in, days),
            table(in, days),
            table(in, 1)[0]));
  }

  private static List<String> ids(ByteBuffer in) {
    List<String> ids = new ArrayList<>();
    for (long left = number(in); left > 0; left--) {
      byte[] text = new byte[(int) number(in)];
      in.get(text);
      ids.add(new String(text, StandardCharsets.UTF_8));
    }
    return ids;
  }

  /** The same charges with a receipt that does not tell where and how fast they were computed. */
  public static byte[] plain(byte[] packed) {
    ByteBuffer in = open(packed);
    Receipt receipt = receipt(in);
    byte[] head = Wire.pack(new Receipt(receipt.key(), "", 0, 0, 0, List.of(), receipt.summary()));
    ByteBuffer plain = ByteBuffer.allocate(5 + head.length + in.remaining());
    return plain.put(VERSION).putInt(head.length).put(head).put(in).array();
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

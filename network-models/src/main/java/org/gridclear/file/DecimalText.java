package org.gridclear.file;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes of tables of decimal numbers, two characters a byte. A close keeps hundreds of megabytes of
 * digits and commas: this halves them at a tenth of the time of Huffman codes (deflate), and gives
 * the same bytes on every version of the JDK.
 *
 * <p>The first byte says whether the content follows as it is (0) or packed (1). Packed, a byte
 * below {@code 0xE0} is a pair of symbols, each one of {@code 0123456789,.-} and line feed, or in
 * the low half nothing; a byte from {@code 0xF0} announces 1 to 16 bytes that follow as they are.
 */
public final class DecimalText {
  private static final String SYMBOLS = "0123456789,.-\n";
  private static final int NOTHING = SYMBOLS.length();
  private static final int OTHER = 15;
  private static final int RUN_MAX = 16;

  /** Bytes that a step may take at most, beside pairs. */
  private static final int ROOM = 64;

  private static final byte PLAIN = 0;
  private static final byte PACKED = 1;
  private static final byte[] SYMBOL = symbols();

  /** What is no pair; no pair has this bit. */
  private static final short NO_PAIR = 0x100;

  private static final VarHandle TWO =
      MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final short[] PAIR = pairs();

  private DecimalText() {}

  /** Number of the symbol of each byte; {@link #OTHER} for those that are none. */
  private static byte[] symbols() {
    byte[] symbol = new byte[256];
    Arrays.fill(symbol, (byte) OTHER);
    for (int i = 0; i < SYMBOLS.length(); i++) {
      symbol[SYMBOLS.charAt(i)] = (byte) i;
    }
    return symbol;
  }

  /** The byte of each two that are symbols both. */
  private static short[] pairs() {
    short[] pair = new short[1 << 16];
    for (int two = 0; two < pair.length; two++) {
      int high = SYMBOL[two >> 8];
      int low = SYMBOL[two & 0xFF];
      pair[two] = high == OTHER || low == OTHER ? NO_PAIR : (short) (high << 4 | low);
    }
    return pair;
  }

  /** The packed bytes, at most one more than the content; the same content gives the same. */
  public static byte[] pack(byte[] content) {
    byte[] packed = new byte[content.length / 2 + content.length / 16 + ROOM];
    packed[0] = PACKED;
    int at = 0;
    int size = 1;
    while (at < content.length) {
      if (size + ROOM > packed.length) {
        packed = Arrays.copyOf(packed, packed.length + packed.length / 2);
      }
      int pairs = pairs(content, at, packed, size);
      at += 2 * pairs;
      size += pairs;
      if (at == content.length) {
        break;
      }
      if (size + ROOM > packed.length) {
        continue;
      }
      int high = SYMBOL[content[at] & 0xFF];
      int run = high == OTHER ? run(content, at) : 0;
      packed[size++] = (byte) (high == OTHER ? 0xF0 | (run - 1) : high << 4 | NOTHING);
      System.arraycopy(content, at, packed, size, run);
      size += run;
      at += Math.max(1, run);
    }
    return size > Math.max(1, content.length) ? plain(content) : Arrays.copyOf(packed, size);
  }

  /** Packs pairs of symbols as long as there are any and room for them; gives how many. */
  private static int pairs(byte[] content, int from, byte[] packed, int size) {
    int at = from;
    int to = size;
    while (at + 8 <= content.length && to + 4 <= packed.length) {
      long eight = (long) EIGHT.get(content, at);
      int a = PAIR[(int) (eight >>> 48)];
      int b = PAIR[(int) (eight >>> 32) & 0xFFFF];
      int c = PAIR[(int) (eight >>> 16) & 0xFFFF];
      int d = PAIR[(int) eight & 0xFFFF];
      if (((a | b | c | d) & NO_PAIR) != 0) {
        break;
      }
      FOUR.set(packed, to, a << 24 | b << 16 | c << 8 | d);
      at += 8;
      to += 4;
    }
    while (at + 2 <= content.length && to < packed.length) {
      int pair = PAIR[(char) TWO.get(content, at)];
      if (pair == NO_PAIR) {
        break;
      }
      packed[to++] = (byte) pair;
      at += 2;
    }
    return to - size;
  }

  /** The bytes as they are, for content that is packed by itself; read by {@link #unpack}. */
  public static byte[] plain(byte[] content) {
    byte[] packed = new byte[content.length + 1];
    packed[0] = PLAIN;
    System.arraycopy(content, 0, packed, 1, content.length);
    return packed;
  }

  /** Bytes from a place that are no symbols, at most {@link #RUN_MAX}. */
  private static int run(byte[] content, int from) {
    int end = Math.min(content.length, from + RUN_MAX);
    int at = from + 1;
    while (at < end && SYMBOL[content[at] & 0xFF] == OTHER) {
      at++;
    }
    return at - from;
  }

  /**
   * The bytes that were packed.
   *
   * @throws IOException if these are none that {@link #pack} gave
   */
  public static byte[] unpack(byte[] packed) throws IOException {
    if (packed.length > 0 && packed[0] == PLAIN) {
      return Arrays.copyOfRange(packed, 1, packed.length);
    }
    if (packed.length == 0 || packed[0] != PACKED) {
      throw new IOException("it does not start as packed text");
    }
    byte[] content = new byte[2 * packed.length];
    int size = 0;
    for (int at = 1; at < packed.length; ) {
      int pair = packed[at++] & 0xFF;
      if (pair >= 0xF0) {
        int run = (pair & 0x0F) + 1;
        if (at + run > packed.length) {
          throw new EOFException("it is cut off");
        }
        System.arraycopy(packed, at, content, size, run);
        size += run;
        at += run;
      } else {
        size += symbols(pair, content, size);
      }
    }
    return Arrays.copyOf(content, size);
  }

  private static int symbols(int pair, byte[] content, int size) throws IOException {
    int low = pair & 0x0F;
    if (pair >> 4 >= NOTHING || low > NOTHING) {
      throw new IOException("it has a byte that no text gives");
    }
    content[size] = (byte) SYMBOLS.charAt(pair >> 4);
    if (low == NOTHING) {
      return 1;
    }
    content[size + 1] = (byte) SYMBOLS.charAt(low);
    return 2;
  }
}

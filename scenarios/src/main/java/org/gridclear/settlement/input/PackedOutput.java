package org.gridclear.settlement.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow, little-endian: what {@link SettlementBytes} packs into. */
final class PackedOutput {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);

  private byte[] bytes = new byte[1 << 16];
  private int size;

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** Makes room; gives the place of what is put there. */
  private int place(int count) {
    int at = size;
    size += count;
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size));
    }
    return at;
  }

  void putByte(int value) {
    int at = place(1);
    bytes[at] = (byte) value;
  }

  void putShort(int value) {
    putByte(value);
    putByte(value >> 8);
  }

  void putInt(int value) {
    int at = place(4);
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
    bytes[at + 2] = (byte) (value >> 16);
    bytes[at + 3] = (byte) (value >> 24);
  }

  void putLong(long value) {
    putInt((int) value);
    putInt((int) (value >> 32));
  }

  /** A text in UTF-8 behind its length. */
  void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putInt(utf8.length);
    int at = place(utf8.length);
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
  }

  /** Values as their least, the width of the differences to it, and these. */
  void putRow(int[] values, int from, int count) {
    int min = Integer.MAX_VALUE;
    int max = Integer.MIN_VALUE;
    for (int i = from; i < from + count; i++) {
      min = Math.min(min, values[i]);
      max = Math.max(max, values[i]);
    }
    long range = (long) max - min;
    int width = range == 0 ? 0 : range < 1 << 8 ? 1 : range < 1 << 16 ? 2 : 4;
    putInt(min);
    putByte(width);
    int at = place(width * count);
    switch (width) {
      case 1 -> putBytes(values, from, count, min, at);
      case 2 -> putShorts(values, from, count, min, at);
      case 4 -> putInts(values, from, count, min, at);
      default -> {}
    }
  }

  private void putBytes(int[] values, int from, int count, int min, int at) {
    byte[] to = bytes;
    for (int i = 0; i < count; i++) {
      to[at + i] = (byte) (values[from + i] - min);
    }
  }

  private void putShorts(int[] values, int from, int count, int min, int at) {
    byte[] to = bytes;
    for (int i = 0; i < count; i++) {
      SHORT.set(to, at + 2 * i, (short) (values[from + i] - min));
    }
  }

  private void putInts(int[] values, int from, int count, int min, int at) {
    byte[] to = bytes;
    for (int i = 0; i < count; i++) {
      INT.set(to, at + 4 * i, values[from + i] - min);
    }
  }

  byte[] done() {
    return Arrays.copyOf(bytes, size);
  }
}

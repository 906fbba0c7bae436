package org.gridclear.work;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over values in a fixed order. */
public final class Hashes {
  private final MessageDigest digest;
  private final ByteBuffer number = ByteBuffer.allocate(8);

  /** An empty hash. */
  public Hashes() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Takes in bytes, with their number in front. */
  public Hashes add(byte[] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    digest.update(bytes);
    return this;
  }

  /** Takes in a text. */
  public Hashes add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes in the bits of a number; the two zeros count as one. */
  public Hashes add(double value) {
    number.putDouble(0, value + 0.0);
    digest.update(number.array());
    return this;
  }

  /** Takes in whole numbers, with their number in front. */
  public Hashes add(long[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length + 4).putInt(values.length);
    for (long value : values) {
      bytes.putLong(value);
    }
    digest.update(bytes.array());
    return this;
  }

  /** Takes in a table of numbers, row by row; its shape, that of its case, is no part of it. */
  public Hashes add(double[][] table) {
    for (double[] row : table) {
      for (double value : row) {
        add(value);
      }
    }
    return this;
  }

  /** Takes in a table of truth values, row by row; its shape is no part of it. */
  public Hashes add(boolean[][] table) {
    for (boolean[] row : table) {
      for (boolean value : row) {
        digest.update((byte) (value ? 1 : 0));
      }
    }
    return this;
  }

  /** The hash in hexadecimal; the object is empty again. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}

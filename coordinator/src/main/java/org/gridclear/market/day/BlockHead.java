package org.gridclear.market.day;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.gridclear.clearing.input.Market;
import org.gridclear.file.Sha256;
import org.gridclear.market.day.BlockLayout.Origin;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.table.Column;

/**
 * The head of a block: its layout, the hash of its dictionary, and a check (CRC-32C) of the numbers
 * of every section. Its SHA-256 is the hash of the block: equal results of equal runs have equal
 * hashes, however they are packed.
 *
 * @param layout what the block is about
 * @param chunk elements of a chunk
 * @param checks check by chunk, first of its rows, then of each column
 */
record BlockHead(BlockLayout layout, int chunk, int[][] checks) {
  private static final int FORMAT = 1;

  /** Elements of chunk {@code c}. */
  int chunkSize(int c) {
    return Math.min(chunk, layout.size() - c * chunk);
  }

  static int chunks(int elements, int chunk) {
    return (elements + chunk - 1) / chunk;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      DayKey key = layout.origin().key();
      out.writeUTF(key.market().name());
      out.writeLong(key.date().toEpochDay());
      out.writeInt(key.cycle());
      out.writeUTF(layout.origin().outcomeHash());
      out.writeUTF(layout.kind().name());
      out.writeInt(layout.startMinute());
      out.writeInt(layout.minutesPerPeriod());
      out.writeInt(layout.slots());
      out.writeBoolean(layout.whole());
      out.writeInt(layout.keys().size());
      for (String name : layout.keys()) {
        out.writeUTF(name);
      }
      out.writeInt(layout.size());
      out.writeUTF(Sha256.hex(dictionary()));
      out.writeInt(layout.columns().size());
      for (ValueColumn column : layout.columns()) {
        out.writeUTF(column.name());
        out.writeUTF(column.type().name());
        out.writeByte(column.decimals());
      }
      out.writeInt(chunk);
      for (int[] ofChunk : checks) {
        for (int check : ofChunk) {
          out.writeInt(check);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The texts of the elements, one text of all elements after the other. */
  byte[] dictionary() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (int k = 0; k < layout.keys().size(); k++) {
        for (List<String> element : layout.elements()) {
          out.writeUTF(element.get(k));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Elements of a dictionary that {@link #dictionary} wrote. */
  static List<List<String>> elements(byte[] dictionary, int keys, int size) throws IOException {
    String[][] texts = new String[size][keys];
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(dictionary))) {
      for (int k = 0; k < keys; k++) {
        for (int e = 0; e < size; e++) {
          texts[e][k] = in.readUTF();
        }
      }
    }
    List<List<String>> elements = new ArrayList<>(size);
    for (String[] each : texts) {
      elements.add(List.of(each));
    }
    return List.copyOf(elements);
  }

  /** Finds the elements of a dictionary, whose hash and form are known. */
  interface Dictionaries {
    List<List<String>> of(String hash, int keys, int size) throws IOException;
  }

  /**
   * Reads what {@link #bytes} wrote; its hash has been compared.
   *
   * @throws IOException if it is no such head
   */
  static BlockHead of(byte[] bytes, Dictionaries dictionaries) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readUnsignedByte();
      if (format != FORMAT) {
        throw new IOException("its format is %d, this build reads %d".formatted(format, FORMAT));
      }
      DayKey key =
          new DayKey(
              Market.valueOf(in.readUTF()), LocalDate.ofEpochDay(in.readLong()), in.readInt());
      Origin origin = new Origin(key, in.readUTF());
      ResultKind kind = ResultKind.valueOf(in.readUTF());
      int startMinute = in.readInt();
      int minutes = in.readInt();
      int slots = in.readInt();
      boolean whole = in.readBoolean();
      List<String> keys = list(in, (stream, i) -> text(stream));
      int size = in.readInt();
      List<List<String>> elements = dictionaries.of(in.readUTF(), keys.size(), size);
      List<ValueColumn> columns = list(in, (stream, i) -> column(stream));
      int chunk = in.readInt();
      int[][] checks = new int[chunks(size, chunk)][columns.size() + 1];
      for (int[] ofChunk : checks) {
        for (int c = 0; c < ofChunk.length; c++) {
          ofChunk[c] = in.readInt();
        }
      }
      BlockLayout layout =
          new BlockLayout(
              origin, kind, startMinute, minutes, slots, whole, keys, elements, columns);
      return new BlockHead(layout, chunk, checks);
    }
  }

  private static <T> List<T> list(DataInputStream in, BiFunction<DataInputStream, Integer, T> read)
      throws IOException {
    int count = in.readInt();
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(read.apply(in, i));
    }
    return list;
  }

  private static String text(DataInputStream in) {
    try {
      return in.readUTF();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ValueColumn column(DataInputStream in) {
    try {
      return new ValueColumn(in.readUTF(), Column.Type.valueOf(in.readUTF()), in.readByte());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

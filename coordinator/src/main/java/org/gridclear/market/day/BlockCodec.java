package org.gridclear.market.day;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.gridclear.file.Sha256;
import org.gridclear.market.day.BlockLayout.ValueColumn;

/**
 * Blocks as bytes: the head, the dictionary of the elements, then chunks of elements with a section
 * per column, so that one element is read without unpacking the others. Dictionaries that were read
 * are kept, for most days have the same.
 */
public final class BlockCodec {
  /** Elements of a chunk. */
  static final int CHUNK = 8;

  private static final int MAGIC = 0x47435242;
  private static final int DICTIONARIES_MAX = 256;

  private final Map<String, List<List<String>>> dictionaries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<List<String>>> eldest) {
          return size() > DICTIONARIES_MAX;
        }
      };

  /**
   * A block as bytes.
   *
   * @param hash SHA-256 of its head, the name of its content
   * @param bytes what is kept
   */
  public record Packed(String hash, byte[] bytes) {}

  /** Packs a whole block. */
  public Packed encode(ResultBlock block) {
    BlockHead head = head(block);
    byte[] headBytes = head.bytes();
    byte[] dictionary = head.dictionary();
    byte[] deflated = SectionCodec.deflated(dictionary);
    ByteBuffer out =
        ByteBuffer.allocate(20 + headBytes.length + deflated.length)
            .putInt(MAGIC)
            .putInt(headBytes.length)
            .put(headBytes)
            .putInt(dictionary.length)
            .putInt(deflated.length)
            .put(deflated);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(out.array(), 0, out.position());
    for (int c = 0; c < head.checks().length; c++) {
      section(bytes, rows(block, head, c));
      for (ValueColumn column : block.layout().columns()) {
        section(bytes, SectionCodec.encode(part(block, head, c, column), slots(head)));
      }
    }
    return new Packed(Sha256.hex(headBytes), bytes.toByteArray());
  }

  private static void section(ByteArrayOutputStream bytes, byte[] section) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(section.length).array());
    bytes.writeBytes(section);
  }

  private static int slots(BlockHead head) {
    return head.layout().slots();
  }

  /** The head of a whole block. */
  static BlockHead head(ResultBlock block) {
    BlockLayout layout = block.layout();
    if (block.elements().length != layout.size()) {
      throw new IllegalArgumentException("A part of a block cannot be packed.");
    }
    int chunks = BlockHead.chunks(layout.size(), CHUNK);
    BlockHead head = new BlockHead(layout, CHUNK, new int[chunks][layout.columns().size() + 1]);
    for (int c = 0; c < chunks; c++) {
      head.checks()[c][0] = check(rows(block, head, c));
      for (int k = 0; k < layout.columns().size(); k++) {
        head.checks()[c][k + 1] = check(part(block, head, c, layout.columns().get(k)));
      }
    }
    return head;
  }

  private static long[] part(ResultBlock block, BlockHead head, int chunk, ValueColumn column) {
    int from = chunk * head.chunk() * slots(head);
    return Arrays.copyOfRange(
        block.column(column.name()), from, from + head.chunkSize(chunk) * slots(head));
  }

  /** Which rows of a chunk there are: nothing where all are, else a bit each. */
  private static byte[] rows(ResultBlock block, BlockHead head, int chunk) {
    int from = chunk * head.chunk() * slots(head);
    int count = head.chunkSize(chunk) * slots(head);
    BitSet rows = block.present().get(from, from + count);
    return rows.cardinality() == count
        ? new byte[0]
        : Arrays.copyOf(rows.toByteArray(), bits(count));
  }

  private static int bits(int count) {
    return (count + 7) / 8;
  }

  private static int check(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static int check(long[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /**
   * What a selection asks for of a block.
   *
   * @param hash the hash that the block has by its version
   * @throws DamagedBlockException if the bytes are not those of that block
   */
  public ResultBlock decode(byte[] packed, String hash, Selection selection) {
    ByteBuffer in = ByteBuffer.wrap(packed);
    try {
      if (in.getInt() != MAGIC) {
        throw new IOException("it is no block");
      }
      byte[] headBytes = bytes(in, in.getInt());
      int length = in.getInt();
      byte[] dictionary = bytes(in, in.getInt());
      BlockHead head = head(headBytes, hash, dictionary, length);
      Inflater inflater = new Inflater(true);
      try {
        return new Reading(head, in, selection, inflater).block();
      } finally {
        inflater.end();
      }
    } catch (IOException | DataFormatException e) {
      throw new DamagedBlockException("The block " + hash, String.valueOf(e.getMessage()));
    } catch (BufferUnderflowException e) {
      throw new DamagedBlockException("The block " + hash, "it ends too early");
    }
  }

  /**
   * A head whose hash is known.
   *
   * @param dictionary deflated
   * @param length length of the dictionary
   */
  BlockHead head(byte[] head, String hash, byte[] dictionary, int length) throws IOException {
    if (!Sha256.hex(head).equals(hash)) {
      throw new IOException("its head has another hash");
    }
    return BlockHead.of(head, (name, keys, size) -> elements(name, keys, size, dictionary, length));
  }

  private synchronized List<List<String>> elements(
      String name, int keys, int size, byte[] deflated, int length) throws IOException {
    List<List<String>> known = dictionaries.get(name + keys);
    if (known == null) {
      try {
        byte[] dictionary = SectionCodec.inflated(ByteBuffer.wrap(deflated), length);
        if (!Sha256.hex(dictionary).equals(name)) {
          throw new IOException("its dictionary has another hash");
        }
        known = BlockHead.elements(dictionary, keys, size);
      } catch (DataFormatException | NegativeArraySizeException e) {
        throw new IOException("its dictionary cannot be unpacked", e);
      }
      dictionaries.put(name + keys, known);
    }
    return known;
  }

  private static byte[] bytes(ByteBuffer in, int length) throws IOException {
    if (length < 0 || length > in.remaining()) {
      throw new IOException("it ends too early");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** Reads the sections of the chunks that a selection needs. */
  private record Reading(BlockHead head, ByteBuffer in, Selection selection, Inflater inflater) {
    ResultBlock block() throws IOException, DataFormatException {
      BlockLayout layout = head.layout();
      int[] wanted = layout.positions(selection);
      BitSet present = new BitSet();
      Map<String, long[]> values = new LinkedHashMap<>();
      for (ValueColumn column : layout.columns()) {
        if (selection.wants(column.name())) {
          values.put(column.name(), new long[wanted.length * layout.slots()]);
        }
      }
      int next = 0;
      for (int c = 0; c < head.checks().length; c++) {
        int from = next;
        while (next < wanted.length && wanted[next] / head.chunk() == c) {
          next++;
        }
        chunk(c, Arrays.copyOfRange(wanted, from, next), from, present, values);
      }
      if (in.hasRemaining()) {
        throw new IOException("it has more bytes");
      }
      return new ResultBlock(layout, wanted, present, values);
    }

    private void chunk(int c, int[] wanted, int here, BitSet present, Map<String, long[]> values)
        throws IOException, DataFormatException {
      int slots = head.layout().slots();
      int count = head.chunkSize(c) * slots;
      ByteBuffer rows = section();
      if (wanted.length > 0) {
        BitSet all = rows(rows, count, head.checks()[c][0]);
        for (int i = 0; i < wanted.length * slots; i++) {
          int at = (wanted[i / slots] % head.chunk()) * slots + i % slots;
          present.set(here * slots + i, all.get(at));
        }
      }
      for (int k = 0; k < head.layout().columns().size(); k++) {
        ByteBuffer section = section();
        long[] into = values.get(head.layout().columns().get(k).name());
        if (into == null || wanted.length == 0) {
          continue;
        }
        long[] all = SectionCodec.decode(section, count, slots, inflater);
        checked(check(all), head.checks()[c][k + 1]);
        for (int w = 0; w < wanted.length; w++) {
          int at = (wanted[w] % head.chunk()) * slots;
          System.arraycopy(all, at, into, (here + w) * slots, slots);
        }
      }
    }

    private ByteBuffer section() throws IOException {
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw new IOException("it ends too early");
      }
      ByteBuffer section = in.slice(in.position(), length);
      in.position(in.position() + length);
      return section;
    }

    private static BitSet rows(ByteBuffer section, int count, int check) throws IOException {
      byte[] bytes = new byte[section.remaining()];
      section.get(bytes);
      checked(check(bytes), check);
      BitSet rows = BitSet.valueOf(bytes);
      if (bytes.length == 0) {
        rows.set(0, count);
      }
      return rows;
    }

    private static void checked(int is, int written) throws IOException {
      if (is != written) {
        throw new IOException("its numbers differ from their check");
      }
    }
  }

  /** Compares whole columns, read from elsewhere, with the checks of a head. */
  static void verify(BlockHead head, String column, long[] all) throws IOException {
    int k = head.layout().column(column);
    for (int c = 0; c < head.checks().length; c++) {
      int from = c * head.chunk() * slots(head);
      long[] part = Arrays.copyOfRange(all, from, from + head.chunkSize(c) * slots(head));
      Reading.checked(check(part), head.checks()[c][k + 1]);
    }
  }

  /** Bits of the rows of a whole block, chunk by chunk as they are checked. */
  static BitSet rows(BlockHead head, byte[][] byChunk) throws IOException {
    BitSet all = new BitSet();
    for (int c = 0; c < byChunk.length; c++) {
      int count = head.chunkSize(c) * slots(head);
      int from = c * head.chunk() * slots(head);
      BitSet rows = Reading.rows(ByteBuffer.wrap(byChunk[c]), count, head.checks()[c][0]);
      if (byChunk[c].length == 0) {
        all.set(from, from + count);
      } else {
        rows.stream().forEach(bit -> all.set(from + bit));
      }
    }
    return all;
  }

  /** Bits of the rows by chunk. */
  static byte[][] rows(ResultBlock block, BlockHead head) {
    byte[][] rows = new byte[head.checks().length][];
    for (int c = 0; c < rows.length; c++) {
      rows[c] = rows(block, head, c);
    }
    return rows;
  }
}

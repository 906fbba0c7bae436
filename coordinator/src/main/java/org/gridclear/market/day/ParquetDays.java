package org.gridclear.market.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.file.StoredFiles;
import org.gridclear.market.day.BlockLayout.ValueColumn;
import org.gridclear.table.ColumnFile;

/**
 * Blocks as Parquet files that any reader of Parquet understands: a row per element and period, its
 * texts, and its numbers as decimals; one folder a market and month. What a block is beyond its
 * rows is in the metadata of the file, so that the same block comes out.
 */
public final class ParquetDays implements DayBlocks {
  private static final int NAME_DIGITS = 16;
  private static final String HEAD = "gridclear.head";
  private static final String DICTIONARY = "gridclear.dictionary";
  private static final String ROWS = "gridclear.rows";

  private final Path folder;
  private final BlockCodec codec = new BlockCodec();

  /** Blocks in a folder, which is made when the first one is kept. */
  public ParquetDays(Path folder) {
    this.folder = folder;
  }

  private Path file(BlockAddress address) {
    DayKey key = address.key();
    return folder
        .resolve(DayKey.word(key.market()))
        .resolve(key.date().toString().substring(0, key.date().toString().length() - 3))
        .resolve(
            "%s-%d-%s-%s.parquet"
                .formatted(
                    key.date(),
                    key.cycle(),
                    address.kind().word(),
                    address.hash().substring(0, NAME_DIGITS)));
  }

  @Override
  public void put(BlockAddress address, ResultBlock block) {
    Path file = file(address);
    if (Files.exists(file)) {
      return;
    }
    try {
      StoredFiles.replace(file, bytes(block));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ResultBlock block) throws IOException {
    BlockLayout layout = block.layout();
    BlockHead head = BlockCodec.head(block);
    int[] rows = block.present().stream().toArray();
    List<ColumnFile.Data> columns = new ArrayList<>();
    String date = layout.origin().key().date().toString();
    columns.add(new ColumnFile.Texts("date", row -> date));
    for (int k = 0; k < layout.keys().size(); k++) {
      int key = k;
      columns.add(
          new ColumnFile.Texts(
              layout.keys().get(k),
              row -> layout.elements().get(rows[row] / layout.slots()).get(key)));
    }
    columns.add(new ColumnFile.Wholes("period", 0, periods(layout, rows)));
    for (ValueColumn column : layout.columns()) {
      long[] all = block.column(column.name());
      columns.add(
          new ColumnFile.Wholes(
              column.name(),
              column.decimals(),
              Arrays.stream(rows).mapToLong(r -> all[r]).toArray()));
    }
    return ColumnFile.bytes(
        layout.kind().word(), columns, rows.length, metadata(block, head, head.dictionary()));
  }

  private static long[] periods(BlockLayout layout, int[] rows) {
    return Arrays.stream(rows)
        .map(row -> row % layout.slots())
        .mapToLong(slot -> layout.period(slot) ? slot + 1 : ResultBlock.MISSING)
        .toArray();
  }

  private static Map<String, String> metadata(
      ResultBlock block, BlockHead head, byte[] dictionary) {
    byte[] deflated = SectionCodec.deflated(dictionary);
    ByteBuffer sized = ByteBuffer.allocate(Integer.BYTES + deflated.length);
    sized.putInt(dictionary.length).put(deflated);
    Base64.Encoder text = Base64.getEncoder();
    List<String> rows = new ArrayList<>();
    for (byte[] ofChunk : BlockCodec.rows(block, head)) {
      rows.add(text.encodeToString(ofChunk));
    }
    return Map.of(
        HEAD, text.encodeToString(head.bytes()),
        DICTIONARY, text.encodeToString(sized.array()),
        ROWS, String.join(",", rows));
  }

  @Override
  public Optional<ResultBlock> get(BlockAddress address, Selection selection) {
    Path path = file(address);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (ColumnFile file = ColumnFile.open(path)) {
      ByteBuffer dictionary =
          ByteBuffer.wrap(Base64.getDecoder().decode(file.metadata(DICTIONARY)));
      int length = dictionary.getInt();
      byte[] deflated = new byte[dictionary.remaining()];
      dictionary.get(deflated);
      byte[] headBytes = Base64.getDecoder().decode(file.metadata(HEAD));
      BlockHead head = codec.head(headBytes, address.hash(), deflated, length);
      return Optional.of(block(file, head).read(selection));
    } catch (IOException | RuntimeException e) {
      throw new DamagedBlockException(
          "%s in %s".formatted(address.text(), path), String.valueOf(e.getMessage()));
    }
  }

  /** Many files are read by all cores. */
  @Override
  public Map<BlockAddress, ResultBlock> all(
      Collection<BlockAddress> addresses, Selection selection) {
    List<BlockAddress> order = List.copyOf(addresses);
    List<Optional<ResultBlock>> blocks =
        order.parallelStream().map(address -> get(address, selection)).toList();
    Map<BlockAddress, ResultBlock> found = new LinkedHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      BlockAddress address = order.get(i);
      blocks.get(i).ifPresent(block -> found.put(address, block));
    }
    return found;
  }

  private static Stored block(ColumnFile file, BlockHead head) throws IOException {
    String[] texts = file.metadata(ROWS).split(",", -1);
    byte[][] byChunk = new byte[head.checks().length][];
    for (int c = 0; c < byChunk.length; c++) {
      byChunk[c] = Base64.getDecoder().decode(texts[c]);
    }
    return new Stored(file, head, BlockCodec.rows(head, byChunk));
  }

  /** A block in its file. */
  private record Stored(ColumnFile file, BlockHead head, BitSet present) {
    ResultBlock read(Selection selection) throws IOException {
      BlockLayout layout = head.layout();
      List<String> names =
          layout.columns().stream().map(ValueColumn::name).filter(selection::wants).toList();
      Map<String, long[]> values = new LinkedHashMap<>();
      for (Map.Entry<String, long[]> column : file.wholes(names).entrySet()) {
        long[] all = spread(column.getValue());
        BlockCodec.verify(head, column.getKey(), all);
        values.put(column.getKey(), all);
      }
      int[] elements = layout.positions(Selection.ALL);
      ResultBlock block = new ResultBlock(layout, elements, present, values);
      return block.select(selection);
    }

    /** Numbers of the rows that there are, at their places. */
    private long[] spread(long[] rows) throws IOException {
      if (rows.length != present.cardinality()) {
        throw new IOException("it has %d rows".formatted(rows.length));
      }
      int cells = head.layout().size() * head.layout().slots();
      if (rows.length == cells) {
        return rows;
      }
      long[] all = new long[cells];
      Arrays.fill(all, ResultBlock.MISSING);
      int row = 0;
      for (int at = present.nextSetBit(0); at >= 0; at = present.nextSetBit(at + 1)) {
        all[at] = rows[row++];
      }
      return all;
    }
  }
}

package org.gridclear.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Columns of texts and of exact numbers as one Parquet file, written whole and read column by
 * column. A number is a whole multiple of the last decimal of its column; in the file it is a
 * decimal of 18 digits.
 */
public final class ColumnFile implements AutoCloseable {
  /** A number that is not there. */
  public static final long MISSING = Long.MIN_VALUE;

  /** A number has fewer digits than this power of ten. */
  public static final long LIMIT = 1_000_000_000_000_000_000L;

  private static final int DIGITS = 18;
  private static final ParquetReadOptions OPTIONS =
      ParquetReadOptions.builder(new PlainParquetConfiguration())
          .withCodecFactory(new GzipCodec())
          .build();

  private final Path path;
  private final ParquetFileReader reader;

  /** A column that is written. */
  public sealed interface Data {
    /** Its name, unique in the file. */
    String name();
  }

  /** Texts by row; null is an empty cell. */
  public record Texts(String name, IntFunction<String> cells) implements Data {}

  /** Numbers by row, whole multiples of the last decimal; {@link #MISSING} is an empty cell. */
  public record Wholes(String name, int decimals, long[] cells) implements Data {}

  private ColumnFile(Path path, ParquetFileReader reader) {
    this.path = path;
    this.reader = reader;
  }

  /**
   * The bytes of a file.
   *
   * @param name name of its schema
   * @param columns its columns, each with a cell per row
   * @param metadata what else is said of the file
   */
  public static byte[] bytes(
      String name, List<Data> columns, int rows, Map<String, String> metadata) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ParquetWriter<Integer> writer =
        new Builder(new SequentialFile(bytes), name, columns, metadata)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new GzipCodec())
            .withCompressionCodec(CompressionCodecName.GZIP)
            .build()) {
      for (int r = 0; r < rows; r++) {
        writer.write(r);
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read
   */
  public static ColumnFile open(Path path) throws IOException {
    return new ColumnFile(path, ParquetFileReader.open(new StoredInput(path), OPTIONS));
  }

  /** What else is said of the file; nothing where there is none of this name. */
  public String metadata(String name) {
    return reader.getFileMetaData().getKeyValueMetaData().getOrDefault(name, "");
  }

  /**
   * Numbers of columns by row, by the names of the columns.
   *
   * @throws IllegalArgumentException if the file has no such column of numbers
   */
  public Map<String, long[]> wholes(List<String> names) throws IOException {
    MessageType all = reader.getFileMetaData().getSchema();
    Map<String, long[]> columns = new LinkedHashMap<>();
    int rows = Math.toIntExact(reader.getRecordCount());
    for (String name : names) {
      if (!all.containsField(name)
          || all.getType(name).asPrimitiveType().getPrimitiveTypeName()
              != PrimitiveTypeName.INT64) {
        throw new IllegalArgumentException("%s has no numbers %s.".formatted(path, name));
      }
      columns.put(name, new long[rows]);
    }
    List<String> read = new ArrayList<>();
    for (String name : names) {
      if (!constant(name, Objects.requireNonNull(columns.get(name)))) {
        read.add(name);
      }
    }
    if (read.isEmpty()) {
      return columns;
    }
    MessageType asked = new MessageType(all.getName(), read.stream().map(all::getType).toList());
    reader.setRequestedSchema(asked);
    String madeBy = reader.getFileMetaData().getCreatedBy();
    int first = 0;
    for (PageReadStore pages = reader.readNextRowGroup();
        pages != null;
        pages = reader.readNextRowGroup()) {
      ColumnReadStoreImpl store = new ColumnReadStoreImpl(pages, NOWHERE, asked, madeBy);
      for (ColumnDescriptor column : asked.getColumns()) {
        read(
            store.getColumnReader(column),
            column,
            Objects.requireNonNull(columns.get(column.getPath()[0])),
            first);
      }
      first += Math.toIntExact(pages.getRowCount());
    }
    return columns;
  }

  /** Fills a column whose numbers are all the same, as the foot of the file says; else nothing. */
  private boolean constant(String name, long[] cells) {
    Long value = null;
    for (BlockMetaData group : reader.getRowGroups()) {
      for (ColumnChunkMetaData column : group.getColumns()) {
        if (!column.getPath().toDotString().equals(name)) {
          continue;
        }
        if (!(column.getStatistics() instanceof LongStatistics known)
            || !known.hasNonNullValue()
            || known.getNumNulls() != 0
            || known.getMin() != known.getMax()
            || value != null && value != known.getMin()) {
          return false;
        }
        value = known.getMin();
      }
    }
    if (value != null) {
      Arrays.fill(cells, value);
    }
    return value != null;
  }

  private static void read(ColumnReader in, ColumnDescriptor column, long[] cells, int first) {
    int count = Math.toIntExact(in.getTotalValueCount());
    if (column.getMaxDefinitionLevel() == 0) {
      for (int r = 0; r < count; r++) {
        cells[first + r] = in.getLong();
        in.consume();
      }
      return;
    }
    for (int r = 0; r < count; r++) {
      boolean there = in.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel();
      cells[first + r] = there ? in.getLong() : MISSING;
      in.consume();
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Cells are taken from the readers of the columns; rows are not put together. */
  private static final GroupConverter NOWHERE =
      new GroupConverter() {
        @Override
        public Converter getConverter(int field) {
          return new PrimitiveConverter() {};
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
      };

  private static MessageType schema(String name, List<Data> columns) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (Data column : columns) {
      if (column instanceof Wholes wholes) {
        boolean full = Arrays.stream(wholes.cells()).noneMatch(cell -> cell == MISSING);
        schema.addField(
            (full
                    ? Types.required(PrimitiveTypeName.INT64)
                    : Types.optional(PrimitiveTypeName.INT64))
                .as(LogicalTypeAnnotation.decimalType(wholes.decimals(), DIGITS))
                .named(column.name()));
      } else {
        schema.addField(
            Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name()));
      }
    }
    return schema.named(name);
  }

  private static final class Builder extends ParquetWriter.Builder<Integer, Builder> {
    private final WriteSupport<Integer> rows;

    Builder(OutputFile file, String name, List<Data> columns, Map<String, String> metadata) {
      super(file);
      this.rows = new RowSupport(schema(name, columns), columns, new TreeMap<>(metadata));
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library
    protected WriteSupport<Integer> getWriteSupport(Configuration unused) {
      return rows;
    }

    @Override
    protected WriteSupport<Integer> getWriteSupport(ParquetConfiguration unused) {
      return rows;
    }
  }

  /** Hands the cells of a row, by its number, to the writer. */
  private static final class RowSupport extends WriteSupport<Integer> {
    private final MessageType schema;
    private final List<Data> columns;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer consumer;

    RowSupport(MessageType schema, List<Data> columns, Map<String, String> metadata) {
      this.schema = schema;
      this.columns = columns;
      this.metadata = metadata;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library
    public WriteContext init(Configuration unused) {
      return new WriteContext(schema, metadata);
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
      return new WriteContext(schema, metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer toBeFed) {
      consumer = toBeFed;
    }

    private RecordConsumer consumer() {
      return Objects.requireNonNull(consumer);
    }

    @Override
    public void write(Integer row) {
      consumer().startMessage();
      for (int c = 0; c < columns.size(); c++) {
        cell(columns.get(c), c, row);
      }
      consumer().endMessage();
    }

    private void cell(Data column, int at, int row) {
      if (column instanceof Wholes wholes && wholes.cells()[row] != MISSING) {
        consumer().startField(column.name(), at);
        consumer().addLong(wholes.cells()[row]);
        consumer().endField(column.name(), at);
      } else if (column instanceof Texts texts && texts.cells().apply(row) != null) {
        consumer().startField(column.name(), at);
        consumer().addBinary(Binary.fromString(texts.cells().apply(row)));
        consumer().endField(column.name(), at);
      }
    }
  }
}

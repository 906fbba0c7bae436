package org.gridclear.settlement.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/**
 * A delivered table in Parquet: flat columns of texts, times and numbers. Numbers are DECIMAL,
 * whole or DOUBLE; what cannot be exact is refused with the name of its column.
 *
 * @param names names of the columns, in their order
 * @param columns the columns
 * @param rows number of rows
 */
public record SeriesTable(List<String> names, List<Cells> columns, int rows) {
  /** Ends the name of such a file. */
  public static final String SUFFIX = ".parquet";

  /** Most cells of a table; what a file says of its size is not believed beyond it. */
  private static final long CELLS_MAX = 50_000_000;

  private static final long BYTES_MAX = 1 << 30;

  /** Most decimals of a column. */
  private static final int DECIMALS_MAX = 12;

  private static final long MICROS_OF_MILLI = 1000;
  private static final long UTC_PLUS_8 = 8 * 3600 * 1_000_000L;

  private static final ParquetReadOptions OPTIONS =
      ParquetReadOptions.builder(new PlainParquetConfiguration())
          .withCodecFactory(new PageCodecs())
          .usePageChecksumVerification(true)
          .build();

  /** A column as it is read. */
  private record Reading(ColumnDescriptor column, ColumnPages.Sink sink, Cells cells) {}

  /**
   * Reads a table.
   *
   * @throws RefusedTableException if it is none, or none that can be used
   */
  public static SeriesTable of(byte[] content) throws RefusedTableException {
    try (ParquetFileReader reader = ParquetFileReader.open(new HeldBytes(content), OPTIONS)) {
      return read(reader);
    } catch (RefusedTableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new RefusedTableException(
          "", String.valueOf(e.getMessage()), "It is cut off, damaged, or no Parquet file.");
    }
  }

  private static SeriesTable read(ParquetFileReader reader) throws IOException {
    MessageType schema = reader.getFileMetaData().getSchema();
    long rows = reader.getRecordCount();
    long bytes = reader.getRowGroups().stream().mapToLong(BlockMetaData::getTotalByteSize).sum();
    boolean tooMany = rows < 0 || rows > CELLS_MAX / Math.max(1, schema.getFieldCount());
    if (tooMany || bytes < 0 || bytes > BYTES_MAX) {
      throw new RefusedTableException(
          "",
          "%d rows, %d bytes unpacked".formatted(rows, bytes),
          "A file has at most %d cells; deliver one a day.".formatted(CELLS_MAX));
    }
    List<Reading> all = new ArrayList<>();
    for (Type field : schema.getFields()) {
      all.add(reading(schema, field, (int) rows));
    }
    int row = 0;
    for (PageReadStore group = reader.readNextRowGroup();
        group != null;
        group = reader.readNextRowGroup()) {
      long next = row + group.getRowCount();
      for (Reading each : all) {
        if (next != read(group, each, row)) {
          throw new IOException("a column has not as many values as the file has rows");
        }
      }
      row = (int) next;
    }
    if (row != rows) {
      throw new IOException("it has not the rows that it says");
    }
    return new SeriesTable(
        schema.getFields().stream().map(Type::getName).toList(),
        all.stream().map(Reading::cells).toList(),
        row);
  }

  /** Reads the pages of a column from a row on; the row behind the last. */
  private static long read(PageReadStore group, Reading each, int row) throws IOException {
    try {
      return ColumnPages.read(group.getPageReader(each.column()), each.column(), row, each.sink());
    } catch (ArithmeticException e) {
      throw new RefusedTableException(
          each.column().getPath()[0],
          "a number of more than 64 bits",
          "Give numbers of up to 18 digits.");
    }
  }

  private static Reading reading(MessageType schema, Type field, int rows)
      throws RefusedTableException {
    if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
      throw refused(field, "Give one value a row.");
    }
    ColumnDescriptor column = schema.getColumnDescription(new String[] {field.getName()});
    PrimitiveType type = field.asPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal(column, type, decimal.getScale(), rows);
    } else if (meaning instanceof TimestampLogicalTypeAnnotation time) {
      return time(column, type, time, rows);
    } else if (meaning instanceof StringLogicalTypeAnnotation
        || meaning == null && type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY) {
      Sinks.Texts texts = new Sinks.Texts(rows);
      return new Reading(column, texts, new Cells.Texts(texts.cells()));
    } else if (meaning == null && type.getPrimitiveTypeName() == PrimitiveTypeName.DOUBLE) {
      Sinks.Doubles doubles = new Sinks.Doubles(new double[rows], new BitSet());
      return new Reading(column, doubles, new Cells.Doubles(doubles.cells(), doubles.none()));
    } else if (meaning == null
        || meaning instanceof IntLogicalTypeAnnotation whole && whole.isSigned()) {
      return decimal(column, type, 0, rows);
    }
    throw refused(type, "Give a text, a DECIMAL, a DOUBLE, a whole number or a TIMESTAMP.");
  }

  private static Reading decimal(
      ColumnDescriptor column, PrimitiveType type, int decimals, int rows)
      throws RefusedTableException {
    if (decimals > DECIMALS_MAX) {
      throw refused(type, "Give at most %d decimals.".formatted(DECIMALS_MAX));
    }
    if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT32) {
      int[] cells = new int[rows];
      return new Reading(column, new Sinks.Ints(cells), new Cells.Ints(cells, decimals));
    }
    long[] cells = new long[rows];
    ColumnPages.Sink sink =
        switch (type.getPrimitiveTypeName()) {
          case INT64 -> new Sinks.Longs(cells, 1);
          case BINARY, FIXED_LEN_BYTE_ARRAY -> {
            if (type.getLogicalTypeAnnotation() == null) {
              throw refused(type, "Give a text or a number.");
            }
            yield new Sinks.Decimals(cells);
          }
          case FLOAT -> throw refused(type, "It has seven digits; give a DECIMAL or a DOUBLE.");
          default -> throw refused(type, "Give a text, a number or a TIMESTAMP.");
        };
    return new Reading(column, sink, new Cells.Wholes(cells, decimals));
  }

  /** A time of no zone is local; one in UTC is shown as that of UTC+8. */
  private static Reading time(
      ColumnDescriptor column, PrimitiveType type, TimestampLogicalTypeAnnotation time, int rows)
      throws RefusedTableException {
    if (time.getUnit() == LogicalTypeAnnotation.TimeUnit.NANOS) {
      throw refused(type, "Give times in milliseconds or microseconds.");
    }
    long factor = time.getUnit() == LogicalTypeAnnotation.TimeUnit.MILLIS ? MICROS_OF_MILLI : 1;
    long[] cells = new long[rows];
    return new Reading(
        column,
        new Sinks.Longs(cells, factor),
        new Cells.Times(cells, time.isAdjustedToUTC() ? UTC_PLUS_8 : 0));
  }

  private static RefusedTableException refused(Type field, String advice) {
    return new RefusedTableException(field.getName(), field.toString(), advice);
  }

  /**
   * The same table as comma-separated text, a line a row after the header.
   *
   * @throws RefusedTableException if it is none that can be used
   */
  public static byte[] csv(byte[] content) throws RefusedTableException {
    SeriesTable table = of(content);
    StringBuilder text = new StringBuilder(String.join(",", table.names())).append('\n');
    for (int r = 0; r < table.rows(); r++) {
      for (int c = 0; c < table.columns().size(); c++) {
        text.append(c == 0 ? "" : ",").append(cell(table, c, r));
      }
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(SeriesTable table, int column, int row) throws RefusedTableException {
    String text = table.columns().get(column).text(row);
    if (text.indexOf(',') >= 0 || text.indexOf('\n') >= 0) {
      throw new RefusedTableException(
          table.names().get(column), text, "An id has neither commas nor line feeds.");
    }
    return text;
  }
}

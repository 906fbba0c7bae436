package org.gridclear.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A table as one Parquet file, through parquet-hadoop and without Hadoop's file systems: every
 * column optional, texts as strings, whole numbers as INT64, numbers as DOUBLE, times as local
 * timestamps in milliseconds. Descriptions and units are in the key-value metadata of the file.
 * Equal tables give equal bytes.
 */
final class ParquetTable {
  /** Digits of a whole number of 64 bits. */
  private static final int DIGITS_MAX = 18;

  private ParquetTable() {}

  static byte[] bytes(Table table) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes, table, table.rows());
    return bytes.toByteArray();
  }

  /** Writes rows, one by one, as a table that has the name and columns of another. */
  static void write(OutputStream out, Table like, Iterable<Object[]> rows) throws IOException {
    try (ParquetWriter<Object[]> writer =
        new Builder(new SequentialFile(out), like)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new GzipCodec())
            .withCompressionCodec(CompressionCodecName.GZIP)
            .build()) {
      for (Object[] row : rows) {
        writer.write(row);
      }
    }
  }

  private static MessageType schema(Table table) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    table.columns().forEach(column -> schema.addField(field(column)));
    return schema.named(table.name());
  }

  private static PrimitiveType field(Column column) {
    return switch (column.type()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
      case MONEY, QUANTITY ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.decimalType(column.scale(), DIGITS_MAX))
              .named(column.name());
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32)
              .as(LogicalTypeAnnotation.dateType())
              .named(column.name());
      case TIME ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MILLIS))
              .named(column.name());
    };
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
    private final Table table;

    Builder(OutputFile file, Table table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library
    protected WriteSupport<Object[]> getWriteSupport(Configuration unused) {
      return new RowSupport(table);
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration unused) {
      return new RowSupport(table);
    }
  }

  /** Hands the cells of a row to the writer. */
  private static final class RowSupport extends WriteSupport<Object[]> {
    private final Table table;
    private @Nullable RecordConsumer consumer;

    RowSupport(Table table) {
      this.table = table;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library
    public WriteContext init(Configuration unused) {
      return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
      return context();
    }

    private WriteContext context() {
      Map<String, String> metadata = new TreeMap<>();
      metadata.put("description", table.description());
      for (Column column : table.columns()) {
        String unit = column.unit();
        metadata.put(
            "column." + column.name(),
            column.description() + (unit.isEmpty() ? "" : " Unit: " + unit + "."));
      }
      return new WriteContext(schema(table), metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer toBeFed) {
      consumer = toBeFed;
    }

    private RecordConsumer consumer() {
      return Objects.requireNonNull(consumer);
    }

    @Override
    public void write(Object[] row) {
      List<Column> columns = table.columns();
      consumer().startMessage();
      for (int c = 0; c < row.length; c++) {
        if (row[c] != null) {
          consumer().startField(columns.get(c).name(), c);
          cell(row[c]);
          consumer().endField(columns.get(c).name(), c);
        }
      }
      consumer().endMessage();
    }

    private void cell(Object value) {
      if (value instanceof Double number) {
        consumer().addDouble(number);
      } else if (value instanceof Long whole) {
        consumer().addLong(whole);
      } else if (value instanceof Boolean flag) {
        consumer().addBoolean(flag);
      } else if (value instanceof BigDecimal exact) {
        consumer().addLong(exact.unscaledValue().longValueExact());
      } else if (value instanceof LocalDate date) {
        consumer().addInteger(Math.toIntExact(date.toEpochDay()));
      } else if (value instanceof LocalDateTime time) {
        consumer().addLong(time.toInstant(ZoneOffset.UTC).toEpochMilli());
      } else {
        consumer()
            .addBinary(
                Binary.fromConstantByteArray(value.toString().getBytes(StandardCharsets.UTF_8)));
      }
    }
  }
}

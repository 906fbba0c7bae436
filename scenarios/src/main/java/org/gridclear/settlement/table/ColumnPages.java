package org.gridclear.settlement.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.jspecify.annotations.Nullable;

/** The values of a column of a flat table, page by page; plain numbers are copied as they lie. */
final class ColumnPages {
  /** Takes values by row. */
  interface Sink {
    /** Takes the next value of an encoding. */
    void take(ValuesReader in, int row);

    /** Nothing is there. */
    void missing(int row);

    /** Bytes of a plain value; 0 if they are not copied. */
    int width();

    /** Takes plain values, little-endian. */
    void plain(ByteBuffer in, int row, int count);
  }

  /** Whether the next value is there. */
  private interface Levels {
    int next() throws IOException;
  }

  private final ColumnDescriptor column;
  private final @Nullable Dictionary dictionary;
  private final Sink sink;
  private int row;

  private ColumnPages(
      ColumnDescriptor column, @Nullable Dictionary dictionary, Sink sink, int row) {
    this.column = column;
    this.dictionary = dictionary;
    this.sink = sink;
    this.row = row;
  }

  /**
   * Reads the pages of a group of rows.
   *
   * @param first number of its first row
   * @return the row after its last
   */
  static int read(PageReader pages, ColumnDescriptor column, int first, Sink sink)
      throws IOException {
    DictionaryPage words = pages.readDictionaryPage();
    @Nullable Dictionary dictionary =
        words == null ? null : words.getEncoding().initDictionary(column, words);
    ColumnPages read = new ColumnPages(column, dictionary, sink, first);
    for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
      if (page instanceof DataPageV1 one) {
        read.one(one);
      } else {
        read.two((DataPageV2) page);
      }
    }
    return read.row;
  }

  private void one(DataPageV1 page) throws IOException {
    ByteBufferInputStream in = page.getBytes().toInputStream();
    BitSet missing = new BitSet();
    if (column.getMaxDefinitionLevel() > 0) {
      ValuesReader levels =
          page.getDlEncoding().getValuesReader(column, ValuesType.DEFINITION_LEVEL);
      levels.initFromPage(page.getValueCount(), in);
      missing = missing(levels::readInteger, page.getValueCount());
    }
    values(page.getValueEncoding(), in, page.getValueCount(), missing);
  }

  private void two(DataPageV2 page) throws IOException {
    BitSet missing = new BitSet();
    if (column.getMaxDefinitionLevel() > 0) {
      RunLengthBitPackingHybridDecoder levels =
          new RunLengthBitPackingHybridDecoder(1, page.getDefinitionLevels().toInputStream());
      missing = missing(levels::readInt, page.getValueCount());
    }
    values(page.getDataEncoding(), page.getData().toInputStream(), page.getValueCount(), missing);
  }

  private static BitSet missing(Levels levels, int count) throws IOException {
    BitSet missing = new BitSet();
    for (int i = 0; i < count; i++) {
      if (levels.next() == 0) {
        missing.set(i);
      }
    }
    return missing;
  }

  private void values(Encoding encoding, ByteBufferInputStream in, int count, BitSet missing)
      throws IOException {
    if (encoding == Encoding.PLAIN && sink.width() > 0 && missing.isEmpty()) {
      ByteBuffer plain = in.slice(sink.width() * count).order(ByteOrder.LITTLE_ENDIAN);
      sink.plain(plain, row, count);
    } else if (missing.cardinality() < count) {
      ValuesReader values =
          encoding.usesDictionary()
              ? encoding.getDictionaryBasedValuesReader(column, ValuesType.VALUES, dictionary)
              : encoding.getValuesReader(column, ValuesType.VALUES);
      values.initFromPage(count - missing.cardinality(), in);
      for (int i = 0; i < count; i++) {
        if (missing.get(i)) {
          sink.missing(row + i);
        } else {
          sink.take(values, row + i);
        }
      }
    } else {
      for (int i = 0; i < count; i++) {
        sink.missing(row + i);
      }
    }
    row += count;
  }
}

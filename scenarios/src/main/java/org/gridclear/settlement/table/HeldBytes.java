package org.gridclear.settlement.table;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file that Parquet reads out of memory. */
final class HeldBytes implements InputFile {
  private final byte[] content;

  HeldBytes(byte[] content) {
    this.content = content;
  }

  @Override
  public long getLength() {
    return content.length;
  }

  @Override
  public SeekableInputStream newStream() {
    Places places = new Places(content);
    return new DelegatingSeekableInputStream(places) {
      @Override
      public long getPos() {
        return places.at();
      }

      @Override
      public void seek(long position) throws EOFException {
        places.to(position);
      }
    };
  }

  /** Bytes whose next one can be chosen. */
  private static final class Places extends ByteArrayInputStream {
    Places(byte[] content) {
      super(content);
    }

    int at() {
      return pos;
    }

    void to(long position) throws EOFException {
      if (position < 0 || position > count) {
        throw new EOFException("it names a place outside of it");
      }
      pos = (int) position;
    }
  }
}

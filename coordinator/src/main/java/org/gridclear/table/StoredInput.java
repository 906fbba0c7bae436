package org.gridclear.table;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.gridclear.file.RandomReading;
import org.gridclear.file.StoredFiles;

/**
 * A file that Parquet reads, encrypted or not.
 *
 * @param path the file
 */
record StoredInput(Path path) implements InputFile {
  @Override
  public long getLength() throws IOException {
    return StoredFiles.size(path);
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    Places places = new Places(RandomReading.open(path));
    return new DelegatingSeekableInputStream(places) {
      @Override
      public long getPos() {
        return places.at;
      }

      @Override
      public void seek(long position) throws IOException {
        if (position > places.file.size()) {
          throw new EOFException("The file ends before " + position);
        }
        places.at = position;
      }
    };
  }

  /** Bytes from a place on. */
  private static final class Places extends java.io.InputStream {
    private final RandomReading file;
    private long at;

    Places(RandomReading file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = length == 0 ? 0 : file.read(ByteBuffer.wrap(into, from, length), at);
      at += Math.max(0, read);
      return read;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}

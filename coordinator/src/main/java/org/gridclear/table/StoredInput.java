package org.gridclear.table;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.gridclear.file.RandomReading;
import org.gridclear.file.ReadingStream;
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
    ReadingStream stream = new ReadingStream(RandomReading.open(path));
    return new DelegatingSeekableInputStream(stream) {
      @Override
      public long getPos() {
        return stream.position();
      }

      @Override
      public void seek(long position) throws IOException {
        stream.position(position);
      }
    };
  }
}

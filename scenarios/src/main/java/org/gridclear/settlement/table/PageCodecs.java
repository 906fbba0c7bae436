package org.gridclear.settlement.table;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Codecs of pages in Java alone: snappy, zstd, gzip, LZ4 without frames, none. Nothing is written.
 */
final class PageCodecs implements CompressionCodecFactory {
  /** Most bytes of a page; what a file says of its pages is not believed beyond it. */
  private static final int PAGE_MAX = 1 << 28;

  /** Unpacks a page into exactly the bytes that it is said to have. */
  private interface Unpacking {
    byte[] unpack(byte[] page, int size) throws IOException;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    throw new UnsupportedOperationException("Delivered tables are read only.");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    Unpacking unpacking =
        switch (name) {
          case UNCOMPRESSED -> (page, size) -> page;
          case SNAPPY -> by(new SnappyDecompressor());
          case ZSTD -> by(new ZstdDecompressor());
          case LZ4_RAW -> by(new Lz4Decompressor());
          case GZIP -> PageCodecs::gzip;
          default ->
              throw new IllegalArgumentException(
                  "its pages are %s; write them as snappy, zstd, gzip or uncompressed"
                      .formatted(name));
        };
    return new Pages(unpacking);
  }

  private static Unpacking by(Decompressor decompressor) {
    return (page, size) -> {
      byte[] out = new byte[size];
      int length = decompressor.decompress(page, 0, page.length, out, 0, size);
      return length == size ? out : new byte[0];
    };
  }

  private static byte[] gzip(byte[] page, int size) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(page))) {
      return in.readNBytes(size);
    }
  }

  private record Pages(Unpacking unpacking) implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput page, int size) throws IOException {
      if (size < 0 || size > PAGE_MAX) {
        throw new IOException("a page of %d bytes is too large".formatted(size));
      }
      byte[] bytes = unpacking.unpack(page.toByteArray(), size);
      if (bytes.length != size) {
        throw new IOException("a page has not the bytes that it says");
      }
      return BytesInput.from(bytes);
    }

    @Override
    public void decompress(ByteBuffer page, int packedSize, ByteBuffer out, int size)
        throws IOException {
      ByteBuffer packed = page.slice();
      packed.limit(packedSize);
      out.put(decompress(BytesInput.from(packed), size).toByteBuffer());
    }

    @Override
    public void release() {}
  }

  @Override
  public void release() {}
}

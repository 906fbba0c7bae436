package org.gridclear.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Gzip by the JDK, in place of parquet-hadoop's codecs, which need Hadoop's own libraries. */
final class GzipCodec implements CompressionCodecFactory {
  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    return new BytesInputCompressor() {
      @Override
      public BytesInput compress(BytesInput page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
          page.writeAllTo(packed);
        }
        return BytesInput.from(bytes.toByteArray());
      }

      @Override
      public CompressionCodecName getCodecName() {
        return CompressionCodecName.GZIP;
      }

      @Override
      public void release() {}
    };
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    if (name != CompressionCodecName.GZIP) {
      throw new IllegalArgumentException("Its pages are %s and not gzip.".formatted(name));
    }
    return new BytesInputDecompressor() {
      @Override
      public BytesInput decompress(BytesInput page, int size) throws IOException {
        try (InputStream packed = new GZIPInputStream(page.toInputStream())) {
          return BytesInput.from(packed.readNBytes(size));
        }
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
    };
  }

  @Override
  public void release() {}
}

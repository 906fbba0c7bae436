package org.gridclear.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes as gzip (RFC 1952), with Huffman codes alone: tables of decimal numbers repeat digits, not
 * strings, so that looking for strings costs half as much again and saves a twentieth.
 */
public final class Gzip {
  private Gzip() {}

  /** The compressed bytes; the same bytes give the same on one version of the JDK. */
  public static byte[] pack(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2 + 64);
    try (OutputStream out = new Stream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /**
   * The bytes that were packed.
   *
   * @throws IOException if these are no whole gzip
   */
  public static byte[] unpack(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
      return in.readAllBytes();
    }
  }

  private static final class Stream extends GZIPOutputStream {
    Stream(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setStrategy(Deflater.HUFFMAN_ONLY);
    }
  }
}

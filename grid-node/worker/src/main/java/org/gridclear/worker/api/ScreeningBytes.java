package org.gridclear.worker.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;

/**
 * Screened outages as bytes: a version, the receipt as in {@link Wire}, then rows of fixed binary
 * fields. Ten times smaller and faster than JSON, which matters for a hundred thousand outages.
 */
public final class ScreeningBytes {
  private static final byte VERSION = 2;

  private ScreeningBytes() {}

  /**
   * What was packed.
   *
   * @param receipt the node's answer
   * @param block the results
   */
  public record Stored(Receipt receipt, ScreeningBlock block) {}

  /** The bytes of an outcome. */
  public static byte[] pack(Receipt receipt, ScreeningBlock block) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      byte[] head = Wire.pack(receipt);
      out.writeByte(VERSION);
      out.writeInt(head.length);
      out.write(head);
      out.writeInt(block.results().size());
      for (OutageResult result : block.results()) {
        write(result, out);
      }
      out.writeInt(block.loadings().size());
      for (Loading loading : block.loadings()) {
        write(loading, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(OutageResult result, DataOutputStream out) throws IOException {
    out.writeInt(result.outage());
    out.writeByte(result.status().ordinal());
    out.writeInt(result.worstDevice());
    out.writeDouble(result.worstLoading());
    out.writeInt(result.violations());
    out.writeDouble(result.excessMw());
    out.writeDouble(result.excessPu());
    out.writeDouble(result.severity());
    out.writeInt(result.lostBuses());
    out.writeDouble(result.lostLoadMw());
    out.writeDouble(result.lostGenerationMw());
    out.writeDouble(result.missingMw());
    out.writeDouble(result.mismatchPu());
    out.writeInt(result.iterations());
    out.writeInt(result.equivalentTo());
    out.writeUTF(result.text());
  }

  private static void write(Loading loading, DataOutputStream out) throws IOException {
    out.writeInt(loading.outage());
    out.writeInt(loading.device());
    out.writeByte(loading.kind().ordinal());
    out.writeDouble(loading.before());
    out.writeDouble(loading.after());
    out.writeDouble(loading.limit());
  }

  /** The receipt alone, without reading the rows. */
  public static Receipt receipt(byte[] packed) {
    try (DataInputStream in = open(packed)) {
      return Wire.unpack(in.readNBytes(in.readInt()), Receipt.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads what {@link #pack} wrote. */
  public static Stored unpack(byte[] packed) {
    try (DataInputStream in = open(packed)) {
      Receipt receipt = Wire.unpack(in.readNBytes(in.readInt()), Receipt.class);
      List<OutageResult> results = new ArrayList<>();
      for (int rows = in.readInt(); rows > 0; rows--) {
        results.add(readResult(in));
      }
      List<Loading> loadings = new ArrayList<>();
      for (int rows = in.readInt(); rows > 0; rows--) {
        loadings.add(readLoading(in));
      }
      return new Stored(receipt, new ScreeningBlock(results, loadings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataInputStream open(byte[] packed) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed));
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "The bytes are of screening version %d, this is version %d.".formatted(version, VERSION));
    }
    return in;
  }

  private static OutageResult readResult(DataInputStream in) throws IOException {
    return new OutageResult(
        in.readInt(),
        OutageStatus.values()[in.readByte()],
        in.readInt(),
        in.readDouble(),
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readInt(),
        in.readInt(),
        in.readUTF());
  }

  private static Loading readLoading(DataInputStream in) throws IOException {
    return new Loading(
        in.readInt(),
        in.readInt(),
        Loading.Kind.values()[in.readByte()],
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }
}

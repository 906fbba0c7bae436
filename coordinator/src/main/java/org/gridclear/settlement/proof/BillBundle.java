package org.gridclear.settlement.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.gridclear.json.Json;
import org.gridclear.work.WorkKey;
import tools.jackson.core.JacksonException;

/**
 * A statement with everything that proves it: its lines, what they follow from, and the way to the
 * hash that the market published. As a file it is a ZIP.
 *
 * @param manifest whose it is, and the way to the published hash
 * @param statement its lines, {@code statement.csv}
 * @param evidence what it can be computed again from
 */
public record BillBundle(Manifest manifest, byte[] statement, BillEvidence evidence) {
  private static final String MANIFEST = "manifest.json";
  private static final String STATEMENT = "statement.csv";
  private static final String FORMAT = "gridclear-bill";
  private static final int BYTES_MAX = 256 << 20;

  /**
   * Whose a statement is.
   *
   * @param format {@code gridclear-bill}
   * @param version of the format, 1
   * @param engine version of the settlement kernel
   * @param member the member
   * @param from first day
   * @param to last day
   * @param salt random digits of the leaf
   * @param path neighbours on the way from the leaf to the root
   * @param root the published hash
   */
  public record Manifest(
      String format,
      int version,
      String engine,
      String member,
      LocalDate from,
      LocalDate to,
      String salt,
      List<MerkleTree.Step> path,
      String root) {
    /** Of this build. */
    public Manifest(
        String member,
        LocalDate from,
        LocalDate to,
        String salt,
        List<MerkleTree.Step> path,
        String root) {
      this(FORMAT, 1, WorkKey.SETTLEMENT_VERSION, member, from, to, salt, path, root);
    }

    boolean isOfThisBuild() {
      return FORMAT.equals(format) && version == 1 && WorkKey.SETTLEMENT_VERSION.equals(engine);
    }
  }

  /** The bundle as a ZIP; the same bundle has the same bytes. */
  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Map<String, byte[]> files = new TreeMap<>(evidence.files());
    files.put(STATEMENT, statement);
    files.put(MANIFEST, Json.MAPPER.writeValueAsBytes(manifest));
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a ZIP.
   *
   * @throws IllegalArgumentException if it is no such bundle, whole and with nothing else in it
   */
  public static BillBundle read(byte[] content) {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      int left = BYTES_MAX;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] file = zip.readNBytes(left + 1);
        left -= file.length;
        if (left < 0) {
          throw new IllegalArgumentException("The bundle is larger than a bill can be.");
        }
        if (files.put(entry.getName(), file) != null) {
          throw new IllegalArgumentException("The bundle has %s twice.".formatted(entry.getName()));
        }
      }
      refuseUnlessListed(files, content);
    } catch (IOException e) {
      throw new IllegalArgumentException("The bundle cannot be read: " + e.getMessage(), e);
    }
    return of(files);
  }

  /**
   * A ZIP has its files one after the other and a directory at its end, by which most programs read
   * it: what is proved has to be what they show.
   */
  private static void refuseUnlessListed(Map<String, byte[]> files, byte[] content)
      throws IOException {
    Path copy = Files.createTempFile("bill", ".zip");
    try {
      Files.write(copy, content);
      try (ZipFile zip = new ZipFile(copy.toFile())) {
        boolean same = zip.size() == files.size();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          ZipEntry entry = zip.getEntry(file.getKey());
          same &= entry != null && hasContent(zip, entry, file.getValue());
        }
        if (!same) {
          throw new IllegalArgumentException(
              "The bundle has one content by its directory and another by its entries;"
                  + " programs that open it would show what is not proved.");
        }
      }
    } finally {
      Files.delete(copy);
    }
  }

  private static boolean hasContent(ZipFile zip, ZipEntry entry, byte[] content)
      throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return Arrays.equals(content, in.readNBytes(content.length + 1));
    }
  }

  private static BillBundle of(Map<String, byte[]> files) {
    List<String> names =
        List.of(BillEvidence.INPUTS, MANIFEST, BillEvidence.MONTH, BillEvidence.POOLS, STATEMENT);
    if (!List.copyOf(files.keySet()).equals(names)) {
      throw new IllegalArgumentException(
          "A bundle has the files %s and no others, not %s.".formatted(names, files.keySet()));
    }
    byte[] statement = files.remove(STATEMENT);
    byte[] manifest = files.remove(MANIFEST);
    try {
      return new BillBundle(
          Json.MAPPER.readValue(manifest, Manifest.class), statement, new BillEvidence(files));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "The manifest cannot be read: " + Json.firstLine(e.getMessage()), e);
    }
  }
}

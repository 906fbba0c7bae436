package org.gridclear.settlement.close;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.file.DamagedFileException;
import org.gridclear.file.PackFile;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * What binds every file of a close: {@code seal.txt} lists each with its SHA-256 (of a pack the
 * hash of its index, which binds its blocks) and ends with the SHA-256 of the list. Whoever reads a
 * file of a close reads it through its seal.
 */
public final class Seal {
  /** Name of the list. */
  public static final String NAME = "seal.txt";

  /** Name of the list while the close is being written: nothing that only has this is a close. */
  private static final String DRAFT = "seal-draft.txt";

  private static final String HEADER = "GridClear close, seal 1\n";

  private final Path folder;
  private final TreeMap<String, Entry> entries;
  private final String hash;

  private Seal(Path folder, TreeMap<String, Entry> entries) {
    this.folder = folder;
    this.entries = entries;
    this.hash = Sha256.hex(list(entries).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A sealed file.
   *
   * @param kind file or pack
   * @param sha256 hash of its bytes; of a pack, of its index
   * @param bytes its size
   */
  private record Entry(String kind, String sha256, long bytes) {}

  private static String list(TreeMap<String, Entry> entries) {
    StringBuilder text = new StringBuilder(HEADER);
    entries.forEach(
        (name, e) -> text.append("%s %s %d %s\n".formatted(e.kind(), e.sha256(), e.bytes(), name)));
    return text.toString();
  }

  private String text() {
    return "%sseal %s\n".formatted(list(entries), hash);
  }

  /**
   * Seals all files that lie in a folder.
   *
   * @param known hashes of files that were hashed while they were written
   */
  public static Seal write(Path folder, Map<String, String> known) throws IOException {
    Seal seal = of(folder, known);
    StoredFiles.writeString(folder.resolve(NAME), seal.text());
    Files.deleteIfExists(folder.resolve(DRAFT));
    return seal;
  }

  /** Seals what there is so far of a close that is being written. */
  static void draft(Path folder) throws IOException {
    StoredFiles.writeString(folder.resolve(DRAFT), of(folder, Map.of()).text());
  }

  private static Seal of(Path folder, Map<String, String> known) throws IOException {
    TreeMap<String, Entry> entries = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.equals(NAME) || name.equals(DRAFT) || name.equals(NAME + ".sig")) {
          continue;
        }
        boolean pack = name.endsWith(".bin") && !name.equals(CloseFolder.MONTH);
        String sha256 = pack ? root(file) : known.get(name);
        entries.put(
            name,
            new Entry(
                pack ? "pack" : "file",
                sha256 == null ? Sha256.hex(StoredFiles.readAllBytes(file)) : sha256,
                StoredFiles.size(file)));
      }
    }
    return new Seal(folder, entries);
  }

  private static String root(Path pack) throws IOException {
    try (PackFile.Reader reader = new PackFile.Reader(pack)) {
      return reader.root();
    }
  }

  /**
   * Reads the seal of a folder.
   *
   * @throws IllegalArgumentException if the folder has none, so that it is no close
   * @throws DamagedFileException if the list is not what was written
   */
  public static Seal read(Path folder) {
    return read(folder, NAME);
  }

  /** Reads the seal of a folder that is being written. */
  static Seal readDraft(Path folder) {
    return read(folder, DRAFT);
  }

  private static Seal read(Path folder, String name) {
    Path file = folder.resolve(name);
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "%s is no folder of a close: it has no %s.".formatted(folder, name));
    }
    String text = new String(bytes(file), StandardCharsets.UTF_8);
    TreeMap<String, Entry> entries = new TreeMap<>();
    text.lines()
        .map(line -> line.split(" ", 4))
        .filter(cells -> cells.length == 4 && cells[2].matches("\\d{1,18}"))
        .forEach(
            cells ->
                entries.put(cells[3], new Entry(cells[0], cells[1], Long.parseLong(cells[2]))));
    Seal seal = new Seal(folder, entries);
    if (!seal.text().equals(text)) {
      throw new DamagedFileException(file, "the list differs from its hash");
    }
    return seal;
  }

  private static byte[] bytes(Path file) {
    try {
      return StoredFiles.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new DamagedFileException(file, "it is gone");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of the list, which binds every file. */
  public String hash() {
    return hash;
  }

  /** Names of the sealed files. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  private Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new DamagedFileException(
          folder.resolve(name), "the seal of the close does not list it");
    }
    return entry;
  }

  /**
   * The bytes of a sealed file.
   *
   * @throws DamagedFileException if they are not what was sealed
   */
  public byte[] content(String name) {
    Entry entry = entry(name);
    Path file = folder.resolve(name);
    byte[] bytes = bytes(file);
    if (bytes.length != entry.bytes()) {
      throw new DamagedFileException(
          file, "it has %d bytes, %d were sealed".formatted(bytes.length, entry.bytes()));
    }
    if (!Sha256.hex(bytes).equals(entry.sha256())) {
      throw new DamagedFileException(file, "its content differs from its hash");
    }
    return bytes;
  }

  /**
   * A sealed file as JSON.
   *
   * @throws DamagedFileException if it is not what was sealed
   */
  public JsonNode json(String name) {
    return Json.MAPPER.readTree(content(name));
  }

  /**
   * Opens a sealed pack; its blocks are compared with their hashes as they are read.
   *
   * @throws DamagedFileException if its index is not what was sealed
   */
  PackFile.Reader pack(String name) {
    Entry entry = entry(name);
    Path file = folder.resolve(name);
    try {
      PackFile.Reader reader = new PackFile.Reader(file);
      if (!reader.root().equals(entry.sha256()) || StoredFiles.size(file) != entry.bytes()) {
        reader.close();
        throw new DamagedFileException(file, "its index is not the one that was sealed");
      }
      return reader;
    } catch (NoSuchFileException e) {
      throw new DamagedFileException(file, "it is gone");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that is not what was sealed, a line each with its file; empty if nothing is. */
  public List<String> differences() {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      try {
        if (entry.getValue().kind().equals("pack")) {
          try (PackFile.Reader pack = pack(entry.getKey())) {
            differences.addAll(pack.differences());
          }
        } else {
          content(entry.getKey());
        }
      } catch (DamagedFileException e) {
        differences.add(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return differences;
  }
}

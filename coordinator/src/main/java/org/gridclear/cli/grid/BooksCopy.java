package org.gridclear.cli.grid;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import tools.jackson.core.type.TypeReference;

/** Folders of closes and reports in a backup: files as they are, and a list of their hashes. */
final class BooksCopy {
  private static final String FOLDER = "books";
  private static final String LIST = "books.json";

  private BooksCopy() {}

  /** Copies a folder into a backup; returns the number of files. */
  static int write(Path source, Path backup) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files(source)) {
      String name = source.relativize(file).toString();
      Path target = backup.resolve(FOLDER).resolve(name);
      Files.createDirectories(target.getParent());
      if (StoredFiles.isEncrypted(file)) {
        Files.copy(file, target);
      } else {
        try (InputStream in = StoredFiles.newInputStream(file);
            OutputStream out = StoredFiles.newOutputStream(target)) {
          in.transferTo(out);
        }
      }
      hashes.put(name, hash(target));
    }
    StoredFiles.write(backup.resolve(LIST), Json.MAPPER.writeValueAsBytes(hashes));
    return hashes.size();
  }

  /**
   * Copies the folder of a backup back and compares hashes.
   *
   * @throws IllegalStateException if a file differs from what was backed up
   */
  static int restore(Path backup, Path target) throws IOException {
    Map<String, String> hashes =
        Json.MAPPER.readValue(
            StoredFiles.readAllBytes(backup.resolve(LIST)),
            new TypeReference<Map<String, String>>() {});
    for (Map.Entry<String, String> entry : hashes.entrySet()) {
      Path file = target.resolve(entry.getKey()).normalize();
      if (!file.startsWith(target.normalize())) {
        throw new IllegalStateException("%s lies outside the backup.".formatted(entry.getKey()));
      }
      Files.createDirectories(file.getParent());
      Files.copy(backup.resolve(FOLDER).resolve(entry.getKey()), file);
      if (!hash(file).equals(entry.getValue())) {
        throw new IllegalStateException("%s is not what was backed up.".formatted(file));
      }
    }
    return hashes.size();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !folder.relativize(file).toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static String hash(Path file) {
    try (InputStream in = StoredFiles.newInputStream(file)) {
      return Sha256.hex(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.gridclear.market.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.file.WrittenFile;
import org.gridclear.settlement.registration.EntryWriter;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;

/**
 * Writes all records so that they can be proposed again: one JSON, or a folder of a CSV a kind.
 *
 * @param state the registry
 * @param out a name that ends with .json, or a folder; neither is there yet
 */
public record RegistryExport(RegistryState state, Path out) {
  /**
   * Writes.
   *
   * @return files that were written
   * @throws IllegalArgumentException if there is something already
   */
  public List<Path> write() {
    if (Files.exists(out)) {
      throw new IllegalArgumentException("%s exists; name another.".formatted(out));
    }
    Map<Path, byte[]> files = new LinkedHashMap<>();
    if (String.valueOf(out.getFileName()).endsWith(".json")) {
      files.put(out, EntryWriter.json(state.all().toList()));
    } else {
      for (EntryKind kind : EntryKind.values()) {
        List<Entry> entries = state.all().filter(entry -> entry.kind() == kind).toList();
        if (!entries.isEmpty()) {
          files.put(out.resolve(kind.label() + ".csv"), EntryWriter.csv(kind, entries));
        }
      }
    }
    try {
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Files.createDirectories(file.getKey().toAbsolutePath().getParent());
        WrittenFile.write(file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(files.keySet());
  }
}

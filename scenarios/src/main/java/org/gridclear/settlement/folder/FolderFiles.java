package org.gridclear.settlement.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridclear.file.StoredFiles;

/**
 * Files of a settlement folder as it lies on disk.
 *
 * @param folder the folder
 */
public record FolderFiles(Path folder) implements InputFiles {
  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public Optional<byte[]> read(String path) {
    Path file = folder.resolve(path);
    try {
      return Files.isReadable(file) && Files.isRegularFile(file)
          ? Optional.of(StoredFiles.readAllBytes(file))
          : SeriesPath.text(this, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> paths() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.gridclear.io;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The formats that registered as a service, in the order of their names. */
final class FileFormats {
  private FileFormats() {}

  /** The format that reads this file, if one of the registered does. */
  static Optional<FileFormat> of(SourceFile file) {
    return all().stream().filter(format -> format.matches(file)).findFirst();
  }

  private static List<FileFormat> all() {
    return ServiceLoader.load(FileFormat.class, FileFormat.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(java.util.Comparator.comparing(FileFormat::name))
        .toList();
  }
}

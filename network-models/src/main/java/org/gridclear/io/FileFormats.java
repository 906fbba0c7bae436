package org.gridclear.io;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.gridclear.json.SourceFile;

/** The formats that registered as a service, in the order of their names. */
final class FileFormats {
  private FileFormats() {}

  /** The format that reads this file, if one of the registered does. */
  static Optional<FileFormat> of(SourceFile file) {
    return all().stream().filter(format -> format.matches(file)).findFirst();
  }

  /** What a file is that only the optional converters read; "" for others. */
  static String notBuilt(SourceFile file) {
    if (file.endsWith(".raw") || file.endsWith(".rawx")) {
      return "PSS/E";
    } else if (file.endsWith(".uct") || file.endsWith(".ucte")) {
      return "UCTE";
    } else if (file.endsWith(".cdf")
        || (file.endsWith(".txt") && file.text().contains("BUS DATA FOLLOWS"))) {
      return "IEEE-CDF";
    }
    return file.endsWith(".zip") ? "CGMES" : "";
  }

  private static List<FileFormat> all() {
    return ServiceLoader.load(FileFormat.class, FileFormat.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(java.util.Comparator.comparing(FileFormat::name))
        .toList();
  }
}

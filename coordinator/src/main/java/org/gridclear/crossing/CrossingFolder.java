package org.gridclear.crossing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that a device empties or fills: of each package the files {@code CHANNEL-000001.001},
 * …, then the signature {@code .sig}, and last the manifest {@code .manifest}.
 *
 * @param path the folder
 * @param channel whose packages
 */
record CrossingFolder(Path path, String channel) {
  private static final Pattern MANIFEST = Pattern.compile("(.+)-(\\d{6})\\.manifest");

  CrossingFolder {
    CrossingManifest.requireChannel(channel);
  }

  Path manifest(int number) {
    return file(number, "manifest");
  }

  Path signature(int number) {
    return file(number, "sig");
  }

  /** The file of an entry, which are counted from 1. */
  Path part(int number, int entry) {
    return file(number, "%03d".formatted(entry));
  }

  private Path file(int number, String ending) {
    return path.resolve("%s-%06d.%s".formatted(channel, number, ending));
  }

  /** Numbers of the packages that are there. */
  TreeSet<Integer> numbers() throws IOException {
    TreeSet<Integer> numbers = new TreeSet<>();
    if (!Files.isDirectory(path)) {
      throw new IllegalArgumentException("%s is no folder.".formatted(path));
    }
    try (Stream<Path> all = Files.list(path)) {
      all.forEach(
          file -> {
            Matcher name = MANIFEST.matcher(file.getFileName().toString());
            if (name.matches() && name.group(1).equals(channel)) {
              numbers.add(Integer.parseInt(name.group(2)));
            }
          });
    }
    return numbers;
  }
}

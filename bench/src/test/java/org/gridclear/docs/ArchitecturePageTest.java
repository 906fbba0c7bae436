package org.gridclear.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/architecture.md shows the house that stands: its picture and its walks name what is there.
 */
class ArchitecturePageTest {
  private static final Path ROOT = Path.of(System.getProperty("gridclear.root"));
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");
  private static final Pattern BOX = Pattern.compile("(?m)^ +(\\w+)\\[\"([\\w.]+)\"\\]$");
  private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\w+) --> (\\w+)$");

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/architecture.md"));
  }

  private static Set<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("src/main/java"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void typesOfTheWalksAreThere() throws IOException {
    Set<String> there =
        sources().stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    Matcher type = TYPE.matcher(page());
    while (type.find()) {
      named.add(type.group(1));
    }
    assertTrue(named.size() > 30, named + "");
    named.removeAll(there);
    named.removeIf(name -> Files.exists(test(name)));
    assertEquals(Set.of(), named);
  }

  /** Tests that the page names stand in the module of the coordinator. */
  private static Path test(String name) {
    try (Stream<Path> files = Files.walk(ROOT.resolve("coordinator/src/test"))) {
      return files
          .filter(file -> file.getFileName().toString().equals(name + ".java"))
          .findFirst()
          .orElse(ROOT.resolve("none"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void boxesOfThePictureArePackagesAndItsArrowsGoBetweenThem() throws IOException {
    String picture = page().split("```mermaid\n")[1].split("```")[0];
    Set<String> packages =
        sources().stream()
            .map(file -> file.getParent().toString().replaceFirst(".*src/main/java/", ""))
            .map(path -> path.replace('/', '.'))
            .collect(Collectors.toSet());
    Map<String, String> boxes = new TreeMap<>();
    Matcher box = BOX.matcher(picture);
    while (box.find()) {
      boxes.put(box.group(1), box.group(2));
      assertTrue(packages.contains("org.gridclear." + box.group(2)), box.group(2));
    }
    assertTrue(boxes.size() >= 15, boxes + "");
    Matcher arrow = ARROW.matcher(picture);
    int count = 0;
    while (arrow.find()) {
      assertTrue(boxes.containsKey(arrow.group(1)), arrow.group());
      assertTrue(boxes.containsKey(arrow.group(2)), arrow.group());
      count++;
    }
    assertTrue(count >= 15, "arrows: " + count);
  }
}

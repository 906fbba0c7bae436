package org.gridclear.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/dependencies.md has the versions that the build takes. */
class DependenciesPageTest {
  private static final Path ROOT = Path.of(System.getProperty("gridclear.root"));
  private static final Pattern VERSION =
      Pattern.compile("<([a-z-]+)\\.version>([^<]+)</\\1\\.version>");

  @Test
  void everyVersionOfTheBuildIsOnThePage() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/dependencies.md"));
    String direct = page.substring(0, page.indexOf("\n## What is behind"));
    Matcher version = VERSION.matcher(Files.readString(ROOT.resolve("pom.xml")));
    Set<String> missing = new TreeSet<>();
    int count = 0;
    while (version.find()) {
      count++;
      if (!Pattern.compile("(?<![\\d.])" + Pattern.quote(version.group(2)) + "(?![\\d.])")
          .matcher(direct)
          .find()) {
        missing.add(version.group(1) + " " + version.group(2));
      }
    }
    assertTrue(count > 20, "versions of the build: " + count);
    assertEquals(Set.of(), missing);
  }
}

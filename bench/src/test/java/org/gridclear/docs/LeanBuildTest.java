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

/** The build of the launcher, {@code -Dlean}, has no checks of sources, nor what they run in. */
class LeanBuildTest {
  private static final Path ROOT = Path.of(System.getProperty("gridclear.root"));
  private static final Pattern ARGUMENT =
      Pattern.compile("<arg>(-Xplugin[^<]*|[^<]*\\$\\{checks[^<]*)</arg>");
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([a-z.]+)}");

  @Test
  void everyArgumentWithChecksIsAPropertyThatTheLeanBuildEmpties() throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String lean = pom.substring(pom.indexOf("<id>lean</id>"));
    lean = lean.substring(0, lean.indexOf("</profile>"));
    Set<String> left = new TreeSet<>();
    int count = 0;
    for (String file : new String[] {"pom.xml", "dist/pom.xml"}) {
      Matcher argument = ARGUMENT.matcher(Files.readString(ROOT.resolve(file)));
      while (argument.find()) {
        count++;
        Matcher property = PROPERTY.matcher(argument.group(1));
        boolean emptied =
            property.matches()
                && lean.contains("<%1$s>-nowarn</%1$s>".formatted(property.group(1)));
        if (!emptied) {
          left.add(file + ": " + argument.group(1));
        }
      }
    }
    assertTrue(count >= 3, "arguments with checks: " + count);
    assertEquals(Set.of(), left);
  }
}

package org.gridclear.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gridclear.json.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files of the desk: how large, how long, what they import, and in how many languages. */
class ConsoleFilesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("gridclear.root"), "coordinator/src/main/resources/console");
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?:^|[;}\\s])(?:import|export)(?=[\\s{*\"])\\s?(?:[\\w\\s{},*$]*?from\\s?)?\"([\\w@./-]+)\"");
  private static final int LINES_MAX = 250;
  private static final int COMPRESSED_MAX = 400 << 10;

  private static final ConsoleFiles FILES = new ConsoleFiles();
  private static final List<String> OWN = new ArrayList<>();

  @BeforeAll
  static void list() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .forEach(OWN::add);
    }
  }

  private static String text(String name) {
    return new String(FILES.file(name).orElseThrow(), StandardCharsets.UTF_8);
  }

  /** Files that a file imports, by the import map of the page. */
  private static List<String> imports(String file, Map<?, ?> map) {
    List<String> found = new ArrayList<>();
    Matcher matcher = IMPORT.matcher(text(file));
    while (matcher.find()) {
      found.add(resolved(file, matcher.group(1), map));
    }
    return found;
  }

  private static String resolved(String file, String name, Map<?, ?> map) {
    if (name.startsWith(".")) {
      return Path.of(file).resolveSibling(name).normalize().toString().replace('\\', '/');
    }
    String longest = "";
    for (Object key : map.keySet()) {
      String prefix = key.toString();
      boolean fits = prefix.endsWith("/") ? name.startsWith(prefix) : name.equals(prefix);
      longest = fits && prefix.length() > longest.length() ? prefix : longest;
    }
    assertFalse(longest.isEmpty(), file + " imports " + name + ", which nothing maps");
    String to = map.get(longest) + name.substring(longest.length());
    return to.replaceFirst("/files/[^/]+/", "");
  }

  private static Map<?, ?> importMap() {
    String index = new String(FILES.index(), StandardCharsets.UTF_8);
    int from = index.indexOf("importmap\">") + "importmap\">".length();
    String map = index.substring(from, index.indexOf("</script>", from));
    return (Map<?, ?>) Json.MAPPER.readValue(map, Map.class).get("imports");
  }

  @Test
  void everyImportIsThereAndAllScriptIsSmall() throws IOException {
    Map<?, ?> map = importMap();
    Set<String> seen = new LinkedHashSet<>(OWN.stream().filter(f -> f.endsWith(".js")).toList());
    List<String> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      String file = open.remove(open.size() - 1);
      assertTrue(FILES.file(file).isPresent(), file);
      if (!file.startsWith("lib/echarts")) {
        imports(file, map).stream().filter(seen::add).forEach(open::add);
      }
    }
    assertTrue(seen.contains("lib/lit-html/lit-html.js"), seen.toString());
    assertTrue(FILES.file(resolved("", "echarts", map)).isPresent());
    int bytes = 0;
    for (String file : seen) {
      if (!file.startsWith("lib/echarts")) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
          zip.write(FILES.file(file).orElseThrow());
        }
        bytes += packed.size();
      }
    }
    assertTrue(bytes < COMPRESSED_MAX, "compressed bytes of script: " + bytes);
  }

  @Test
  void everyFileIsShortAndKeepsThePolicy() {
    for (String file : OWN) {
      String text = text(file);
      assertTrue(text.lines().count() <= LINES_MAX, file + " is too long");
      for (String forbidden :
          List.of(" style=\"", "unsafeHTML", "innerHTML", "eval(", " onclick=")) {
        assertFalse(text.contains(forbidden), file + " has " + forbidden);
      }
    }
    String policy = FILES.policy();
    assertFalse(policy.contains("unsafe"), policy);
    assertTrue(policy.startsWith("default-src 'none';"), policy);
  }

  @Test
  void everyPageOfTheListsHasItsFileAndItsWordsInBothLanguages() {
    for (String file : OWN) {
      if (file.startsWith("pages/list-")) {
        Matcher page = Pattern.compile("file: \"([^\"]+)\"").matcher(text(file));
        while (page.find()) {
          assertTrue(OWN.contains("pages/" + page.group(1)), file + ": " + page.group(1));
        }
      }
      if (file.startsWith("i18n/")) {
        String text = text(file);
        int zh = text.indexOf("zh: {");
        assertTrue(zh > 0, file);
        assertEquals(keys(text.substring(0, zh)), keys(text.substring(zh)), file);
      }
    }
  }

  private static Set<String> keys(String text) {
    Set<String> keys = new TreeSet<>();
    Set<String> twice = new HashSet<>();
    String bare = text.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"");
    Matcher key = Pattern.compile("([\\w-]+|\"\")\\s*:\\s*\"\"").matcher(bare);
    while (key.find()) {
      if (!keys.add(key.group(1)) && !key.group(1).equals("\"\"")) {
        twice.add(key.group(1));
      }
    }
    assertEquals(Set.of(), twice, "said twice");
    return keys;
  }

  @Test
  void whatLiesElsewhereIsNoFile() {
    for (String name :
        List.of("../logback.xml", "lib/none/x.js", "lib/lit", "/app/main.js", "no")) {
      assertTrue(FILES.file(name).isEmpty(), name);
    }
  }

  /** The shell's word is of who logs in: what a page names has a word of the page. */
  @Test
  void aNameOnAPageIsNotTheNameOfAUser() {
    Pattern words = Pattern.compile("i18n/[a-z-]+\\.js");
    for (String page : OWN) {
      if (page.startsWith("pages/") && text(page).contains("t(\"name\")")) {
        Matcher own = words.matcher(text(page));
        assertTrue(own.find(), page);
        assertEquals(2, text(own.group()).split("[ {]name: ", -1).length - 1, page);
      }
    }
  }
}

package org.gridclear.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines of the project's pages that are too long to be read beside code. */
public final class DocLines {
  private DocLines() {}

  /**
   * Lines of prose over a length, in README.md, CONTRIBUTING.md and below docs; rows of tables and
   * blocks of code are as wide as they are.
   *
   * @param root folder of the project
   * @param charactersMax the most that a line may have
   * @return {@code file:line}, in order
   */
  public static List<String> over(Path root, int charactersMax) throws IOException {
    List<Path> pages = new ArrayList<>(List.of(root.resolve("CONTRIBUTING.md")));
    pages.add(root.resolve("README.md"));
    try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    List<String> over = new ArrayList<>();
    for (Path page : pages) {
      String name = root.relativize(page).toString();
      prose(page, charactersMax).forEach(line -> over.add(name + ":" + line));
    }
    return over;
  }

  private static List<Integer> prose(Path page, int charactersMax) throws IOException {
    List<Integer> over = new ArrayList<>();
    boolean code = false;
    List<String> lines = Files.readAllLines(page);
    for (int k = 0; k < lines.size(); k++) {
      String line = lines.get(k);
      if (line.startsWith("```")) {
        code = !code;
      } else if (!code
          && !line.stripLeading().startsWith("|")
          && line.codePointCount(0, line.length()) > charactersMax) {
        over.add(k + 1);
      }
    }
    return over;
  }
}

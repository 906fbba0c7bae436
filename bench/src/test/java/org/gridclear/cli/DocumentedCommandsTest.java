package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridclear.bench.Bench;
import org.gridclear.study.StudyReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What README and docs tell people to type is what the program knows. */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of(System.getProperty("gridclear.root"));
  private static final Pattern COMMAND = Pattern.compile("\\./gridclear ([a-z][^`\\n&;#]*)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");
  private static final Pattern RUN = Pattern.compile("(?s)```\\n(.*?)```");

  private static final Pattern JSON = Pattern.compile("(?s)```json\n(\\{.*?)```");

  /** What a name of a folder stands behind. */
  private static final Set<String> PLACES =
      Set.of(
          "--out",
          "--after",
          "--market",
          "init",
          "explain",
          "show",
          "compare",
          "synthesize",
          "month",
          "bill",
          "audit");

  private static final Set<String> MARKETS = Set.of("lt-ruc", "da", "id", "rt");

  @TempDir Path folder;

  private static Map<String, String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        pages.put(ROOT.relativize(file).toString(), Files.readString(file));
      }
    }
    pages.put("README.md", Files.readString(ROOT.resolve("README.md")));
    return pages;
  }

  private static CommandLine program() {
    return GridClear.commandLine().addSubcommand("bench", Bench.commandLine());
  }

  /** docs/cli.md; where they differ, what it should be lies in target/cli.md. */
  @Test
  void thePageOfCommandsIsWhatTheCommandsSay() throws Exception {
    String page = CommandPage.of(program());
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("cli.md"), page);
    assertEquals(page, Files.readString(ROOT.resolve("docs/cli.md")), "copy bench/target/cli.md");
  }

  @TestFactory
  Stream<DynamicTest> everyCommandAndOptionThatIsNamedExists() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    pages()
        .forEach(
            (page, text) -> {
              Matcher command = COMMAND.matcher(text);
              while (command.find()) {
                String words = command.group(1).trim();
                tests.add(DynamicTest.dynamicTest(page + ": " + words, () -> checkNames(words)));
              }
            });
    assertTrue(tests.size() > 50, "hardly a command is found");
    return tests.stream();
  }

  private static void checkNames(String words) {
    CommandLine command = program();
    for (String word : words.split("[ |\\\\]+")) {
      CommandLine sub = command.getSubcommands().get(word);
      if (sub == null) {
        break;
      }
      command = sub;
    }
    assertNotNull(command.getParent(), "there is no command " + words.split(" ")[0]);
    Matcher option = OPTION.matcher(words);
    while (option.find()) {
      assertNotNull(
          option(command, option.group()),
          command.getCommandSpec().qualifiedName() + " has no option " + option.group());
    }
  }

  /** An option by its name, or by the name that negates it. */
  private static CommandLine.Model.OptionSpec option(CommandLine command, String name) {
    CommandLine.Model.OptionSpec found = command.getCommandSpec().findOption(name);
    CommandLine.Model.OptionSpec negated =
        command.getCommandSpec().findOption(name.replaceFirst("^--no-", "--"));
    return found == null && negated != null && negated.negatable() ? negated : found;
  }

  @TestFactory
  Stream<DynamicTest> everyStudyThatIsShownCanBeExpanded() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    pages()
        .forEach(
            (page, text) -> {
              Matcher yaml = YAML.matcher(text);
              while (yaml.find()) {
                String study = yaml.group(1);
                if (study.startsWith("study:")) {
                  tests.add(DynamicTest.dynamicTest(page, () -> checkStudy(study)));
                }
              }
            });
    assertTrue(!tests.isEmpty(), "no study is found");
    return tests.stream();
  }

  private void checkStudy(String study) throws IOException {
    Path file = Files.writeString(folder.resolve("study.yaml"), study);
    assertDoesNotThrow(
        () -> {
          var read = StudyReader.read(file);
          read.cases().forEach(overlay -> overlay.resolve(read.base()));
        });
  }

  /** Case files that pages show are cleared as they stand, and their storage units have work. */
  @TestFactory
  Stream<DynamicTest> everyCaseThatIsShownIsCleared() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, String> page : pages().entrySet()) {
      Matcher json = JSON.matcher(page.getValue());
      while (json.find()) {
        String text = json.group(1);
        tests.add(DynamicTest.dynamicTest(page.getKey(), () -> clear(text)));
      }
    }
    assertTrue(!tests.isEmpty(), "no case is found");
    return tests.stream();
  }

  private void clear(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("shown.json"), text);
    Path out = folder.resolve("shown");
    run(new String[] {"./gridclear", "clear", file.toString(), "--out", out.toString()}, 0);
    List<String> rows = Files.readAllLines(out.resolve("cases/000-base/storage.csv"));
    int charged = List.of(rows.get(0).split(",")).indexOf("chargeMw");
    assertTrue(rows.stream().skip(1).anyMatch(r -> !r.split(",")[charged].matches("0(\\.0+)?")));
  }

  /** The blocks of README.md, smaller where they are large; what they say of exit codes holds. */
  @Test
  void whatTheReadmeShowsRuns() throws Exception {
    Matcher block = RUN.matcher(Files.readString(ROOT.resolve("README.md")));
    int count = 0;
    while (block.find()) {
      for (String line : block.group(1).split("\\n")) {
        // A whole day is played by DemoDayTest.
        boolean large = line.contains("day-ahead-ieee118") || line.contains("demo");
        if (line.startsWith("./gridclear ") && !large) {
          run(line.replaceFirst(" *#.*", "").split(" +"), line.contains("exit code 1") ? 1 : 0);
          count++;
        }
      }
    }
    assertTrue(count >= 6, "hardly a command is run: " + count);
  }

  private void run(String[] words, int code) {
    List<String> arguments = new ArrayList<>();
    for (int k = 1; k < words.length; k++) {
      boolean second = k == 3 && words[1].equals("compare");
      arguments.add(argument(second ? words[1] : words[k - 1], words[k]));
    }
    StringWriter said = new StringWriter();
    CommandLine line = GridClear.commandLine();
    line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    assertEquals(
        code, line.execute(arguments.toArray(String[]::new)), () -> arguments + ": " + said);
  }

  private String argument(String before, String word) {
    if (before.equals("--entities")) {
      return "30";
    }
    if (Files.exists(ROOT.resolve(word))) {
      return ROOT.resolve(word).toString();
    }
    if (before.equals("--to")) {
      return "2026-10-02";
    }
    if (before.equals("--market") && MARKETS.contains(word)) {
      return word;
    }
    boolean place = PLACES.contains(before) && word.matches("[a-z]+");
    return place ? folder.resolve(word).toString() : word;
  }
}

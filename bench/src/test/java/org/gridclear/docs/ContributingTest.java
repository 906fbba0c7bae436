package org.gridclear.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.clearing.model.ClearingModel;
import org.gridclear.clearing.model.ConstraintClass;
import org.gridclear.cli.GridClear;
import org.gridclear.io.BuiltInNetworks;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.FileFormat;
import org.gridclear.json.SourceFile;
import org.gridclear.solver.Terms;
import org.gridclear.validate.IssueLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** CONTRIBUTING.md by doing: what its ways name is there, and who goes them arrives. */
// Rows: B-26, M-03, M-04
class ContributingTest {
  private static final Path ROOT = Path.of(System.getProperty("gridclear.root"));
  private static final int LINES_MAX = 15;
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)(?:\\.\\w+\\([^`]*\\))?`");

  @TempDir Path folder;

  /** A family from another package: one unit at most runs. */
  public static final class OneUnitAtMost implements ConstraintClass {
    @Override
    public void addTo(ClearingModel model) {
      for (int t = 0; t < model.periodCount(); t++) {
        Terms running = new Terms();
        for (int[] ofUnit : model.statusColumns()) {
          running.add(ofUnit[t], 1);
        }
        model.linear().addRow(Double.NEGATIVE_INFINITY, 1, running);
      }
    }
  }

  /** A format from another package: a file that names a built-in network. */
  public static final class NamedNetworkFormat implements FileFormat {
    @Override
    public String name() {
      return "named network";
    }

    @Override
    public boolean matches(SourceFile file) {
      return file.endsWith(".named");
    }

    @Override
    public CaseFiles.Content read(SourceFile file, IssueLog log) {
      return new CaseFiles.Content.OnlyNetwork(BuiltInNetworks.read(file.text().strip()));
    }
  }

  /** A command of a program that has a jar with services beside it. */
  private String beside(Class<?> service, Class<?> provider, String... arguments) throws Exception {
    Path services = Files.createDirectories(folder.resolve("beside/META-INF/services"));
    Files.writeString(services.resolve(service.getName()), provider.getName());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + ROOT.resolve(".mvn/ignite.args"),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")
                    + File.pathSeparator
                    + folder.resolve("beside"),
                GridClear.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private void run(String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine line = GridClear.commandLine();
    line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    assertEquals(0, line.execute(arguments), () -> List.of(arguments) + ": " + said);
  }

  private String day() throws IOException {
    Path day = folder.resolve("day.json");
    Files.writeString(
        day,
        """
        {"format": "gridclear-case", "version": 1, "name": "two",
         "horizon": {"periodCount": 1, "minutesPerPeriod": 60},
         "network": {"baseMva": 100, "buses": [{"id": "a", "type": "reference"}]},
         "thermalUnits": [
           {"id": "one", "bus": "a", "offers": [{"mw": [10, 50], "yuanPerH": [1000, 5000]}],
            "initial": {"on": true, "hours": 5, "powerMw": 30}},
           {"id": "two", "bus": "a", "offers": [{"mw": [10, 90], "yuanPerH": [2000, 20000]}],
            "initial": {"on": true, "hours": 5, "powerMw": 30}}],
         "busLoads": [{"bus": "a", "mw": 60}]}
        """);
    return day.toString();
  }

  private long unitsOn(Path out) throws IOException {
    List<String> rows = Files.readAllLines(out.resolve("cases/000-base/units.csv"));
    int on = List.of(rows.get(0).split(",")).indexOf("on");
    return rows.stream().skip(1).filter(row -> row.split(",")[on].matches("1|true")).count();
  }

  @Test
  void aConstraintOfAJarBesideBinds() throws Exception {
    Path both = folder.resolve("both");
    run("clear", day(), "--quiet", "--out", both.toString());
    assertEquals(2, unitsOn(both));
    Path one = folder.resolve("one");
    String out = one.toString();
    beside(ConstraintClass.class, OneUnitAtMost.class, "clear", day(), "--quiet", "--out", out);
    assertEquals(1, unitsOn(one));
  }

  @Test
  void aFormatOfAJarBesideIsRead() throws Exception {
    Path file = Files.writeString(folder.resolve("grid.named"), "ieee30\n");
    String shown =
        beside(FileFormat.class, NamedNetworkFormat.class, "show", file.toString(), "buses");
    assertTrue(shown.contains("Bus 30"), shown);
  }

  @Test
  void aChargeOfTheFolderIsClosedWithTheOthers() throws IOException {
    String month = folder.resolve("month").toString();
    run("settle", "synthesize", month, "--entities", "20", "--days", "1");
    String book;
    try (var in = getClass().getResourceAsStream("/settlement/spot-rules.yaml")) {
      book = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String more =
        book.replace(
            "charges:\n",
            """
            charges:
              - item: METERING_FEE
                name: {en: Metering fee, zh: 计量费}
                account: memberService
                classes: [consumption]
                quantity: meteredMwh
                amount: -meteredMwh * serviceYuanPerMwh
                pool: EXCHANGE
            """);
    Files.writeString(folder.resolve("month/rules.yaml"), more);
    Path close = folder.resolve("close");
    run("settle", "month", month, "--quiet", "--out", close.toString());
    assertTrue(Files.readString(close.resolve("totals.csv")).contains("METERING_FEE"));
  }

  private static List<String> sections() throws IOException {
    String text = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    return Stream.of(text.split("\n(?=## )")).skip(1).toList();
  }

  @Test
  void eachWayIsShortAndWhatItNamesIsThere() throws IOException {
    Set<String> there;
    try (Stream<Path> files = Files.walk(ROOT)) {
      there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches(".*\\.(java|js|yaml|md|html)"))
              .map(name -> name.replaceFirst("\\.java$", ""))
              .collect(Collectors.toSet());
    }
    assertEquals(5, sections().size());
    for (String section : sections()) {
      assertTrue(section.lines().count() <= LINES_MAX, section);
      Set<String> missing = new TreeSet<>();
      Matcher type = TYPE.matcher(section);
      while (type.find()) {
        missing.add(type.group(1));
      }
      Matcher file = Pattern.compile("`([\\w-]+\\.(?:js|yaml))`").matcher(section);
      while (file.find()) {
        missing.add(file.group(1));
      }
      missing.removeAll(there);
      missing.remove("rules.yaml");
      assertEquals(Set.of(), missing, section);
    }
  }
}

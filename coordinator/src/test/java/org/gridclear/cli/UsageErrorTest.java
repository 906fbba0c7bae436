package org.gridclear.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridclear.cli.option.ExitCodes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Wrong usage ends before anything is computed: exit code 2, what was given, what is allowed. */
class UsageErrorTest {
  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, Integer.class, double.class, Double.class);

  /** Looked at beside the close or month that is asked, with its own bounds. */
  private static final Set<String> OF_A_CLOSE = Set.of("--day", "--interval", "--sample");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "screen ieee14 --snapshots -3 | -3 snapshots: give a number from 1",
        "screen ieee14 --snapshots 0 | 0 snapshots: give a number from 1",
        "serve --port 99999 | '--port': '99999' is no whole number 0 to 65535",
        "settle explain somewhere --entity E --day 2 | Invalid value for option '--day'",
        "clear ieee14 --periods ten | Invalid value for option '--periods'"
      })
  void isRefusedByName(String command, String message) {
    Shell.Ended ended = Shell.run(command.strip().split(" "));
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains(message.strip()), ended.text());
  }

  @Test
  void everythingWrongWithACommandIsSaidAtOnce() {
    Shell.Ended ended =
        Shell.run(
            ("screen ieee14 --scope lins --kv 500..220 --watch-kv x --slack nobody --rating good"
                    + " --tolerance 1 --heavy 80 --worsened -1 --flows some --fast")
                .split(" "));
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    for (String part :
        List.of(
            "'--scope' (KIND): 'lins' is none of branches, lines",
            "'--kv': '500..220' is no voltage and no range",
            "'--watch-kv': 'x' is no voltage",
            "'--slack': expected one of",
            "'--rating': expected one of",
            "'--tolerance': '1' is no number of 1.0E-9..0.01",
            "'--heavy': '80' is no number of 0.01..1.0",
            "'--worsened': '-1' is no number of 0.0..1.0",
            "'--flows': expected one of",
            "Unknown option: '--fast'",
            "What it takes: gridclear screen --help")) {
      assertTrue(ended.text().contains(part), part + " in " + ended.text());
    }
    assertEquals(1, ended.text().split("'--kv'", -1).length - 1, ended.text());
  }

  @Test
  void numbersOutOfBoundsAreSaidTogetherByTheirOptions() {
    Shell.Ended ended =
        Shell.run(
            ("clear ieee14 --gap 5 --periods -3 --minutes 0 --cpu-limit 0 --security-rounds -1"
                    + " --from 0 --count x --roll -2 --slots 0 --grid-port 70000")
                .split(" "));
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    for (String part :
        List.of(
            "'--gap': '5' is no number from 0 to below 1",
            "'--periods': '-3' is no whole number from 1",
            "'--minutes': '0' is no whole number from 1",
            "'--cpu-limit': '0' is no number above 0",
            "'--security-rounds': '-1' is no whole number from 0",
            "'--from': '0' is no whole number from 1",
            "'--count': 'x' is no whole number from 0",
            "'--roll': '-2' is no number from 0",
            "'--slots': '0' is no whole number from 1",
            "'--grid-port': '70000' is no whole number 0 to 65535")) {
      assertTrue(ended.text().contains(part), part + " in " + ended.text());
    }
  }

  /** A new option with a number has bounds of its own, too; those of a month know its days. */
  @TestFactory
  Stream<DynamicTest> everyNumberHasBounds() {
    return commands(GridClear.commandLine())
        .flatMap(command -> command.getCommandSpec().options().stream())
        .filter(option -> NUMBERS.contains(option.auxiliaryTypes()[0]))
        .filter(option -> !OF_A_CLOSE.contains(option.longestName()))
        .map(
            option ->
                DynamicTest.dynamicTest(
                    option.command().qualifiedName() + " " + option.longestName(),
                    () -> {
                      assertEquals(1, option.converters().length);
                      assertThrows(
                          TypeConversionException.class,
                          () -> option.converters()[0].convert("-1"));
                      assertThrows(
                          TypeConversionException.class,
                          () -> option.converters()[0].convert("NaN"));
                    }));
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(UsageErrorTest::commands));
  }

  @Test
  void exitCodesStandInOneTable() {
    String help = Shell.run("--help").output();
    int from = help.indexOf("Exit codes:");
    assertTrue(from > 0, help);
    for (int code = 0; code <= 3; code++) {
      assertTrue(help.substring(from).matches("(?s).*\\n  %d   \\S.*".formatted(code)), help);
    }
  }

  @Test
  void helpOfSettleNamesEveryCommandBelowIt() {
    String help = Shell.run("help", "settle").output();
    for (String name :
        ("synthesize import-day check accept month day correct bill explain audit verify rules"
                + " lock")
            .split(" ")) {
      assertTrue(help.matches("(?s).*\\n  %s +[A-Z].*".formatted(name)), name + " in " + help);
      String page = Shell.run("settle", "help", name).output();
      assertTrue(page.startsWith("Usage: gridclear settle " + name), page);
    }
  }

  @Test
  void aFolderIsWrittenToWhereOutSaysEverywhere() {
    String out = folder.resolve("month").toString();
    Shell.Ended once =
        Shell.run("settle", "synthesize", "--out", out, "--entities", "20", "--days", "1");
    assertEquals(0, once.code(), once.text());
    assertTrue(Files.exists(folder.resolve("month/settlement.yaml")));
    assertEquals(ExitCodes.BAD_INPUT, Shell.run("settle", "synthesize").code());
    assertEquals(
        ExitCodes.BAD_INPUT, Shell.run("settle", "synthesize", out, "--out", out + "2").code());
  }

  @Test
  void zonesThatTheNetworkDoesNotHaveAreAllRefusedByName() {
    Shell.Ended ended =
        Shell.run("screen", "ieee14", "--zones", "1,west", "--watch-zones", "north,south");
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    for (String part : List.of("3 issue(s)", "west", "north", "south", "--watch-zones")) {
      assertTrue(ended.text().contains(part), part + " in " + ended.text());
    }
  }

  @Test
  void anOutputFolderThatCannotBeWrittenIsRefusedBeforeTheRun() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    for (String command : List.of("clear ieee14", "screen ieee14", "powerflow ieee14")) {
      for (Path out : List.of(file, file.resolve("below"))) {
        String[] arguments =
            Stream.concat(Stream.of(command.split(" ")), Stream.of("--out", out.toString()))
                .toArray(String[]::new);
        Shell.Ended ended = Shell.run(arguments);
        assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
        assertTrue(ended.text().contains("is a file"), ended.text());
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void anOutputFolderOnAFileSystemThatTakesNothingIsRefused() {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")));
    Shell.Ended ended = Shell.run("clear", "ieee14", "--out", "/proc/somewhere");
    assertEquals(ExitCodes.BAD_INPUT, ended.code(), ended.text());
    assertTrue(ended.text().contains("--out /proc/somewhere cannot be written"), ended.text());
  }
}

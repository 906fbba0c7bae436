package org.gridclear.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.gridclear.cli.failure.Failure;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.protection.DataKeys;
import org.gridclear.cli.protection.NamedKeys;
import org.gridclear.cli.protection.SigningOption;
import org.gridclear.cli.start.OptionDefaults;
import org.gridclear.market.day.Made;
import org.gridclear.solver.highs.NativeOutput;
import org.gridclear.validate.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Entry of the program: {@code gridclear COMMAND}; the commands are those of docs/cli.md. */
@Command(
    name = "gridclear",
    version = Made.BUILD,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = "A distributed compute grid for an electricity spot market.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:" + ExitCodes.DONE_WORDS,
      "1:" + ExitCodes.FAILED_WORDS,
      "2:" + ExitCodes.BAD_INPUT_WORDS,
      "3:" + ExitCodes.INTERNAL_WORDS
    },
    footer = {"", "Start with: gridclear study examples/day-ahead-ieee118.yaml"})
public final class GridClear {
  // OptionDefaults reads it before the arguments are parsed with defaults.
  @SuppressWarnings("unused")
  @Option(
      names = OptionDefaults.OPTION,
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Defaults of options, YAML: 'clear: {gap: 0.002}' (docs/cli.md).")
  private Path config;

  @SuppressWarnings("unused")
  @Option(
      names = RunLog.OPTION,
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Append what is said on the error stream, with times, to a file.")
  private Path log;

  // DataKeys reads it when the arguments are parsed.
  @SuppressWarnings("unused")
  @Option(
      names = DataKeys.OPTION,
      paramLabel = "KEYS",
      scope = ScopeType.INHERIT,
      description =
          "Keys of data at rest: file:PATH, pkcs11:… or https://… (docs/protection.md); default:"
              + " the variable GRIDCLEAR_DATA_KEY, else files are in clear.")
  private String dataKey;

  // SigningOption reads it when the arguments are parsed.
  @SuppressWarnings("unused")
  @Option(
      names = SigningOption.OPTION,
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "Sign closes, bills and publications with these keys (gridclear keys signing); default:"
              + " the variable GRIDCLEAR_SIGN_KEY, else nothing is signed.")
  private Path signKey;

  private GridClear() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] arguments) {
    if (Commands.solves(arguments)) {
      keepOutput();
    }
    System.exit(run(arguments));
  }

  /** What a solver prints by itself goes to the error stream, so that data stay data. */
  private static void keepOutput() {
    try {
      OutputStream output = new BufferedOutputStream(NativeOutput.takeOver());
      System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    } catch (IOException | LinkageError e) {
      System.err.println("gridclear: the solver may print into the output: " + e);
    }
  }

  /** Runs the command; returns its exit code. */
  public static int run(String... arguments) {
    if (Overview.asked(arguments)) {
      System.out.print(Overview.text());
      System.out.flush();
      return ExitCodes.DONE;
    }
    CommandLine line = Commands.of(arguments, System.getenv());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> Failure.said(failure, command.getErr()));
    try {
      OptionDefaults defaults = OptionDefaults.of(line, arguments, System.getenv());
      return run(line, defaults, arguments);
    } catch (IOException | InvalidInputException | IllegalArgumentException e) {
      return Failure.said(e, line.getErr());
    } finally {
      NamedKeys.forget();
    }
  }

  private static int run(CommandLine line, OptionDefaults defaults, String... arguments)
      throws IOException {
    boolean ofRun = Commands.runs(arguments);
    try (RunLog log = RunLog.start(defaults.log(), ofRun, arguments)) {
      line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
      line.setDefaultValueProvider(defaults);
      line.setExecutionStrategy(
          parsed -> {
            if (!UsageErrors.helpOrWrong(parsed)) {
              defaults.lines(parsed).forEach(said -> line.getErr().println("gridclear: " + said));
              try {
                NamedKeys.use(parsed, System.getenv());
              } catch (IllegalArgumentException | UncheckedIOException e) {
                return Failure.said(e, line.getErr());
              }
            }
            return UsageErrors.execute(parsed);
          });
      int code = line.execute(arguments);
      log.ended(code, innermost(line) instanceof RunLog.Run run ? run.written() : null);
      return code;
    }
  }

  /** The command that was parsed last, below all others. */
  private static @Nullable Object innermost(CommandLine line) {
    CommandLine.ParseResult parsed = line.getParseResult();
    while (parsed != null && parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    return parsed == null ? null : parsed.commandSpec().userObject();
  }

  /** The tree of all commands, as it is parsed. */
  public static CommandLine commandLine() {
    return Commands.all();
  }

  /** The program without commands. */
  static CommandLine bare() {
    return new CommandLine(new GridClear());
  }

  /** What holds in all commands, once they are there. */
  static CommandLine settled(CommandLine program) {
    UsageErrors.collect(program);
    return program
        .setExecutionStrategy(UsageErrors::execute)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, GridClear::path)
        .registerConverter(
            Instant.class, text -> time(text, Instant::parse, "time", "2026-10-01T00:00:00Z"))
        .registerConverter(
            LocalDate.class, text -> time(text, LocalDate::parse, "day", "2026-10-05"))
        .registerConverter(
            YearMonth.class, text -> time(text, YearMonth::parse, "month", "2026-10"));
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new CommandLine.TypeConversionException("the name of a file or folder is empty");
    }
    return Path.of(text);
  }

  private static <T> T time(String text, Function<String, T> parse, String what, String example) {
    try {
      return parse.apply(text);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "'%s' is no %s; give one such as %s".formatted(text, what, example));
    }
  }
}

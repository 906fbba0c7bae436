package org.gridclear.cli.casefile;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.market.intake.InputCheck;
import org.gridclear.validate.CheckedInput;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear validate FILE}: every issue of a file at once. */
@Command(
    name = "validate",
    description = "Check a case file, a network file or a study and print every issue.")
public final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StrictOption strict;
  @Mixin private PrintOption print;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The file to check; - for standard input.")
  private String file;

  @Option(
      names = "--rule-off",
      paramLabel = "ID",
      split = ",",
      description = "Put a rule out of effect, such as NET-06.")
  private List<String> rulesOff = List.of();

  @Option(
      names = "--market",
      paramLabel = "DIR",
      description = "A market, whose rules out of effect are so here (gridclear checks).")
  private @Nullable Path market;

  @Option(names = "--rules", description = "List all rules and stop.")
  private boolean listRules;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (listRules) {
      Rule.lines().forEach(out::println);
      out.flush();
      return ExitCodes.DONE;
    }
    if (file == null) {
      throw new IllegalArgumentException("Name the FILE to check, or use --rules.");
    }
    if (print.json()) {
      CheckedInput checked = CheckedInput.of(file, () -> strict.accepted(remarks()));
      PrintOption.print(checked.data(), out);
      return checked.accepted() ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }
    List<Issue> remarks = remarks();
    strict.check(remarks, out);
    out.println(new CheckedInput(file, true, remarks).line());
    out.flush();
    return ExitCodes.DONE;
  }

  private List<Issue> remarks() {
    InputCheck check = new InputCheck(rulesOff, market);
    return file.equals(StandardStreams.DASH)
        ? check.ofBytes(StandardStreams.read())
        : check.ofFile(file);
  }
}

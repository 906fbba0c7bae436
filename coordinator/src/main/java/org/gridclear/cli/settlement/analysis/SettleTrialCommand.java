package org.gridclear.cli.settlement.analysis;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.preview.RuleTrial;
import org.gridclear.settlement.preview.TrialTables;
import org.gridclear.settlement.register.BookFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle trial CLOSE... --book FILE}: winners and losers of a book. */
@Command(
    name = "trial",
    description = {
      "Try a book on closed months, such as the last twelve, before it is approved: who would win",
      "and who would lose. Nothing is written. Exit code 1 if a month could not be billed."
    })
public final class SettleTrialCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TableOutput output;

  @Parameters(arity = "1..*", paramLabel = "CLOSE", description = "Folders of the closes.")
  private List<Path> closes;

  @Option(names = "--book", paramLabel = "FILE", required = true, description = "The book.")
  private Path book;

  @Option(
      names = "--show",
      paramLabel = "WHAT",
      defaultValue = "MEMBER",
      description = "What is shown: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private TrialTables.By by;

  @Option(
      names = "--sample",
      defaultValue = "0",
      converter = OptionNumbers.FromZero.class,
      description = "Entities of --show DETAIL, spread over all (default: ${DEFAULT-VALUE}).")
  private int sample;

  @Option(
      names = "--entity",
      paramLabel = "ID",
      description = "An entity of --show DETAIL; may be given again.")
  private List<String> entities = List.of();

  @Override
  public Integer call() throws Exception {
    output.check();
    RuleTrial.Sample asked = new RuleTrial.Sample(sample, entities);
    checkDetail(asked);
    BookFile proposed = BookFile.read(book);
    long start = System.nanoTime();
    RuleTrial trial = RuleTrial.of(closes, CloseFolder::open, proposed.book(), asked);
    double seconds = (System.nanoTime() - start) / 1e9;
    output.write(TrialTables.of(trial, by), spec.commandLine().getOut());
    PrintWriter err = spec.commandLine().getErr();
    err.printf(Locale.ROOT, "Book %s on %s: %.1f s%n", proposed.hash(), trial.extent(), seconds);
    trial.findings().forEach(err::println);
    err.flush();
    return ExitCodes.clean(trial.findings().isEmpty());
  }

  private void checkDetail(RuleTrial.Sample asked) {
    if (asked.asks() != (by == TrialTables.By.DETAIL)) {
      throw new IllegalArgumentException(
          asked.asks()
              ? "--sample and --entity are of --show DETAIL; %s shows all.".formatted(by)
              : "Whose detail? Give --sample or --entity with --show DETAIL.");
    }
  }
}

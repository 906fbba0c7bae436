package org.gridclear.cli.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.file.WrittenFile;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.impact.Mitigations;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear monitor mitigations}: offers that go to reference, and who decided it. */
@Command(
    name = "mitigations",
    description = "Offers that go to reference: list, decide, take the case of the final run.",
    subcommands = CommandLine.HelpCommand.class)
final class MitigationsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(name = "list", description = "All mitigations.")
  int list(@Mixin MarketOption market, @Mixin TableOutput output) throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      output.write(
          Mitigations.table(new Mitigations(folder, Clock.systemUTC()).list()),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }

  /** What is decided. */
  enum Verdict {
    /** The final run has the references. */
    APPROVE,
    /** Offers stay as they are. */
    REJECT
  }

  @Command(
      name = "decide",
      description = "Approve or reject one; by another account than proposed it, of the regulator.")
  int decide(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(names = "--comment", required = true, description = "What is to be said.")
          String comment,
      @Parameters(paramLabel = "NUMBER", description = "Number of the mitigation.") long number,
      @Parameters(paramLabel = "VERDICT", description = "approve or reject.") Verdict verdict)
      throws Exception {
    Actor actor = acting.required();
    actor.scope(Right.SUPERVISE);
    try (MarketFolder folder = market.open()) {
      Mitigations mitigations = new Mitigations(folder, Clock.systemUTC());
      var decided =
          actor.change(
              "monitor decide",
              Long.toString(number),
              () -> mitigations.decide(number, verdict == Verdict.APPROVE, actor.name(), comment));
      spec.commandLine()
          .getOut()
          .printf("mitigation %d: %s%n", number, decided.decision().orElseThrow().state());
      spec.commandLine().getOut().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "case",
      description = "Write the case of the final run of an approved one, or the day as offered.")
  int writeCase(
      @Mixin MarketOption market,
      @Option(names = "--offered", description = "The day as it was offered.") boolean offered,
      @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
          Path out,
      @Parameters(paramLabel = "NUMBER", description = "Number of the mitigation.") long number)
      throws IOException {
    if (Files.exists(out)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(out));
    }
    try (MarketFolder folder = market.open()) {
      Mitigations mitigations = new Mitigations(folder, Clock.systemUTC());
      WrittenFile.write(
          out, offered ? mitigations.offeredCase(number) : mitigations.approvedCase(number));
    }
    spec.commandLine().getOut().println("Written: " + out);
    spec.commandLine().getOut().flush();
    return ExitCodes.DONE;
  }
}

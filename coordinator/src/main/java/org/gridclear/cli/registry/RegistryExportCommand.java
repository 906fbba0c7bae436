package org.gridclear.cli.registry;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.market.registry.MarketRegistry.Revision;
import org.gridclear.market.registry.RegistryExport;
import org.gridclear.market.registry.SettlementExport;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.SettlementBook;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear registry export}: all records, or what settlement needs of a month. */
@Command(
    name = "export",
    description = {
      "Write all records as JSON or CSV that can be proposed again (--out), or the registry files",
      "and contract curves of a month into a settlement folder (--settlement)."
    })
final class RegistryExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private RevisionOption revision;

  /** Where to. */
  private static final class Target {
    @Option(
        names = "--out",
        paramLabel = "PATH",
        description = "A new file NAME.json, or a new folder for a CSV a kind.")
    private Path out;

    @Option(names = "--settlement", paramLabel = "DIR", description = "Settlement folder.")
    private Path settlement;
  }

  @ArgGroup(multiplicity = "1")
  private Target target;

  @Option(names = "--month", description = "Month that is settled, such as 2026-10.")
  private YearMonth month;

  @Option(
      names = "--intervals",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "96",
      description = "Intervals a day of the curves: 24, 48 or 96 (default: ${DEFAULT-VALUE}).")
  private int intervals;

  @Option(names = "--replace", description = "Replace files of the settlement folder that differ.")
  private boolean replace;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if ((target.settlement != null) != (month != null)) {
      throw new IllegalArgumentException("--settlement and --month go together.");
    }
    try (MarketFolder folder = market.open()) {
      Revision registry = revision.of(folder);
      if (target.out != null) {
        new RegistryExport(registry.state(), target.out).write().forEach(out::println);
      } else {
        Instant begin = month.atDay(1).atStartOfDay(folder.facts().zone()).toInstant();
        new SettlementBook(new RuleBase(folder, Clock.systemUTC()), target.settlement)
            .write(begin, replace)
            .ifPresent(out::println);
        new SettlementExport(registry.state(), month, target.settlement, intervals, replace)
            .write()
            .forEach(path -> out.println(target.settlement.resolve(path)));
      }
      out.println("Revision " + registry.revision());
      out.flush();
      return ExitCodes.DONE;
    }
  }
}

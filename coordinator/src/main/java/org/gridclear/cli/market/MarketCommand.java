package org.gridclear.cli.market;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridclear.cli.assembly.NetworkCommand;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintOption;
import org.gridclear.market.MarketDay;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear market}: the folder of a market. */
@Command(
    name = "market",
    description = "Make and look at the folder of a market (docs/market.md).",
    subcommands = {NetworkCommand.class, CommandLine.HelpCommand.class})
public final class MarketCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** What a new market is. */
  private static final class Facts {
    @Option(
        names = "--name",
        required = true,
        description = "Name of the market: letters, digits, dots and dashes.")
    private String name;

    @Option(
        names = "--time-zone",
        paramLabel = "ZONE",
        defaultValue = "Asia/Shanghai",
        description = "Zone of time of its trading dates (default: ${DEFAULT-VALUE}).")
    private String timeZone;

    @Option(
        names = "--currency",
        defaultValue = MarketDay.YUAN,
        description = "What money is counted in (default: ${DEFAULT-VALUE}).")
    private String currency;

    @Option(
        names = "--database",
        paramLabel = "ADDRESS",
        defaultValue = MarketDatabase.EMBEDDED,
        description = {
          "embedded, or jdbc:postgresql://HOST:PORT/NAME?user=…&password=…",
          "(default: ${DEFAULT-VALUE})."
        })
    private String database;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(name = "init", description = "Make a market in a folder that is empty or not there.")
  int init(
      @Parameters(paramLabel = "DIR", description = "The folder.") Path folder,
      @Mixin Facts wanted) {
    MarketFolder.Facts facts =
        new MarketFolder.Facts(wanted.name, wanted.timeZone, wanted.currency, wanted.database);
    MarketFolder.create(folder, facts).close();
    print(facts, spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(name = "show", description = "Say what a market is; fails if its database is not there.")
  int show(
      @Parameters(paramLabel = "DIR", description = "The folder.") Path folder,
      @Mixin PrintOption print) {
    PrintWriter out = spec.commandLine().getOut();
    try (MarketFolder market = MarketFolder.open(folder)) {
      if (print.json()) {
        PrintOption.print(shown(market.facts()), out);
      } else {
        print(market.facts(), out);
      }
    }
    return ExitCodes.DONE;
  }

  private static void print(MarketFolder.Facts facts, PrintWriter out) {
    shown(facts).forEach((what, value) -> out.printf("%-9s %s%n", what, value));
    out.flush();
  }

  private static Map<String, String> shown(MarketFolder.Facts facts) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("name", facts.name());
    shown.put("timeZone", facts.timeZone());
    shown.put("currency", facts.currency());
    shown.put("database", facts.shownDatabase());
    return shown;
  }
}

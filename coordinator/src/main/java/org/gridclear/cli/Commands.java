package org.gridclear.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gridclear.cli.account.AccountCommand;
import org.gridclear.cli.anomaly.AnomaliesCommand;
import org.gridclear.cli.archive.ArchiveCommand;
import org.gridclear.cli.assembly.AssembleCommand;
import org.gridclear.cli.assembly.ChecksCommand;
import org.gridclear.cli.assembly.SeriesCommand;
import org.gridclear.cli.assembly.SnapshotCommand;
import org.gridclear.cli.assembly.TicketCommand;
import org.gridclear.cli.casefile.ExportCommand;
import org.gridclear.cli.casefile.ImportCommand;
import org.gridclear.cli.casefile.ShowCommand;
import org.gridclear.cli.casefile.ValidateCommand;
import org.gridclear.cli.clearing.ClearCommand;
import org.gridclear.cli.clearing.StudyCommand;
import org.gridclear.cli.crossing.ZoneCommand;
import org.gridclear.cli.day.DayCommand;
import org.gridclear.cli.declaration.DeclarationsCommand;
import org.gridclear.cli.declaration.DeclareCommand;
import org.gridclear.cli.demo.DemoCommand;
import org.gridclear.cli.exchange.ExchangeCommand;
import org.gridclear.cli.grid.BackupCommand;
import org.gridclear.cli.grid.GridCommand;
import org.gridclear.cli.grid.RestoreCommand;
import org.gridclear.cli.grid.ServeCommand;
import org.gridclear.cli.keys.KeysCommand;
import org.gridclear.cli.market.MarketCommand;
import org.gridclear.cli.market.YearCommand;
import org.gridclear.cli.monitoring.MonitorCommand;
import org.gridclear.cli.outcome.ChangesCommand;
import org.gridclear.cli.outcome.CompareCommand;
import org.gridclear.cli.outcome.ExplainCommand;
import org.gridclear.cli.outcome.WhatIfCommand;
import org.gridclear.cli.process.NodeCommand;
import org.gridclear.cli.process.RunLog;
import org.gridclear.cli.publication.PublishCommand;
import org.gridclear.cli.registry.RegistryCommand;
import org.gridclear.cli.result.ResultsCommand;
import org.gridclear.cli.rulebase.RulesCommand;
import org.gridclear.cli.security.PowerflowCommand;
import org.gridclear.cli.security.ScreenCommand;
import org.gridclear.cli.security.SensitivitiesCommand;
import org.gridclear.cli.server.LoginCommand;
import org.gridclear.cli.server.LogoutCommand;
import org.gridclear.cli.server.RunsCommand;
import org.gridclear.cli.settlement.SettleCommand;
import org.gridclear.cli.settlement.proof.VerifyCommand;
import org.gridclear.cli.site.SiteCommand;
import org.gridclear.cli.start.OptionDefaults;
import org.gridclear.cli.workflow.WorkflowCommand;
import picocli.CommandLine;

/**
 * The commands of the program. To describe all of them to the parser takes longer than most
 * commands run, so only those are described that a command line can need.
 */
final class Commands {
  private static final Map<String, Class<?>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("study", StudyCommand.class);
    BY_NAME.put("clear", ClearCommand.class);
    BY_NAME.put("explain", ExplainCommand.class);
    BY_NAME.put("what-if", WhatIfCommand.class);
    BY_NAME.put("show", ShowCommand.class);
    BY_NAME.put("compare", CompareCommand.class);
    BY_NAME.put("changes", ChangesCommand.class);
    BY_NAME.put("screen", ScreenCommand.class);
    BY_NAME.put("powerflow", PowerflowCommand.class);
    BY_NAME.put("sensitivities", SensitivitiesCommand.class);
    BY_NAME.put("settle", SettleCommand.class);
    BY_NAME.put("verify", VerifyCommand.class);
    BY_NAME.put("market", MarketCommand.class);
    BY_NAME.put("results", ResultsCommand.class);
    BY_NAME.put("registry", RegistryCommand.class);
    BY_NAME.put("day", DayCommand.class);
    BY_NAME.put("year", YearCommand.class);
    BY_NAME.put("demo", DemoCommand.class);
    BY_NAME.put("node", NodeCommand.class);
    BY_NAME.put("serve", ServeCommand.class);
    BY_NAME.put("grid", GridCommand.class);
    BY_NAME.put("account", AccountCommand.class);
    BY_NAME.put("login", LoginCommand.class);
    BY_NAME.put("logout", LogoutCommand.class);
    BY_NAME.put("runs", RunsCommand.class);
    BY_NAME.put("keys", KeysCommand.class);
    BY_NAME.put("site", SiteCommand.class);
    BY_NAME.put("backup", BackupCommand.class);
    BY_NAME.put("restore", RestoreCommand.class);
    BY_NAME.put("import", ImportCommand.class);
    BY_NAME.put("export", ExportCommand.class);
    BY_NAME.put("series", SeriesCommand.class);
    BY_NAME.put("ticket", TicketCommand.class);
    BY_NAME.put("snapshot", SnapshotCommand.class);
    BY_NAME.put("checks", ChecksCommand.class);
    BY_NAME.put("anomalies", AnomaliesCommand.class);
    BY_NAME.put("monitor", MonitorCommand.class);
    BY_NAME.put("assemble", AssembleCommand.class);
    BY_NAME.put("validate", ValidateCommand.class);
    BY_NAME.put("declare", DeclareCommand.class);
    BY_NAME.put("declarations", DeclarationsCommand.class);
    BY_NAME.put("publish", PublishCommand.class);
    BY_NAME.put("rules", RulesCommand.class);
    BY_NAME.put("workflow", WorkflowCommand.class);
    BY_NAME.put("exchange", ExchangeCommand.class);
    BY_NAME.put("zone", ZoneCommand.class);
    BY_NAME.put("archive", ArchiveCommand.class);
    BY_NAME.put("completion", CompletionCommand.class);
    BY_NAME.put("help", CommandLine.HelpCommand.class);
  }

  /** Commands that look at the others. */
  private static final Set<String> OF_ALL = Set.of("completion", "help");

  private static final Set<String> SOLVING = Set.of("clear", "study");

  private Commands() {}

  /** The program with all commands. */
  static CommandLine all() {
    CommandLine program = GridClear.bare();
    BY_NAME.forEach((name, command) -> program.addSubcommand(name, command));
    return GridClear.settled(program);
  }

  /** The program as these arguments need it: with their one command, else with all. */
  static CommandLine of(String[] arguments, Map<String, String> environment) {
    String first = arguments.length == 0 ? "" : arguments[0];
    Class<?> command = BY_NAME.get(first);
    boolean alone = command != null && !OF_ALL.contains(first);
    if (!alone || OptionDefaults.asked(arguments, environment)) {
      return all();
    }
    return GridClear.settled(GridClear.bare().addSubcommand(first, command));
  }

  /** Whether the first argument is a command that may solve in this process. */
  static boolean solves(String... arguments) {
    return arguments.length > 0 && SOLVING.contains(arguments[0]);
  }

  /** Whether the first argument is a command that writes the output folder of a run. */
  static boolean runs(String... arguments) {
    Class<?> command = arguments.length == 0 ? null : BY_NAME.get(arguments[0]);
    return command != null && RunLog.Run.class.isAssignableFrom(command);
  }
}

package org.gridclear.cli.day;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.market.MarketConverter;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.cli.publication.DayPublishCommand;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.AnomalyEvents;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.anomaly.UnhandledAnomalies;
import org.gridclear.market.approval.ApprovalTables;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.DayHistory;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.Transition;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear day}: what becomes of versions of days. */
@Command(
    name = "day",
    description = "States and approval of versions of days, and what happened to a date.",
    subcommands = {
      DayFallbackCommand.class,
      DayInterveneCommand.class,
      DayMeasureCommand.class,
      DayPublishCommand.class,
      DayRuleCommand.class,
      CommandLine.HelpCommand.class,
    })
public final class DayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  /** The approval of a market's days, with the accounts of who acts. */
  static DayApproval approval(MarketFolder market, KnownAccounts accounts) {
    Clock clock = Clock.systemUTC();
    UnhandledAnomalies anomalies =
        new UnhandledAnomalies(MarketAnomalies.of(market, clock), "approval");
    return new DayApproval(market, anomalies, accounts, clock);
  }

  private static AnomalyEvents events(MarketFolder market) {
    return new AnomalyEvents(new AnomalyDesk(market.database(), Clock.systemUTC()));
  }

  @Command(
      name = "states",
      description = {
        "Versions of a market from one trading date to another, and what became of each.",
        "Exit code 1 if one that is in force has an alarm."
      })
  int states(
      @Mixin MarketOption market,
      @Option(
              names = "--trade",
              paramLabel = "MARKET",
              required = true,
              converter = MarketConverter.class,
              description = "The market: lt-ruc, da, id or rt.")
          Market trade,
      @Option(names = "--from", required = true, description = "First trading date.")
          LocalDate from,
      @Option(names = "--to", description = "Last trading date (default: the first).") LocalDate to,
      @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      List<DayApproval.Standing> standings =
          approval(folder, KnownAccounts.NONE).standings(trade, from, to == null ? from : to);
      output.write(
          ApprovalTables.states(standings, folder.facts().zone()), spec.commandLine().getOut());
      return standings.stream()
              .anyMatch(each -> each.state().isInForce() && !each.version().alarms().isEmpty())
          ? ExitCodes.FAILED_CELLS
          : ExitCodes.DONE;
    }
  }

  @Command(
      name = "history",
      description = "All that happened to a trading date: versions, transitions, interventions …")
  int history(@Mixin MarketOption market, @Mixin TradeDateOptions day, @Mixin TableOutput output)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      output.write(
          ApprovalTables.history(
              new DayHistory(folder, List.of(events(folder))).of(day.trade(), day.date()),
              folder.facts().zone()),
          spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "check",
      description = {
        "Somebody has looked at a version; a reason is needed where it has alarms or open severe",
        "anomalies. Exit code 1 if something stands against it."
      })
  int check(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin VersionOptions version,
      @Mixin ReasonOption reason)
      throws Exception {
    return step(market, acting, version, reason, Right.OPERATE_MARKET, DayApproval::check);
  }

  @Command(name = "submit", description = "A version is to be approved by another account.")
  int submit(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin VersionOptions version,
      @Mixin ReasonOption reason)
      throws Exception {
    return step(market, acting, version, reason, Right.OPERATE_MARKET, DayApproval::submit);
  }

  @Command(
      name = "approve",
      description = {
        "A version is in force from now on, by an account that neither made nor submitted it;",
        "the one that was before is withdrawn. A reason is needed where it has alarms."
      })
  int approve(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin VersionOptions version,
      @Mixin ReasonOption reason)
      throws Exception {
    return step(market, acting, version, reason, Right.APPROVE_DAY, DayApproval::approve);
  }

  @Command(name = "reject", description = "A version is not to be used; needs a reason.")
  int reject(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin VersionOptions version,
      @Mixin ReasonOption reason)
      throws Exception {
    return step(market, acting, version, reason, Right.APPROVE_DAY, DayApproval::reject);
  }

  @Command(name = "withdraw", description = "A version is no longer in force; needs a reason.")
  int withdraw(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin VersionOptions version,
      @Mixin ReasonOption reason)
      throws Exception {
    return step(market, acting, version, reason, Right.APPROVE_DAY, DayApproval::withdraw);
  }

  private int step(
      MarketOption market,
      ActorOptions acting,
      VersionOptions version,
      ReasonOption reason,
      Right right,
      BiFunction<DayApproval, Wanted, Transition> step)
      throws Exception {
    Actor actor = acting.required(market.path().resolve("audit"));
    actor.scope(right);
    Wanted wanted = new Wanted(version.version(), actor.name(), reason.text());
    try (MarketFolder folder = market.open()) {
      Transition done =
          actor.change(
              "day " + spec.commandLine().getParseResult().subcommand().commandSpec().name(),
              wanted.version().text(),
              () -> step.apply(approval(folder, actor::requireAccount), wanted));
      PrintWriter out = spec.commandLine().getOut();
      done.objections().forEach(objection -> out.println("ALARM: " + objection));
      out.printf("%s: %s → %s by %s%n", wanted.version().text(), done.from(), done.to(), done.by());
      out.flush();
      return done.objections().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }
}

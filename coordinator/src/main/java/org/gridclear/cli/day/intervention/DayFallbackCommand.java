package org.gridclear.cli.day.intervention;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.AssemblyOptions;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.Made;
import org.gridclear.market.fallback.DayFallback;
import org.gridclear.market.fallback.Fallback;
import org.gridclear.market.fallback.FallbackRule;
import org.gridclear.market.fallback.MissedCase;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear day fallback}: a result of before in the place of a clearing. */
@Command(
    name = "fallback",
    description = {
      "Let a result of before stand for a clearing: of da the day before or a similar day, of id",
      "the last run or da, of rt the last run, id or da. It is adapted to today's case, audited,",
      "and kept as a version that says so. Exit code 1: it needs an eye, always."
    })
public final class DayFallbackCommand extends PrintingCommand {
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;
  @Mixin private AssemblyOptions asked;

  @Option(
      names = "--cycle",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "0",
      description = "Number of the run of the day, of intraday and real time (default: 0).")
  private int cycle;

  @Option(
      names = "--case",
      paramLabel = "FILE",
      description = "The case that should have been cleared (default: assembled at the gate).")
  private Path file;

  @Option(
      names = "--instead",
      defaultValue = "by-rule",
      converter = ChoiceConverter.class,
      description = "by-rule, day-before or similar, of da (default: by-rule).")
  private FallbackRule.Choice choice;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.required();
    actor.scope(Right.OPERATE_MARKET);
    if (file != null) {
      asked.refuseBesideCase();
    }
    DayKey key = new DayKey(asked.trade(), asked.date(), cycle);
    try (MarketFolder folder = market.open()) {
      Fallback made = actor.change("day fallback", key.text(), () -> make(folder, key, actor));
      made.lines().forEach(out()::println);
      out().flush();
    }
    return ExitCodes.FAILED_CELLS;
  }

  private Fallback make(MarketFolder folder, DayKey key, Actor actor) throws IOException {
    Clock clock = Clock.systemUTC();
    Instant now = clock.instant();
    MissedCase missed =
        file != null
            ? MissedCase.ofFile(file, now)
            : MissedCase.assembled(
                folder, asked.request(MarketOption.clock(folder), now), clock, now, asked::compare);
    Made.Source source = new Made.Source(Made.BUILD, actor.name(), clock);
    return DayFallback.make(folder, key, missed, choice, source);
  }
}

package org.gridclear.cli.day;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.AssemblyOptions;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.assembly.AssembledCase;
import org.gridclear.market.assembly.AssemblyRequest;
import org.gridclear.market.assembly.MarketAssembly;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.Made;
import org.gridclear.market.fallback.Adaptation;
import org.gridclear.market.fallback.DayFallback;
import org.gridclear.market.fallback.Fallback;
import org.gridclear.market.fallback.FallbackRule;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear day fallback}: a result of before in the place of a clearing. */
@Command(
    name = "fallback",
    description = {
      "Let a result of before stand for a clearing: of da the day before or a similar day, of id",
      "the last run or da, of rt the last run, id or da. It is adapted to today's case, audited,",
      "and kept as a version that says so. Exit code 1: it needs an eye, always."
    })
final class DayFallbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
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
      say(made, spec.commandLine().getOut());
    }
    return ExitCodes.FAILED_CELLS;
  }

  private Fallback make(MarketFolder folder, DayKey key, Actor actor) throws IOException {
    Clock clock = Clock.systemUTC();
    Made.Source source = new Made.Source(Made.BUILD, actor.name(), clock);
    Instant now = clock.instant();
    DayStore days = DayStore.of(folder);
    if (file != null) {
      MarketDay today =
          CaseFiles.load(file.toString(), Path.of(""), Set.of())
              .day("%s has no units; give the whole case of the day.".formatted(file));
      return DayFallback.of(folder, days, now, source).make(key, today, choice);
    }
    AssemblyRequest request = asked.request(MarketOption.clock(folder), now);
    AssembledCase made = MarketAssembly.of(folder, clock).make(request, now);
    asked.compare(made.manifest());
    return DayFallback.of(folder, days, request.gate().at(), source).make(key, made.day(), choice);
  }

  private static void say(Fallback made, PrintWriter out) {
    made.judged().version().alarms().forEach(out::println);
    made.adaptations().stream().map(Adaptation::line).forEach(out::println);
    made.findings().forEach(finding -> out.println("auditor: " + finding.line()));
    out.println("Kept: " + made.judged().version().text());
    out.flush();
  }
}

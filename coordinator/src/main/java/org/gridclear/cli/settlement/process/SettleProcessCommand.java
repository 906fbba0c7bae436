package org.gridclear.cli.settlement.process;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.notice.EffectNotices;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.ExchangeDesk;
import org.gridclear.settlement.process.ProcessCalendar;
import org.gridclear.settlement.process.ProcessRules;
import org.gridclear.settlement.process.ProcessTables;
import org.gridclear.settlement.process.StatementDraft;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.register.DataStates;
import org.gridclear.settlement.register.DayLocks;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle process}: what the settlement team does around the figures. */
@Command(
    name = "process",
    description = {
      "Calendar, publication and answers to disputes (docs/settlement-process.md).",
      "What is proposed takes effect once another account approved it."
    },
    subcommands = CommandLine.HelpCommand.class)
public final class SettleProcessCommand extends ProcessCommand {
  @Command(
      name = "calendar",
      description = "What is due in a month, what is late and whose it is; exit code 1 if any is.")
  int calendar(
      @Mixin MarketOption market,
      @Mixin TableOutput output,
      @Option(
              names = "--month",
              paramLabel = "MONTH",
              required = true,
              description = "Month, such as 2026-10.")
          YearMonth month,
      @Option(
              names = "--fixed-weeks",
              description = "Weeks are 1-7, 8-14, 15-21, 22-28 and the rest.")
          boolean fixedWeeks)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      List<ProcessCalendar.Task> tasks = ProcessCalendar.of(open.process(), month, fixedWeeks);
      output.write(ProcessTables.calendar(tasks, open.clock()), out());
      return tasks.stream().anyMatch(task -> task.state().equals("late"))
          ? ExitCodes.FAILED_CELLS
          : ExitCodes.DONE;
    }
  }

  @Command(
      name = "checked",
      description =
          "Check a day of a settlement folder and note its state; exit code 1 if it failed.")
  int checked(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "FOLDER", description = "Settlement folder.") Path folder,
      @Option(names = "--date", required = true, description = "Day, such as 2026-10-05.")
          LocalDate date)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      SettlementSource source = SettlementReader.open(folder);
      int day = source.month().day(date);
      DataStates.State found =
          open.settle(
              acting,
              "checked",
              date + " of " + folder.toAbsolutePath().normalize(),
              by -> {
                List<Issue> issues = issues(source, folder, date, day);
                DataStates.State state = DataStates.of(issues);
                new ExchangeDesk(open.process())
                    .checked(date, state, issues.size() + " issues", by);
                return state;
              });
      said("%s: %s, %s", date, found.check(), found.quality());
      return found.check() == DataStates.Check.FAILED ? ExitCodes.FAILED_CELLS : ExitCodes.DONE;
    }
  }

  private static List<Issue> issues(SettlementSource source, Path folder, LocalDate date, int day) {
    List<Issue> issues = new ArrayList<>(new DayLocks(folder).issues(date));
    try {
      issues.addAll(SettlementReader.days(source, day, day, input -> {}));
    } catch (InvalidInputException e) {
      issues.addAll(e.issues());
    }
    return issues;
  }

  /** What is to be published. */
  private static final class Wanted {
    @Option(
        names = "--kind",
        required = true,
        description = "What is published: ${COMPLETION-CANDIDATES}.")
    private Act.Kind kind;

    @Option(names = "--from", description = "First day; not of an update or resettlement.")
    private LocalDate from;

    @Option(names = "--to", description = "Last day; not of an update or resettlement.")
    private LocalDate to;

    @Option(
        names = "--of",
        paramLabel = "NUMBER",
        defaultValue = "0",
        converter = OptionNumbers.FromZero.class,
        description = "Publication of the month that an update or resettlement follows.")
    private int of;

    @Option(
        names = "--close",
        paramLabel = "DIR",
        required = true,
        description = "Folder of the close.")
    private Path close;
  }

  @Command(
      name = "propose",
      description = "Propose a publication from a close; another account approves it.")
  int propose(@Mixin MarketOption market, @Mixin ActorOptions acting, @Mixin Wanted wanted)
      throws Exception {
    boolean corrects = wanted.kind == Act.Kind.UPDATE || wanted.kind == Act.Kind.RESETTLEMENT;
    boolean period = wanted.from != null && wanted.to != null;
    if (corrects
        ? wanted.of == 0 || wanted.from != null || wanted.to != null
        : !period || wanted.of != 0) {
      throw new IllegalArgumentException(
          "Give --from and --to of a day, week or month, and --of of an update or resettlement.");
    }
    try (OpenProcess open = OpenProcess.of(market);
        CloseFolder close = CloseFolder.open(wanted.close)) {
      long number =
          open.settle(
              acting,
              "propose",
              "%s of %s".formatted(wanted.kind, wanted.close.toAbsolutePath().normalize()),
              by -> {
                StatementDraft draft = new StatementDraft(open.process(), close);
                Act.Published act =
                    switch (wanted.kind) {
                      case UPDATE -> draft.update(wanted.of);
                      case RESETTLEMENT -> draft.resettlement(wanted.of);
                      default -> draft.period(wanted.kind, wanted.from, wanted.to);
                    };
                return new ExchangeDesk(open.process()).propose(act, by);
              });
      return said("Proposal %d: another account approves it.", number);
    }
  }

  @Command(
      name = "rules",
      description = "Show the hours and days of the process, or propose others.")
  int rules(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(
              names = "--set",
              paramLabel = "RULES",
              split = ",",
              converter = OptionNumbers.FromOne.class,
              description = {
                "Hours for data, day, week, month, then working days to confirm and to answer,",
                "such as 24,48,72,72,3,5."
              })
          List<Integer> set)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      if (set == null) {
        ProcessRules held = open.process().ask(state -> state.rules());
        return said("%s", held);
      }
      if (set.size() != 6) {
        throw new IllegalArgumentException("Give six numbers, such as 24,48,72,72,3,5.");
      }
      ProcessRules rules =
          new ProcessRules(set.get(0), set.get(1), set.get(2), set.get(3), set.get(4), set.get(5));
      long number =
          open.settle(
              acting,
              "rules",
              rules.toString(),
              by -> new ExchangeDesk(open.process()).propose(new Act.RulesSet(rules), by));
      return said("Proposal %d: another account approves it.", number);
    }
  }

  @Command(name = "pending", description = "Proposals that are open.")
  int pending(
      @Mixin MarketOption market,
      @Mixin TableOutput output,
      @Option(names = "--all", description = "Those that were decided, too.") boolean all)
      throws Exception {
    output.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      output.write(
          ProcessTables.proposals(
              open.process()
                  .ask(
                      state ->
                          state.proposals().stream()
                              .filter(each -> all || each.decision().isEmpty())
                              .toList()),
              open.clock()),
          out());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "decide", description = "Approve or reject a proposal of another account.")
  int decide(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(
              paramLabel = "NUMBER",
              converter = OptionNumbers.FromOne.class,
              description = "Number of the proposal.")
          int number,
      @Mixin DecisionOptions decision)
      throws Exception {
    decision.check();
    try (OpenProcess open = OpenProcess.of(market)) {
      Actor actor = acting.required(market.path().resolve("audit"));
      actor.requireAccount(open.process().ask(state -> state.proposal(number)).by());
      open.settle(
          acting,
          "decide",
          "proposal %d %s".formatted(number, decision.word()),
          by -> {
            new ExchangeDesk(open.process())
                .decide(number, decision.approved(), decision.reason(), by);
            return number;
          });
      said("Proposal %d is %s.", number, decision.word());
      Act act = open.process().ask(state -> state.proposal(number)).act();
      boolean corrects = act instanceof Act.Published published && published.corrects();
      return corrects && decision.approved() ? told(open, acting, number) : ExitCodes.DONE;
    }
  }

  private int told(OpenProcess open, ActorOptions acting, int number) throws Exception {
    EffectNotices.Told told =
        open.settle(
            acting,
            "tell",
            "publication " + number,
            by ->
                new EffectNotices(open.folder(), open.process(), Clock.systemUTC())
                    .tell(number, by));
    said("%d messages are written of what it changes.", told.told());
    if (!told.unregistered().isEmpty()) {
      said("Not registered, so not told: %s", String.join(", ", told.unregistered()));
    }
    return told.unregistered().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
  }

  @Command(
      name = "tell",
      description = {
        "Tell members what a correction changes for them, where they were not told yet. Exit code"
            + " 1",
        "if some are not registered."
      })
  int tell(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(
              paramLabel = "NUMBER",
              converter = OptionNumbers.FromOne.class,
              description = "Number of the update or resettlement.")
          int number)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      return told(open, acting, number);
    }
  }

  @Command(name = "take", description = "Take a dispute into work.")
  int take(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(
              paramLabel = "DISPUTE",
              converter = OptionNumbers.FromOne.class,
              description = "Number of the dispute.")
          int dispute)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      open.settle(
          acting,
          "take",
          "dispute " + dispute,
          by -> {
            new ExchangeDesk(open.process()).take(dispute, by);
            return dispute;
          });
      return said("Dispute %d is in process.", dispute);
    }
  }

  @Command(name = "answer", description = "Propose the answer to a dispute.")
  int answer(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Parameters(
              paramLabel = "DISPUTE",
              converter = OptionNumbers.FromOne.class,
              description = "Number of the dispute.")
          int dispute,
      @Option(
              names = "--outcome",
              required = true,
              description = "What becomes of it: ${COMPLETION-CANDIDATES}.")
          Act.Outcome outcome,
      @Option(names = "--words", required = true, description = "The answer.") String words)
      throws Exception {
    try (OpenProcess open = OpenProcess.of(market)) {
      Act.Answered act = new Act.Answered(dispute, outcome, words);
      long number =
          open.settle(
              acting,
              "answer",
              "dispute %d %s".formatted(dispute, outcome),
              by -> new ExchangeDesk(open.process()).propose(act, by));
      return said("Proposal %d: another account approves it.", number);
    }
  }
}

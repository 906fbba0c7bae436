package org.gridclear.cli.rulebase;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleDifference;
import org.gridclear.market.rulebase.RuleKind;
import org.gridclear.market.rulebase.RuleTables;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.rule.RuleProposal;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear rules}: the rules of a market, set by two accounts. */
@Command(
    name = "rules",
    description = {
      "Rules of a market by kind and version: list, show, propose, review, compare",
      "(docs/market-day.md)."
    },
    subcommands = {RulesShadowCommand.class, CommandLine.HelpCommand.class})
public final class RulesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Which rules. */
  private static final class Which {
    @Option(
        names = "--kind",
        paramLabel = "KIND",
        required = true,
        description = "Kind of rules; 'rules list' has them.")
    private String kind;

    @Option(
        names = "--of",
        paramLabel = "ID",
        defaultValue = "",
        description = "Of what, where there are several of the kind: the market, such as da.")
    private String id;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(out());
    return ExitCodes.DONE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static MarketClock clock(MarketFolder folder) {
    return new MarketClock(folder.facts().zone());
  }

  private static RuleBase rules(MarketFolder folder) {
    return new RuleBase(folder, Clock.systemUTC());
  }

  @Command(name = "list", description = "Versions of all rules, or of a kind, and which hold.")
  int list(
      @Mixin MarketOption market,
      @Mixin TableOutput output,
      @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind.") String kind)
      throws Exception {
    output.check();
    try (MarketFolder folder = market.open()) {
      RuleBase rules = rules(folder);
      List<RuleKind> kinds = kind == null ? rules.kinds() : List.of(rules.kind(kind));
      output.write(
          RuleTables.versions(kinds, rules.proposals(false), clock(folder), Instant.now()), out());
    }
    return ExitCodes.DONE;
  }

  @Command(name = "show", description = "The rules that hold at a time, as they are proposed.")
  int show(
      @Mixin MarketOption market,
      @Mixin Which which,
      @Option(
              names = "--at",
              paramLabel = "TIME",
              description = "Time with its offset, or local of the market (default: now).")
          String at) {
    try (MarketFolder folder = market.open()) {
      Instant time = at == null ? Instant.now() : clock(folder).local(at);
      RuleBase.InForce held = rules(folder).at(which.kind, which.id, time);
      out().println(new String(held.content(), StandardCharsets.UTF_8).stripTrailing());
      out().flush();
      held.version()
          .ifPresentOrElse(
              version ->
                  spec.commandLine()
                      .getErr()
                      .printf(
                          "version %d, since %s%n",
                          version.number(), clock(folder).show(version.from())),
              () -> spec.commandLine().getErr().println("nothing was set: this holds then"));
      spec.commandLine().getErr().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "propose",
      description = {
        "Propose rules of a kind, YAML or JSON; they hold once another account approved them.",
        "Everything wrong is told at once."
      })
  int propose(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              required = true,
              description = "Kind of rules.")
          String kind,
      @Option(
              names = "--from",
              paramLabel = "TIME",
              description = "From when they hold (default: their approval, or what they say).")
          String from,
      @Option(names = "--note", defaultValue = "", description = "Why, for the reviewer.")
          String note,
      @Parameters(paramLabel = "FILE", description = "The rules.") Path file)
      throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(market.path().resolve("audit"));
      actor.scope(Right.OPERATE_MARKET);
      Optional<Instant> time = Optional.ofNullable(from).map(clock(folder)::local);
      byte[] content = Files.readAllBytes(file);
      String name = String.valueOf(file.getFileName());
      RuleBase rules = rules(folder);
      RuleProposal made =
          actor.change(
              "rules propose",
              kind + " of " + name,
              () ->
                  rules.propose(
                      new RuleBase.Wanted(kind, content, name, time, actor.name(), note)));
      RulesPrint.shown(rules, made, clock(folder), out());
    }
    return ExitCodes.DONE;
  }

  /** Approve or reject. */
  private static final class Verdict {
    @Option(names = "--approve", description = "Approve it.")
    private boolean approve;

    @Option(names = "--reject", description = "Reject it; needs --reason.")
    private boolean reject;
  }

  /** What a reviewer decides. */
  private static final class Decision {
    @ArgGroup private Verdict verdict;

    @Option(names = "--reason", defaultValue = "", description = "Why.")
    private String reason;

    @Option(names = "--all", description = "List those that were reviewed, too.")
    private boolean all;
  }

  @Command(
      name = "review",
      description = {
        "List open proposals; with a number show what one changes; approve or reject it by another",
        "account than the one that proposed it."
      })
  int review(
      @Mixin MarketOption market,
      @Mixin ActorOptions acting,
      @Mixin TableOutput output,
      @Mixin Decision decision,
      @Parameters(
              paramLabel = "NUMBER",
              arity = "0..1",
              converter = OptionNumbers.FromOne.class,
              description = "Number of the proposal.")
          Integer number)
      throws Exception {
    try (MarketFolder folder = market.open()) {
      RuleBase rules = rules(folder);
      if (number == null) {
        if (decision.verdict != null) {
          throw new IllegalArgumentException("Name the proposal that is to be decided: NUMBER.");
        }
        output.write(RuleTables.proposals(rules.proposals(!decision.all), clock(folder)), out());
      } else if (decision.verdict == null) {
        RulesPrint.shown(rules, rules.proposal(number), clock(folder), out());
      } else {
        Actor actor = acting.required(market.path().resolve("audit"));
        RuleProposal done = decide(rules, number, decision, actor);
        RulesPrint.shown(rules, done, clock(folder), out());
      }
    }
    return ExitCodes.DONE;
  }

  private static RuleProposal decide(RuleBase rules, long number, Decision decision, Actor actor)
      throws Exception {
    boolean approved = decision.verdict.approve;
    return actor.change(
        "rules review",
        "proposal %d %s".formatted(number, approved ? "approved" : "rejected"),
        () -> {
          actor.requireAccount(rules.proposal(number).made().by());
          return rules.review(
              new RuleBase.ReviewWanted(number, approved, actor.name(), decision.reason));
        });
  }

  @Command(name = "diff", description = "Differences between two versions of rules, in words.")
  int diff(
      @Mixin MarketOption market,
      @Mixin Which which,
      @Parameters(
              index = "0",
              paramLabel = "VERSION",
              converter = OptionNumbers.FromZero.class,
              description = "The first; 0 for what holds where nothing was set.")
          int before,
      @Parameters(
              index = "1",
              paramLabel = "VERSION",
              converter = OptionNumbers.FromZero.class,
              description = "The second.")
          int after) {
    try (MarketFolder folder = market.open()) {
      RuleBase rules = rules(folder);
      List<String> lines =
          RuleDifference.between(
              rules.version(which.kind, which.id, before),
              rules.version(which.kind, which.id, after));
      lines.forEach(out()::println);
      if (lines.isEmpty()) {
        out().println("They say the same.");
      }
      out().flush();
    }
    return ExitCodes.DONE;
  }
}

package org.gridclear.cli.rulebase;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.rule.RuleProposal;
import org.jspecify.annotations.Nullable;

/**
 * Rules in a file, to be proposed.
 *
 * @param kind kind of rules
 * @param path the file
 * @param from from when they hold, on the market's clock; null for what they or their approval say
 * @param note why, for the reviewer
 */
public record RuleFile(String kind, Path path, @Nullable String from, String note) {
  /** Name of the file. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /**
   * Proposes them and prints the proposal; exit code {@link ExitCodes#DONE}.
   *
   * @param operation what the audit log calls it
   * @param detail what it says of it
   */
  int propose(
      MarketOption market, ActorOptions acting, String operation, String detail, PrintWriter out)
      throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(market.path());
      actor.scope(Right.OPERATE_MARKET);
      MarketClock clock = MarketOption.clock(folder);
      Optional<Instant> time = Optional.ofNullable(from).map(clock::local);
      byte[] content = Files.readAllBytes(path);
      RuleBase rules = new RuleBase(folder, Clock.systemUTC());
      RuleBase.Wanted wanted = new RuleBase.Wanted(kind, content, name(), time, actor.name(), note);
      RuleProposal made = actor.change(operation, detail, () -> rules.propose(wanted));
      RulesPrint.shown(rules, made, clock, out);
    }
    return ExitCodes.DONE;
  }

  /** The same, of which the log says the file's name. */
  public int propose(MarketOption market, ActorOptions acting, String operation, PrintWriter out)
      throws Exception {
    return propose(market, acting, operation, name(), out);
  }
}

package org.gridclear.cli.day;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.clearing.input.Market;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.day.option.ReasonOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.MarketConverter;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.approval.ApprovalRules;
import org.gridclear.market.approval.ApprovalTables;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear day rule}: which markets approve clean versions by themselves. */
@Command(
    name = "rule",
    description = {
      "Which markets approve clean versions by themselves; with --trade say it of id or rt from a",
      "date on. da and lt-ruc always have a second person."
    })
final class DayRuleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MarketOption market;
  @Mixin private ActorOptions acting;
  @Mixin private ReasonOption reason;
  @Mixin private TableOutput output;

  /** How a market approves from a date on. */
  private static final class Said {
    @Option(
        names = "--trade",
        paramLabel = "MARKET",
        required = true,
        converter = MarketConverter.class,
        description = "The market: id or rt.")
    private Market trade;

    @Option(names = "--from", required = true, description = "First trading date.")
    private LocalDate from;

    @Option(
        names = "--approval",
        required = true,
        paramLabel = "HOW",
        description = "automatic or hand.")
    private ApprovalRules.How approval;
  }

  @ArgGroup(exclusive = false)
  private Said said;

  @Override
  public Integer call() throws Exception {
    output.check();
    try (MarketFolder folder = market.open()) {
      ApprovalRules rules = DayStepCommand.approval(folder, KnownAccounts.NONE).rules();
      if (said != null) {
        Actor actor = acting.required(market.path());
        actor.scope(Right.APPROVE_DAY);
        actor.change(
            "day rule",
            "%s from %s: %s".formatted(said.trade, said.from, said.approval),
            () ->
                rules.set(
                    said.trade,
                    said.from,
                    said.approval == ApprovalRules.How.AUTOMATIC,
                    actor.name(),
                    reason.text()));
      }
      output.write(ApprovalTables.rules(rules.all()), spec.commandLine().getOut());
    }
    return ExitCodes.DONE;
  }
}

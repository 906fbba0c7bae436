package org.gridclear.cli.rulebase;

import java.time.Instant;
import java.util.List;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.rulebase.RuleBase;
import org.gridclear.market.rulebase.RuleKind;
import org.gridclear.market.rulebase.RuleTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear rules list}: versions of all rules, or of a kind, and which hold. */
@Command(name = "list", description = "Versions of all rules, or of a kind, and which hold.")
final class RulesListCommand extends RulesStepCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind.")
  private String kind;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder -> {
          RuleBase rules = rules(folder);
          List<RuleKind> kinds = kind == null ? rules.kinds() : List.of(rules.kind(kind));
          return RuleTables.versions(kinds, rules.proposals(false), clock(folder), Instant.now());
        });
  }
}

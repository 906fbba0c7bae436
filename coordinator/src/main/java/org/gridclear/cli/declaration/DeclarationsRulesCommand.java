package org.gridclear.cli.declaration;

import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.declaration.check.DeclarationRule;
import picocli.CommandLine.Command;

/** {@code gridclear declarations rules}: the rules that declarations must meet. */
@Command(name = "rules", description = "The rules that declarations must meet.")
final class DeclarationsRulesCommand extends PrintingCommand {
  @Override
  public Integer call() {
    for (DeclarationRule rule : DeclarationRule.values()) {
      out().printf("%s %-7s %s%n", rule.id(), rule.refuses() ? "refuses" : "notice", rule.text());
    }
    out().flush();
    return ExitCodes.DONE;
  }
}

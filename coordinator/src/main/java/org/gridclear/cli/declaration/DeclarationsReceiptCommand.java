package org.gridclear.cli.declaration;

import java.io.IOException;
import java.util.List;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear declarations receipt}: A receipt, or a refusal and its reasons, by number. */
@Command(name = "receipt", description = "A receipt, or a refusal and its reasons, by number.")
final class DeclarationsReceiptCommand extends ReceiptQuestion {
  @Mixin private GateOptions market;

  @Mixin private TableOutput output;

  @Parameters(paramLabel = "NUMBER", description = "Its number.")
  private long number;

  @Override
  public Integer call() throws IOException {
    output.check();
    var refusal = market.with(gate -> gate.desk().findRefusal(OPERATOR, number));
    if (refusal.isPresent()) {
      out()
          .printf(
              "refused at %s: %s of %s, sent by %s%n%s%n",
              refusal.get().arrivedAt(),
              refusal.get().unit(),
              refusal.get().member(),
              refusal.get().madeBy(),
              refusal.get().reasons());
      out().flush();
      return ExitCodes.DONE;
    }
    output.write(
        market.with(
            gate ->
                DeclarationPrint.declarations(
                    List.of(stored(gate.desk().find(OPERATOR, number), number)),
                    gate.parameters().zone())),
        out());
    return ExitCodes.DONE;
  }
}

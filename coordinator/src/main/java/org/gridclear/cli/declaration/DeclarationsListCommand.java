package org.gridclear.cli.declaration;

import java.io.IOException;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.TableOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear declarations list}: all versions of the declarations for a date. */
@Command(name = "list", description = "All versions of the declarations for a date.")
final class DeclarationsListCommand extends ReceiptQuestion {
  @Mixin private GateOptions market;

  @Mixin private DayOptions day;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    output.write(
        market.with(
            gate ->
                DeclarationPrint.declarations(
                    gate.desk().list(OPERATOR, day.market(), day.date()),
                    gate.parameters().zone())),
        out());
    return ExitCodes.DONE;
  }
}

package org.gridclear.cli.declaration;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear declarations set-reference}: give units reference offers, which hold by default
 * from the date of the file on.
 */
@Command(
    name = "set-reference",
    description = {
      "Give units reference offers, which hold by default from the date of the file on;",
      "the form is that of declarations."
    })
final class DeclarationsSetReferenceCommand extends PrintingCommand {
  @Mixin private GateOptions market;

  @Mixin private ActorOptions acting;

  @Mixin private TableOutput output;

  @Parameters(paramLabel = "FILE", description = "JSON or CSV.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    output.check();
    Actor actor = acting.required();
    actor.scope(Right.OPERATE_MARKET);
    String text = Files.readString(file);
    output.write(
        actor.change(
            "declarations set-reference",
            file.toString(),
            () ->
                market.with(
                    gate ->
                        DeclarationPrint.texts(
                            "references", gate.references().add(text, actor.name())))),
        out());
    return ExitCodes.DONE;
  }
}

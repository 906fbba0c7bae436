package org.gridclear.cli.crossing;

import java.nio.file.Path;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.account.seal.SealKey;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.crossing.CrossingImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear zone import}: take in the packages that follow the last one, in their order,
 * each as a whole.
 */
@Command(
    name = "import",
    description = {
      "Take in the packages that follow the last one, in their order, each as a whole.",
      "A replay, a gap, a changed byte and a wrong order are named (exit code 1)."
    })
final class ZoneImportCommand extends PrintingCommand {
  @Mixin private ZoneChannelOptions channel;

  @Mixin private ActorOptions actor;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "DIR",
      description = "The folder that the device fills.")
  private Path in;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Where packages are taken in: DIR/NAME-000001/…")
  private Path target;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "Public key of the other zone, in PEM.")
  private Path key;

  @Override
  public Integer call() throws Exception {
    Actor taker = actor.actor();
    taker.require(Right.OPERATE_MARKET);
    CrossingImport taking = new CrossingImport(in, channel.name(), target, SealKey.readPublic(key));
    CrossingImport.Taken taken;
    try {
      taken = taker.change("zone import", channel.name(), () -> whole(taking.take()));
    } catch (RefusedException e) {
      taken = e.taken;
    }
    taken.lines(channel.name()).forEach(this::said);
    return ExitCodes.clean(taken.findings().isEmpty());
  }

  /** In the audit log a package that was refused is a failure, with its first finding. */
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CrossingImport.Taken taken;

    RefusedException(CrossingImport.Taken taken) {
      super(taken.findings().get(0));
      this.taken = taken;
    }
  }

  private static CrossingImport.Taken whole(CrossingImport.Taken taken) throws RefusedException {
    if (!taken.findings().isEmpty()) {
      throw new RefusedException(taken);
    }
    return taken;
  }
}

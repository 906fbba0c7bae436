package org.gridclear.cli.crossing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.account.seal.SealKey;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.crossing.CrossingExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear zone export}: write a package into the folder that the device empties: files,
 * signature, manifest.
 */
@Command(
    name = "export",
    description = {
      "Write a package into the folder that the device empties: files, signature, manifest.",
      "Its number and the hash of the one before are kept beside the folder, in DIR.NAME.sent."
    })
final class ZoneExportCommand extends PrintingCommand {
  @Mixin private ZoneChannelOptions channel;

  @Mixin private ActorOptions actor;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder.")
  private Path out;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description =
          "Ed25519 key in PEM that signs; a new one is made if the file is not there, with"
              + " its public half in FILE.pub.")
  private Path key;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders to send.")
  private List<Path> files;

  @Override
  public Integer call() throws Exception {
    Actor sender = actor.actor();
    sender.require(Right.OPERATE_MARKET);
    SealKey signing = Files.exists(key) ? SealKey.read(key) : made(key);
    CrossingExport export = new CrossingExport(out, channel.name(), signing, Clock.systemUTC());
    CrossingExport.Sent sent =
        sender.change("zone export", channel.name() + " " + files, () -> export.send(files));
    said(
        "%s-%06d: %d files, manifest %s"
            .formatted(channel.name(), sent.number(), sent.files(), sent.sha256()));
    if (sent.encrypted() > 0) {
      said(
          "%d of them are encrypted at rest and were sent as they are: the other zone needs the"
                  .formatted(sent.encrypted())
              + " key, or a copy by 'keys open'.");
    }
    return ExitCodes.DONE;
  }

  private static SealKey made(Path key) throws IOException {
    SealKey made = SealKey.create(key);
    Files.writeString(Path.of(key + ".pub"), SealKey.pem(made.open()));
    return made;
  }
}

package org.gridclear.cli.crossing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.seal.SealKey;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.crossing.CrossingExport;
import org.gridclear.crossing.CrossingImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear zone}: signed files through a device that lets nothing come back. */
@Command(
    name = "zone",
    description = {
      "Signed files from one zone to another, through a device that lets nothing come back",
      "(docs/protection.md)."
    })
public final class ZoneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** The direction, in which packages are counted. */
  private static final class Channel {
    @Option(
        names = "--channel",
        required = true,
        paramLabel = "NAME",
        description = "Name of the direction, in which packages are counted.")
    private String name;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  @Command(
      name = "export",
      description = {
        "Write a package into the folder that the device empties: files, signature, manifest.",
        "Its number and the hash of the one before are kept beside the folder, in DIR.NAME.sent."
      })
  int send(
      @Mixin Channel channel,
      @Mixin ActorOptions actor,
      @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder.")
          Path out,
      @Option(
              names = "--key",
              required = true,
              paramLabel = "FILE",
              description =
                  "Ed25519 key in PEM that signs; a new one is made if the file is not there, with"
                      + " its public half in FILE.pub.")
          Path key,
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders to send.")
          List<Path> files)
      throws Exception {
    SealKey signing = Files.exists(key) ? SealKey.read(key) : made(key);
    CrossingExport export = new CrossingExport(out, channel.name, signing, Clock.systemUTC());
    CrossingExport.Sent sent =
        actor.actor().change("zone export", channel.name + " " + files, () -> export.send(files));
    said(
        "%s-%06d: %d files, manifest %s"
            .formatted(channel.name, sent.number(), sent.files(), sent.sha256()));
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

  @Command(
      name = "import",
      description = {
        "Take in the packages that follow the last one, in their order, each as a whole.",
        "A replay, a gap, a changed byte and a wrong order are named (exit code 1)."
      })
  int take(
      @Mixin Channel channel,
      @Mixin ActorOptions actor,
      @Option(
              names = "--in",
              required = true,
              paramLabel = "DIR",
              description = "The folder that the device fills.")
          Path in,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "DIR",
              description = "Where packages are taken in: DIR/NAME-000001/…")
          Path target,
      @Option(
              names = "--key",
              required = true,
              paramLabel = "FILE",
              description = "Public key of the other zone, in PEM.")
          Path key)
      throws Exception {
    CrossingImport taking = new CrossingImport(in, channel.name, target, SealKey.readPublic(key));
    CrossingImport.Taken taken;
    try {
      taken = actor.actor().change("zone import", channel.name, () -> whole(taking.take()));
    } catch (RefusedException e) {
      taken = e.taken;
    }
    taken.taken().forEach(number -> said("taken in: %s-%06d".formatted(channel.name, number)));
    taken.findings().forEach(this::said);
    said(
        "%d taken in now, %d before, %d findings."
            .formatted(taken.taken().size(), taken.before(), taken.findings().size()));
    return taken.findings().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
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

  private void said(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}

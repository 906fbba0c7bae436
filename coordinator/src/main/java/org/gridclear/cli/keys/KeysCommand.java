package org.gridclear.cli.keys;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.report.FolderSwap;
import org.gridclear.signature.NodeAuthority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear keys}: keys of nodes, signed by the grid's own authority. */
@Command(
    name = "keys",
    subcommands = {
      KeysInitCommand.class,
      KeysRotateCommand.class,
      KeysShowCommand.class,
      KeysOpenCommand.class,
      KeysRenewCommand.class,
      SigningKeysCommand.class
    },
    description = {
      "Make the keys of a node, signed by the grid's authority, with the JDK's keytool.",
      "The first call makes the authority. Copy each node's folder to its machine and start it"
          + " with",
      "--keys DIR; keep the authority's folder apart. ca.pem is what HTTPS clients trust.",
      "Its subcommands are about other keys: those that data at rest are encrypted with."
    })
public final class KeysCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--authority",
      paramLabel = "DIR",
      defaultValue = "keys/authority",
      description = "Folder of the authority, made if it is not there (default: ${DEFAULT-VALUE}).")
  private Path authority;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the node's keys; must not exist yet.")
  private Path out;

  @Option(
      names = "--address",
      split = ",",
      defaultValue = "localhost,127.0.0.1",
      description = "Names and addresses of the node, for HTTPS (default: ${DEFAULT-VALUE}).")
  private List<String> addresses;

  @Override
  public Integer call() throws IOException {
    if (out == null) {
      throw new IllegalArgumentException(
          "Where do the node's keys go? Say --out DIR. Keys of data at rest: keys init.");
    }
    if (Files.exists(out)) {
      throw new IllegalArgumentException("%s exists; name another folder.".formatted(out));
    }
    PrintWriter output = spec.commandLine().getOut();
    boolean fresh = !Files.exists(authority);
    NodeAuthority signing = new NodeAuthority(authority);
    boolean made = !signing.exists();
    try {
      if (made) {
        signing.make();
      }
      signing.issue(out, addresses);
    } catch (IOException | RuntimeException e) {
      FolderSwap.delete(out);
      if (fresh) {
        FolderSwap.delete(authority);
      }
      throw e;
    }
    if (made) {
      output.println("Authority: " + authority);
    }
    output.println("Keys: " + out);
    output.flush();
    return ExitCodes.DONE;
  }
}

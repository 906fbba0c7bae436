package org.gridclear.cli.keys;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.signature.SigningKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear keys signing}: what a market signs with. */
@Command(
    name = "signing",
    description = {
      "Make the keys that closes, bills and publications are signed with (--sign-key DIR).",
      "Hand out signing.pem and certificate.pem: with them 'gridclear verify' and others verify."
    })
final class SigningKeysCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the keys; must not exist yet.")
  private Path out;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "GridClear market",
      description = "Who signs, as the certificate says (default: ${DEFAULT-VALUE}).")
  private String name;

  @Override
  public Integer call() throws IOException {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name (--name) of who signs is empty.");
    }
    SigningKeys.create(out, name, Clock.systemUTC());
    PrintWriter output = spec.commandLine().getOut();
    output.println("Keys to sign with: " + out);
    output.flush();
    return ExitCodes.DONE;
  }
}

package org.gridclear.cli.account;

import java.nio.file.Path;
import java.util.List;
import org.gridclear.account.seal.AuditVerification;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code gridclear account audit verify}: compare the log with its seals by public keys alone: the
 * folder, or a copy of it without secrets.
 */
@Command(
    name = "verify",
    description = {
      "Compare the log with its seals by public keys alone: the folder, or a copy of it without"
          + " secrets.",
      "Names the first record that was edited, removed or moved, a seal or a head that is"
          + " missing: exit code 1."
    })
final class AuditVerifyCommand extends PrintingCommand {
  @Option(
      names = "--security",
      required = true,
      paramLabel = "DIR",
      description = "The security folder, or a copy of it.")
  private Path folder;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Public key of the owner (PEM), as it was handed out; several may be.")
  private List<Path> keys;

  @Option(
      names = "--tsa-certificate",
      paramLabel = "FILE",
      description = "Certificate of the authority whose time stamps are judged, too.")
  private @Nullable Path authority;

  @Override
  public Integer call() {
    return said(AuditVerification.of(folder, keys, authority));
  }

  private int said(AuditVerification verification) {
    verification.lines().forEach(out()::println);
    out().flush();
    return ExitCodes.clean(verification.clean());
  }
}

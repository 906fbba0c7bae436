package org.gridclear.cli.account;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.gridclear.account.seal.SealStamps;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code gridclear account audit stamp}: have all seals stamped that are not, by an authority of
 * time stamps (RFC 3161), which is told their SHA-256 and nothing else.
 */
@Command(
    name = "stamp",
    description = {
      "Have all seals stamped that are not, by an authority of time stamps (RFC 3161), which is",
      "told their SHA-256 and nothing else."
    })
final class AuditStampCommand extends PrintingCommand {
  @Option(
      names = "--security",
      required = true,
      paramLabel = "DIR",
      description = "The security folder.")
  private Path folder;

  @Option(
      names = "--tsa",
      required = true,
      paramLabel = "URL",
      description = "The authority, such as https://tsa.example.org/tsr.")
  private URI authority;

  @Override
  public Integer call() throws IOException {
    if (!"https".equals(authority.getScheme()) && !"http".equals(authority.getScheme())) {
      throw new IllegalArgumentException(
          "The authority (%s) must be an address such as https://tsa.example.org/tsr."
              .formatted(authority));
    }
    List<Integer> stamped = new SealStamps(folder).stamp(authority);
    PrintWriter out = out();
    out.println("Stamped: %s".formatted(stamped));
    out.flush();
    return ExitCodes.DONE;
  }
}

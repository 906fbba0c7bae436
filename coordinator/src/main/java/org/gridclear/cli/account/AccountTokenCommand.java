package org.gridclear.cli.account;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.gridclear.account.Face;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ExitCodes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear account token}: make an API token for a user. */
@Command(name = "token", description = "Make an API token for a user; it is shown once.")
final class AccountTokenCommand extends AccountStepCommand {
  @picocli.CommandLine.Mixin private AccountsOption folder;

  @Parameters(paramLabel = "NAME", description = "The user.")
  private String name;

  @Option(names = "--label", required = true, description = "What it is for.")
  private String label;

  @Option(names = "--days", defaultValue = "90", description = "Days that it is good for.")
  private long days;

  @Option(
      names = "--rights",
      split = ",",
      description = "The most that it lets a program do (default: all its user may).")
  private @Nullable List<Right> rights;

  @Option(
      names = "--face",
      description = "The face where it is good (default: servers without faces).")
  private @Nullable String face;

  @Override
  public Integer call() {
    Set<Right> most = rights == null ? Set.of() : Set.copyOf(rights);
    String token =
        open(folder)
            .token(name, label, Duration.ofDays(days), face == null ? null : Face.of(face), most);
    out().println(token);
    out().flush();
    log(folder, "account token " + name + " " + label);
    return ExitCodes.DONE;
  }
}

package org.gridclear.cli.option;

import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.account.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who changes something by a command, and where that is written down. */
public final class ActorOptions {
  /** Variable with the security folder of all commands that change something. */
  public static final String VARIABLE = "GRIDCLEAR_SECURITY";

  private static final String OWN_LOG = "audit";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Who does it; with --security an account of it.")
  private String by;

  @Option(
      names = "--security",
      paramLabel = "DIR",
      description =
          "Accounts and audit log in which the change is written down (default: "
              + VARIABLE
              + ", else none).")
  private @Nullable Path security;

  /**
   * Who does it; may be nobody where no folder is named.
   *
   * @throws IllegalArgumentException if a folder is named in which there is no such account
   */
  public Actor actor() {
    Path folder = folder();
    return folder == null
        ? Actor.named(by)
        : Actor.ofAccount(folder, by, Clock.systemUTC()::millis);
  }

  /**
   * Who does it, by name.
   *
   * @throws IllegalArgumentException if nobody is named
   */
  public Actor required() {
    requireName();
    return actor();
  }

  /**
   * Who does it, by name, written down in a log beside what is changed where no folder is named.
   *
   * @param changed folder of the market or settlement that is changed
   */
  public Actor required(Path changed) {
    requireName();
    Path folder = folder();
    return folder == null
        ? Actor.inLog(changed.resolve(OWN_LOG), by, Clock.systemUTC()::millis)
        : Actor.ofAccount(folder, by, Clock.systemUTC()::millis);
  }

  /** Whether somebody is named. */
  public boolean named() {
    return !by.isBlank();
  }

  private void requireName() {
    if (!named()) {
      throw new IllegalArgumentException("Say who does it: --by NAME.");
    }
  }

  private @Nullable Path folder() {
    String variable = System.getenv(VARIABLE);
    if (security == null && variable != null && variable.isBlank()) {
      throw new IllegalArgumentException(
          "%s is empty. Name a folder, or leave it out.".formatted(VARIABLE));
    }
    return security != null || variable == null ? security : Path.of(variable);
  }
}

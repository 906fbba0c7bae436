package org.gridclear.cli.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, and as whom. */
public final class ServerOptions {
  /** Variable with the server of all commands that work with one. */
  public static final String VARIABLE = "GRIDCLEAR_SERVER";

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The server, such as https://grid:8080 (default: " + VARIABLE + ").")
  private @Nullable String server;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Certificate of the grid's authority, ca.pem (default: those of Java).")
  private @Nullable Path authority;

  @Option(
      names = "--logins",
      paramLabel = "FILE",
      description =
          "Where logins are kept (default: gridclear/logins.json in the user's settings).")
  private @Nullable Path logins;

  /**
   * The address of the server.
   *
   * @throws IllegalArgumentException if none is given
   */
  String address() {
    String given = server == null ? System.getenv(VARIABLE) : server;
    if (given == null || given.isBlank()) {
      throw new IllegalArgumentException(
          "Name the server: --server URL, or the variable %s.".formatted(VARIABLE));
    }
    return ServerCalls.address(given);
  }

  Logins logins() {
    return logins == null ? Logins.ofUser() : new Logins(logins);
  }

  /** The server as whoever logged in there. */
  ServerCalls calls() throws IOException {
    return ServerCalls.of(address(), logins().at(address()), authority);
  }

  /** The server as nobody. */
  ServerCalls asNobody() throws IOException {
    return ServerCalls.of(address(), Optional.empty(), authority);
  }
}

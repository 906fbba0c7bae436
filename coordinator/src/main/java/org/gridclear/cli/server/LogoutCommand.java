package org.gridclear.cli.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gridclear logout}: ends a login, at the server and here. */
@Command(name = "logout", description = "End the login at a server, there and here.")
public final class LogoutCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Logins logins = server.logins();
    if (logins.at(server.address()).isEmpty()) {
      throw new IllegalArgumentException("Nobody is logged in at %s.".formatted(server.address()));
    }
    ServerCalls calls = server.calls();
    logins.forget(server.address());
    try {
      calls.call("DELETE", "/api/v1/session", null, "");
      out.println("Logged out.");
    } catch (IllegalArgumentException e) {
      out.println("Logged out; the server had ended the login before.");
    }
    out.flush();
    return ExitCodes.DONE;
  }
}

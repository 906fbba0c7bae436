package org.gridclear.cli.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code gridclear login}: a login at a server, for the commands that work with it. */
@Command(
    name = "login",
    description = {
      "Log in at a server, for commands with --server: asks for name, password and code, or reads",
      "them as three lines of standard input. The token is kept in a file of the user alone until",
      "the server ends it, after eight hours; 'logout' ends it before."
    })
public final class LoginCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;

  @Option(
      names = "--browser",
      description =
          "Be let in by a browser, where a hardware key can be used: shows a code to enter at the"
              + " desk, under 'My access', and waits.")
  private boolean browser;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ServerCalls calls = server.asNobody();
    JsonNode session =
        browser
            ? new DeviceLogin(calls, server.address()).letIn(out)
            : calls.call("POST", "/api/v1/session", LoginAnswers.asked(), ServerCalls.JSON);
    Logins.Login login =
        new Logins.Login(session.get("name").asString(), session.get("token").asString());
    Logins logins = server.logins();
    logins.keep(server.address(), login);
    out.println(
        "%s is logged in at %s until %s with the rights %s."
            .formatted(
                login.name(),
                server.address(),
                session.get("until").asString(),
                session.get("rights")));
    out.flush();
    return ExitCodes.DONE;
  }
}

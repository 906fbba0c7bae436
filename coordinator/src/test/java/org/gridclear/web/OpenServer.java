package org.gridclear.web;

import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.web.account.ServerSecurity;

/** A server without accounts that solves in this process. */
public final class OpenServer implements AutoCloseable {
  private final LocalGrid grid;
  private final ActorStudyRuns runs;
  private final WebServer server;

  /**
   * Starts one.
   *
   * @param folder of base files
   * @param slots cases that are solved at a time
   */
  public OpenServer(Path folder, int slots) {
    grid = new LocalGrid(slots);
    runs = new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
    server = WebServer.of(runs, folder, ServerSecurity.NONE).start();
  }

  public ActorStudyRuns runs() {
    return runs;
  }

  int port() {
    return server.port();
  }

  public String address() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  public void close() {
    server.close();
    runs.close();
    grid.close();
  }
}

package org.gridclear.cli.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.gridclear.cli.option.GridOptions;

/** Options of grids in tests. */
public final class TestGrid {
  private TestGrid() {}

  static GridOptions options(int port, List<String> join) {
    GridOptions options = new GridOptions();
    options.host = "127.0.0.1";
    options.gridPort = port;
    options.join = join;
    options.slots = 2;
    return options;
  }

  /** A port with a free range above it, far from the default and from those of other test JVMs. */
  public static int freePort() throws IOException {
    int fork = Integer.getInteger("gridclear.fork", 0) % 4;
    try (ServerSocket socket = new ServerSocket(0)) {
      return 12_000 + fork * 5_000 + socket.getLocalPort() % 5_000 / 50 * 50;
    }
  }
}

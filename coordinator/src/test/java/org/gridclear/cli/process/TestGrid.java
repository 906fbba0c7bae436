package org.gridclear.cli.process;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridclear.cli.option.GridOptions;

/** Options of grids in tests. */
public final class TestGrid {
  private static final int FIRST = 12_000;
  private static final int SIZE = 100;
  private static final int BLOCKS = 200;
  private static final Random RANDOM = new Random();
  private static final List<ServerSocket> HELD = new CopyOnWriteArrayList<>();

  private TestGrid() {}

  static GridOptions options(int port, List<String> join) {
    GridOptions options = new GridOptions();
    options.host = "127.0.0.1";
    options.gridPort = port;
    options.join = join;
    options.slots = 2;
    return options;
  }

  /**
   * The first of a hundred ports that no other test JVM is given: each holds the last of its own
   * until it ends. Far from the default ports and below those that the system gives out.
   */
  public static int freePort() throws IOException {
    while (true) {
      int first = FIRST + SIZE * RANDOM.nextInt(BLOCKS);
      ServerSocket held = new ServerSocket();
      try {
        held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), first + SIZE - 1));
        HELD.add(held);
        return first;
      } catch (BindException e) {
        held.close();
      }
    }
  }
}

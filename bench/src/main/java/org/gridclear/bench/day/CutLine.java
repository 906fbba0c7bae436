package org.gridclear.bench.day;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A line to a port of this machine that can be cut, or can fall silent. */
final class CutLine implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final long LOOK_NANOS = 2_000_000;

  private enum State {
    OPEN,
    CUT,
    SILENT
  }

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile State state = State.OPEN;

  CutLine(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Every connection is reset, and none is taken. */
  void cut() {
    state = State.CUT;
    sockets.forEach(CutLine::shut);
    sockets.clear();
  }

  /** Connections stay, and nothing comes through. */
  void silence() {
    state = State.SILENT;
  }

  void open() {
    state = State.OPEN;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        if (state == State.CUT) {
          shut(near);
          continue;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        start(() -> copy(near, far));
        start(() -> copy(far, near));
      } catch (IOException e) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  private void copy(Socket from, Socket to) {
    byte[] bytes = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        while (state == State.SILENT) {
          LockSupport.parkNanos(LOOK_NANOS);
        }
        out.write(bytes, 0, count);
      }
    } catch (IOException e) {
      // One end is gone.
    } finally {
      shut(from);
      shut(to);
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "cut-line");
    thread.setDaemon(true);
    thread.start();
  }

  /** With a reset, so that what was under way is lost. */
  private static void shut(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}

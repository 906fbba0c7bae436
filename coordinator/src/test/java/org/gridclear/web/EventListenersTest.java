package org.gridclear.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Those who listen to the events of a run over real sockets, and read them or not. */
class EventListenersTest {
  /** So many units that what is told of them does not fit into any buffer of a connection. */
  private static final int UNITS = 40_000;

  private static final long SECONDS_MAX = 60;

  @TempDir static Path folder;

  private static OpenServer server;

  @BeforeAll
  static void start() {
    server = new OpenServer(folder, 2);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Asks for the events of a run and reads nothing but the first line of the answer. */
  private static Socket mute(String runId) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(2_048);
    socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
    String call = "GET /api/v1/runs/%s/events HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(runId);
    socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
    String line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    assertEquals("HTTP/1.1 200", line);
    return socket;
  }

  private static RunHandle withMuteListeners(Job job, List<Socket> sockets) throws IOException {
    RunHandle handle = server.runs().submit(job);
    for (int k = 0; k < 3; k++) {
      sockets.add(mute(handle.status().runId()));
    }
    return handle;
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void threeListenersThatDoNotReadHoldUpNoRun() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      RunHandle handle = withMuteListeners(new Job.Probing("mute", UNITS, 0), sockets);
      RunResult result = handle.result().get(SECONDS_MAX, TimeUnit.SECONDS);
      assertEquals(RunState.DONE, result.status().state());
      assertEquals(UNITS, result.status().done());
    } finally {
      close(sockets);
    }
  }

  @Test
  void aRunWithThreeListenersThatDoNotReadIsCancelledAtOnce() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      RunHandle handle = withMuteListeners(new Job.Probing("cancel", UNITS, 200_000), sockets);
      while (handle.status().done() < UNITS / 4) {
        Thread.sleep(20);
      }
      String run = "/api/v1/runs/" + handle.status().runId();
      String address = server.address();
      assertEquals(202, HttpCall.send(address, "DELETE", run, "", null).statusCode());
      RunResult result = handle.result().get(5, TimeUnit.SECONDS);
      assertEquals(RunState.CANCELLED, result.status().state());
      assertTrue(result.status().done() >= UNITS / 4);
      String status = HttpCall.send(address, "GET", run, "", null).body();
      assertTrue(status.contains("\"CANCELLED\""), status);
    } finally {
      close(sockets);
    }
  }

  @Test
  void aListenerThatReadsIsToldTheEndAndItsConnectionEnds() throws Exception {
    for (int k = 0; k < 40; k++) {
      RunHandle handle = server.runs().submit(new Job.Probing("short " + k, 1 + k % 3, 0));
      String events = "/api/v1/runs/" + handle.status().runId() + "/events";
      String body = HttpCall.send(server.address(), "GET", events, "", null).body();
      assertTrue(body.contains("\"DONE\""), body);
      assertFalse(body.substring(body.indexOf("\"DONE\"") + 6).contains("event:"), body);
    }
  }
}
